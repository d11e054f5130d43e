/** Everything this browser holds of the person, to take away. Its fields: docs/data.md. */
import { type Account, ITEM_NAMES, type Items, load, loadSettings } from '../shared/storage';
import type { Instant } from '../shared/types';
import { finishRestore } from './backup/here';
import { type Conversation, conversations, eventsOf, ledger } from './ledger';
import { shownCards } from './nudging/cards';
import { unlessFull } from './room';
import { refreshRows } from './tally';

export const ABOUT = 'Partial counts; shows nothing about anyone’s intentions.';

/** Counts up when a field changes its name or its meaning. */
const SCHEMA = 1;

/** Nothing of the person: what the server sent, and whether this browser has room. */
const NOT_THEIRS = ['servedNudges', 'storageFull', 'emptying'] as const satisfies (keyof Items)[];
/** Under other names or in another shape below. */
const BY_HAND = ['settings', 'secret', 'oldSecrets', 'account', 'ownNudges'] as const;

/** All but the secrets that ids are hashed under and the server's token: the backup holds those. */
export async function exportLocal(now: Instant): Promise<object> {
  // Until it is in its place, a restored backup lies among the notes, secrets and all.
  await finishRestore();
  await unlessFull(refreshRows(now));
  const db = await ledger();
  return {
    ...{ schema: SCHEMA, about: ABOUT, made: new Date(now).toISOString() },
    settings: await loadSettings(),
    ...(await plainValues()),
    account: withoutToken(await load('account')),
    formerIds: (await load('oldSecrets')).map(({ ids }) => ids),
    chats: await Promise.all((await conversations()).map(withEvents)),
    rows: await db.getAll('rows'),
    cards: await shownCards(),
    ownThoughts: await load('ownNudges'),
    notes: await db.getAll('notes'),
  };
}

async function plainValues(): Promise<object> {
  const others: readonly string[] = [...NOT_THEIRS, ...BY_HAND];
  const names = ITEM_NAMES.filter((name) => !others.includes(name));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await load(name)])));
}

function withoutToken(account: Account | null): object | null {
  if (!account) return null;
  const { token: _, ...rest } = account;
  return rest;
}

async function withEvents(chat: Conversation): Promise<object> {
  const events = await eventsOf(chat.id);
  return { ...chat, events: events.map(({ conversation: _, ...event }) => event) };
}
