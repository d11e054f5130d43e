/** "Broken here" as a gap of the chats on such a page: what came meanwhile was not seen. */
import type { HealthReport, Trouble } from '../shared/messages';
import type { Instant } from '../shared/types';
import { isOpen } from './counting/intervals';
import { type Conversation, changeConversation, conversations } from './ledger';

/** Messages are there and cannot be read; no chat being open is no such trouble. */
const UNREADABLE = new Set<Trouble>(['no-rows', 'no-direction', 'no-key', 'too-many', 'adrift']);

/** A page told how well it can be read: all chats counted there are concerned. */
export async function noteReadable(
  site: string,
  { adapter, trouble }: HealthReport,
  now: Instant,
): Promise<void> {
  const here = (await conversations()).filter((chat) => chat.site === site && !chat.practice);
  const isBroken = trouble !== null && UNREADABLE.has(trouble);
  for (const { id } of here.filter((chat) => chat.adapter === adapter))
    await changeConversation(id, (old) => (isBroken ? broken(old, now) : whole(old, now)));
}

/** From the first such report on. */
function broken(chat: Conversation, now: Instant): Conversation | null {
  if (chat.brokenSince != null || !isOpen(chat.intervals, now)) return null;
  return { ...chat, brokenSince: now };
}

function whole(chat: Conversation, now: Instant): Conversation | null {
  return chat.brokenSince == null ? null : { ...chat, ...mended(chat, now) };
}

type Mended = Pick<Conversation, 'gaps' | 'brokenSince'>;

/** It can be read again: the time until then was a gap. */
export function mended({ gaps, brokenSince }: Mended, now: Instant): Mended {
  if (brokenSince == null) return { gaps };
  const gap = { from: Math.min(brokenSince, now), to: now, reason: 'broken' as const };
  return { gaps: [...gaps, gap], brokenSince: null };
}
