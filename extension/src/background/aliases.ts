/**
 * A chat that is known by its name goes on under a new one: the hash of the new name leads to the
 * conversation. Kept are hashes only; keys stay hashed under the conversation's own id, so that
 * its list still connects.
 */
import { change, load } from '../shared/storage';
import type { ConversationId } from '../shared/types';
import { conversationOf } from './ledger';

export async function followed(id: ConversationId): Promise<ConversationId> {
  const aliases = await load('aliases');
  return aliases[id] ?? id;
}

export async function addAlias(name: ConversationId, to: ConversationId): Promise<void> {
  await change('aliases', (old) => ({ ...old, [name]: to }));
}

/** The person said that this is another chat: not to be asked again. */
export async function addOther(name: ConversationId): Promise<void> {
  await change('others', (old) => (old.includes(name) ? old : [...old, name]));
}

/** @param names of one chat, under the secrets that this browser has had */
export async function isOther(...names: ConversationId[]): Promise<boolean> {
  const others = await load('others');
  return names.some((name) => others.includes(name));
}

/** Takes out all that is kept of a conversation's names; asked before it is erased. */
export async function forgetNames(id: ConversationId): Promise<void> {
  const ids = [id, ...((await conversationOf(id))?.former?.ids ?? [])];
  await change('others', (old) => old.filter((name) => !ids.includes(name)));
  await change('aliases', (old) =>
    Object.fromEntries(Object.entries(old).filter(([, to]) => !ids.includes(to))),
  );
  await change('oldSecrets', (old) => {
    if (!old.some((one) => one.ids.some((name) => ids.includes(name)))) return old;
    return old.map((one) => ({ ...one, ids: one.ids.filter((name) => !ids.includes(name)) }));
  });
}
