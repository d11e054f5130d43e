/** Whether an open chat that is known by its name only may be a chosen one under a new name. */
import type { EarlierNames, OpenChat } from '../shared/messages';
import type { ConversationId, Instant } from '../shared/types';
import { adapterOf, limitsOf } from './adapters';
import { isOther } from './aliases';
import { nameId, oldNameIds } from './ids';
import { type Conversation, conversations, eventsOf } from './ledger';

const DAY_MS = 86_400_000;

/** Since when a chat that is counted has not been seen; null: it is not counted now. */
export function unseenSince({ intervals, lastSeen }: Conversation): Instant | null {
  const running = intervals.find(({ to }) => to === null);
  return running ? Math.max(running.from, lastSeen ?? 0) : null;
}

/**
 * Whether it is odd that a chat was not seen for so long: at least a day, and longer than it has
 * ever been silent before. Someone written to on Sundays is not missing on a Wednesday, so a new
 * chat seldom brings a question in vain; who writes daily is missed the next day.
 *
 * @param times of its messages, in any order
 */
export function isMissing(since: Instant, times: readonly Instant[], now: Instant): boolean {
  return now - since > Math.max(DAY_MS, longestSilence(times));
}

export function longestSilence(times: readonly Instant[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.reduce((longest, at, i) => Math.max(longest, at - (sorted[i - 1] ?? at)), 0);
}

interface Candidate {
  id: ConversationId;
  since: Instant;
}

/** Chosen chats that an open one may have been; those seen last come first. */
export async function earlierNames(
  chat: OpenChat,
  open: ReadonlySet<ConversationId | null>,
  now: Instant,
): Promise<EarlierNames> {
  if (!chat.byTitle) return { ask: false, chats: [] };
  const { service } = adapterOf(chat.ref.adapter);
  const candidates = (await conversations())
    .filter((one) => !open.has(one.id) && isKnownAlike(one, service) && fits(one.kind, chat.kind))
    .flatMap(candidate);
  const older = await oldNameIds(service, chat.ref);
  const isNew = await isOther(await nameId(service, chat.ref), ...older);
  const missing = isNew ? [] : await missingOf(candidates, now);
  const ask = missing.length > 0;
  return { ask, chats: newestFirst(ask ? missing : candidates) };
}

function isKnownAlike({ adapter }: Conversation, service: string): boolean {
  return limitsOf(adapter).includes('by-title') && adapterOf(adapter).service === service;
}

function candidate(chat: Conversation): Candidate[] {
  const since = unseenSince(chat);
  return since === null ? [] : [{ id: chat.id, since }];
}

function fits(known: Conversation['kind'], shown: Conversation['kind']): boolean {
  return known === shown || known === 'unknown' || shown === 'unknown';
}

async function missingOf(candidates: Candidate[], now: Instant): Promise<Candidate[]> {
  const times = await Promise.all(candidates.map(({ id }) => eventsOf(id)));
  const at = (i: number) => (times[i] ?? []).map((event) => event.at);
  return candidates.filter(({ since }, i) => isMissing(since, at(i), now));
}

function newestFirst(candidates: Candidate[]): ConversationId[] {
  return [...candidates].sort((a, b) => b.since - a.since).map(({ id }) => id);
}
