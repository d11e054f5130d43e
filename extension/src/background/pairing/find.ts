/** Which chosen chat a page means, in a browser that counted before it joined an account. */
import { load } from '../../shared/storage';
import type { ConversationId } from '../../shared/types';
import { forgetNames } from '../aliases';
import { type Conversation, conversationOf, conversations, eraseConversation } from '../ledger';
import { rekey } from './rekey';

/** A name's hash under one secret, and the id that it leads to. */
export interface OldName {
  name: ConversationId;
  id: ConversationId;
}

/** The chats whose ids are under older secrets still: none of their rows may be sent. */
export async function waitingToJoin(): Promise<Set<ConversationId>> {
  const ids = (await load('oldSecrets')).flatMap((old) => old.ids);
  if (ids.length === 0) return new Set();
  const here = new Set((await conversations()).map(({ id }) => id));
  return new Set(ids.filter((id) => here.has(id)));
}

/** The id that a chat has now, by one that it had when a page was drawn. */
export async function presentId(id: ConversationId): Promise<ConversationId> {
  return (await chatUnder([id]))?.id ?? id;
}

/**
 * The id of the chat that a page means. Only now that its name is there again can a chat of before
 * be given its id under the account's secret; so that is done here.
 *
 * @param olds of the same name, under each older secret in the order of `oldSecrets`
 */
export async function joinedId(
  current: OldName,
  olds: readonly OldName[],
): Promise<ConversationId> {
  const chat = await chatUnder([current.id, ...olds.map(({ id }) => id)]);
  if (!chat) return current.id;
  const secret = await secretOf(chat, current.name, olds);
  if (secret < 0) return chat.id;
  if ((await load('account'))?.gone?.includes(current.name)) await erase(chat.id);
  else await rekey(chat.id, current.name, secret);
  return current.name;
}

/** Another browser erased it, which this one could not know it by. */
async function erase(id: ConversationId): Promise<void> {
  await forgetNames(id);
  await eraseConversation(id);
}

/** The first that there is, also under an id that it had before. */
async function chatUnder(ids: readonly ConversationId[]): Promise<Conversation | undefined> {
  const chat = await conversationOf(ids[0] as ConversationId);
  if (chat) return chat;
  const all = await conversations();
  const has = (one: Conversation, id: ConversationId) =>
    one.id === id || one.former?.ids.includes(id);
  return ids.flatMap((id) => all.find((one) => has(one, id)) ?? [])[0];
}

/** Under which older secret the chat's id was made, by its place; -1: under none. */
async function secretOf(
  { id }: Conversation,
  name: ConversationId,
  olds: readonly OldName[],
): Promise<number> {
  if (id === name) return -1;
  const lists = await load('oldSecrets');
  // One that was chosen in the very moment of joining is in no list.
  return lists.findIndex(({ ids }, n) => ids.includes(id) || olds[n]?.name === id);
}
