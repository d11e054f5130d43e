/** The chats that a person chose: included, paused, described. */
import type { ConversationRef, CountState, NamedAdapter, OpenChat } from '../shared/messages';
import { loadSettings } from '../shared/storage';
import type { Bond, ConversationId, Instant, Kind } from '../shared/types';
import { adapterOf } from './adapters';
import { addAlias, addOther, forgetNames } from './aliases';
import { close, isOpen, open } from './counting/intervals';
import { conversationId, nameId } from './ids';
import {
  addConversation,
  type Conversation,
  changeConversation,
  conversationOf,
  conversations,
  eraseConversation,
} from './ledger';

export interface Choice {
  chat: OpenChat;
  name: string | null;
  bond: Bond | null;
  kind: Kind;
}

/** Counting begins now: in a new chat, or again in one that was left out for a while. */
export async function include(choice: Choice, site: string, now: Instant): Promise<ConversationId> {
  const adapter = adapterOf(choice.chat.ref.adapter);
  const id = await idToChoose(adapter.service, choice.chat.ref);
  const began = choice.chat.practiceNow ?? now;
  const paused = !choice.chat.practice && (await loadSettings()).pausedUntil !== null;
  // Chosen during a pause, counting begins when the pause ends.
  const waiting = paused ? { intervals: [], pausedAll: true } : {};
  if (!(await conversationOf(id)))
    await addConversation((number) => ({
      ...newConversation(id, number, choice, site, began),
      ...waiting,
    }));
  else if (paused) await changeConversation(id, (old) => ({ ...old, pausedAll: true }));
  else await resume(id, began);
  if (choice.chat.practice) await forgetOtherPractice(id);
  return id;
}

async function idToChoose(service: string, ref: ConversationRef): Promise<ConversationId> {
  const id = await conversationId(service, ref);
  if (await conversationOf(id)) return id;
  // Another browser may have erased the chat that this name led to.
  await forgetNames(id);
  return nameId(service, ref);
}

/**
 * An open chat is the chosen one `from` under a new name, or with null another than all of them.
 * Throws when there is nothing to go on with, in words for the person.
 */
export async function renamed({ ref }: OpenChat, from: ConversationId | null): Promise<void> {
  const name = await nameId(adapterOf(ref.adapter).service, ref);
  if (from === null) return addOther(name);
  if (await conversationOf(name)) throw new Error('This chat is chosen already, by itself.');
  if (!(await conversationOf(from))) throw new Error('That chat is not here any more.');
  await addAlias(name, from);
}

/** Practice begun again: what the one before has left would only be in the way. */
async function forgetOtherPractice(id: ConversationId): Promise<void> {
  for (const other of await conversations()) {
    if (other.practice && other.id !== id) await eraseConversation(other.id);
  }
}

function newConversation(
  id: ConversationId,
  number: number,
  { chat, name, bond, kind }: Choice,
  site: string,
  began: Instant,
): Conversation {
  return {
    id,
    number,
    adapter: chat.ref.adapter,
    site,
    practice: chat.practice,
    kind,
    name: name?.trim().slice(0, 80) || null,
    bond,
    felt: [],
    newInLife: false,
    quiet: false,
    resting: false,
    intervals: [{ from: began, to: null }],
    anchors: [],
    fresh: true,
    lastSeen: null,
    gaps: [],
    lastOpened: null,
    newestAtLastOpening: null,
    changes: 0,
    tallied: 0,
  };
}

/** Counting goes on: the next look is a baseline, so that the pause is never filled in. */
export async function resume(id: ConversationId, now: Instant): Promise<void> {
  await changeConversation(id, (old) => {
    if (old.intervals.some(({ to }) => to === null)) return null;
    const ended = old.intervals.at(-1)?.to;
    const gap = { from: ended ?? now, to: now, reason: 'paused' as const };
    const gaps = ended ? [...old.gaps, gap] : old.gaps;
    return { ...old, intervals: open(old.intervals, now), gaps, fresh: true };
  });
}

/** Counting ends; what was counted stays. */
export async function suspend(id: ConversationId, now: Instant): Promise<void> {
  await changeConversation(id, (old) => ({
    ...old,
    intervals: close(old.intervals, now),
    // The end of a pause must not bring back what the person left out.
    pausedAll: false,
  }));
}

/** Pauses what is counted, or goes on with what a pause had stopped. Practice has its own time. */
export async function pauseAll(paused: boolean, now: Instant): Promise<void> {
  for (const chat of await conversations()) {
    if (chat.practice) continue;
    if (paused) await suspendFor(chat.id, now);
    else if (chat.pausedAll) await resume(chat.id, now);
    if (!paused) await changeConversation(chat.id, (old) => ({ ...old, pausedAll: false }));
  }
}

async function suspendFor(id: ConversationId, now: Instant): Promise<void> {
  await changeConversation(id, (old) => {
    if (!old.intervals.some(({ to }) => to === null)) return null;
    return { ...old, intervals: close(old.intervals, now), pausedAll: true };
  });
}

/** What the content script may do with a conversation. */
export async function stateOf(
  ref: ConversationRef,
  adapter: NamedAdapter,
  now: Instant,
): Promise<{ state: CountState; fresh: boolean }> {
  const conversation = await conversationOf(await conversationId(adapter.service, ref));
  if (!conversation) return { state: 'not-chosen', fresh: false };
  if (!isOpen(conversation.intervals, now)) {
    return { state: conversation.pausedAll ? 'paused' : 'not-chosen', fresh: false };
  }
  return { state: 'counting', fresh: conversation.fresh };
}
