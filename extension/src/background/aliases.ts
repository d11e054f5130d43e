/**
 * A chat that is known by its name goes on under a new one: the hash of the new name leads to the
 * conversation. Kept are hashes only; keys stay hashed under the conversation's own id, so that
 * its list still connects.
 */
import { change, load } from '../shared/storage';
import type { ConversationId } from '../shared/types';

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

export async function isOther(name: ConversationId): Promise<boolean> {
  return (await load('others')).includes(name);
}

/** Takes out all that is kept of a conversation's names. */
export async function forgetNames(id: ConversationId): Promise<void> {
  await change('others', (old) => old.filter((name) => name !== id));
  await change('aliases', (old) =>
    Object.fromEntries(Object.entries(old).filter(([, to]) => to !== id)),
  );
}
