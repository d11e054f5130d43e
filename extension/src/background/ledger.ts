/** The ledger: IndexedDB, and the only file that opens it. Shapes are kept small: 60 days fit. */
import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { CardAnswer } from '../shared/card';
import type { Moment } from '../shared/messages';
import type {
  Bond,
  ConversationId,
  Day,
  Felt,
  Instant,
  KeyId,
  Kind,
  LedgerEvent,
  Row,
} from '../shared/types';
import type { Interval } from './counting/intervals';
import { type Block, eventsIn, keepTimes, rangeOf, timesIn } from './packed';
import { packVersion1 } from './version1';

/** A chat that the person chose. */
export interface Conversation {
  id: ConversationId;
  /** Counts up in this browser: "Chat 3" where there is no name. */
  number: number;
  adapter: string;
  /** Origin of the site it was chosen on. */
  site: string;
  practice: boolean;
  kind: Kind;
  name: string | null;
  bond: Bond | null;
  felt: { answer: Felt; at: Instant }[];
  newInLife: boolean;
  quiet: boolean;
  resting: boolean;
  intervals: Interval[];
  anchors: KeyId[];
  /** Stopped by "pause", and to go on after it. */
  pausedAll?: boolean;
  /** Counting began or went on, and no baseline has been seen since. */
  fresh: boolean;
  lastSeen: Instant | null;
  gaps: { from: Instant; to: Instant; reason: 'paused' | 'not-open' | 'broken' }[];
  lastOpened: Instant | null;
  /** Time of the newest message at the last opening or card: a card needs a newer one. */
  newestAtLastOpening: Instant | null;
  /** The same before that opening, for what is asked while the chat stays open. */
  newestBeforeOpening?: Instant | null;
  /** Counts up with every change of its events; rows were made when it stood at `tallied`. */
  changes: number;
  tallied: number;
  /** When the page of its site was found not to be readable any more; until it is read again. */
  brokenSince?: Instant | null;
  /** Days of messages whose day is not certain, as told when its rows were last made. */
  undated?: Day[];
  /** Time of the newest counted message from the other side, likewise; null: none is kept. */
  lastReceived?: Instant | null;
  former?: Former;
  /** Time of the newest event that was let go for its age: rows up to its day stay as they are. */
  forgotten?: Instant;
}

/** Ids that a chat had before this browser joined an account. */
export interface Former {
  /** Oldest first. Its keys stay hashed under the first, so that its list still connects. */
  ids: ConversationId[];
  /** The secret of that first id, by its place in the stored `oldSecrets`. */
  secret: number;
}

/** One day of one conversation as it goes to the server. */
export interface StoredRow {
  conversation: ConversationId;
  day: Day;
  row: Row;
  revision: number;
  /** The revision that the server has; 0: none. */
  uploaded: number;
  /** The server refused it, with its reason. */
  refused?: string;
}

/** A card that was shown, and what the person said to it. */
export interface ShownCard {
  id: string;
  nudge: string;
  concept: string;
  weight: 'light' | 'heavy';
  moment: Moment;
  conversation: ConversationId | null;
  at: Instant;
  answer: CardAnswer | null;
  answeredAt: Instant | null;
}

export interface Schema extends DBSchema {
  events: { key: Block; value: Block };
  conversations: { key: ConversationId; value: Conversation };
  rows: { key: [ConversationId, Day]; value: StoredRow };
  shown: { key: string; value: ShownCard };
  notes: { key: string; value: { key: string; text: string } };
}

export type StoreName = StoreNames<Schema>;
export type Ledger = IDBPDatabase<Schema>;
export type LedgerTransaction = IDBPTransaction<
  Schema,
  ('events' | 'conversations')[],
  'readwrite'
>;

let opened: Promise<Ledger> | null = null;

export function ledger(): Promise<Ledger> {
  opened ??= openDB<Schema>('toward', 2, {
    async upgrade(db, version, _, tx) {
      if (version === 0) create(db);
      else await packVersion1(tx.objectStore('events'));
    },
    terminated() {
      opened = null;
    },
  });
  // What failed once may well work the next time.
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

function create(db: Ledger): void {
  db.createObjectStore('events');
  db.createObjectStore('conversations', { keyPath: 'id' });
  db.createObjectStore('rows', { keyPath: ['conversation', 'day'] });
  db.createObjectStore('shown', { keyPath: 'id' });
  db.createObjectStore('notes', { keyPath: 'key' });
}

/** All of the work or nothing: a transaction would keep what was put before a failure. */
export async function atomically<T>(
  tx: { done: Promise<void>; abort(): void; error: DOMException | null },
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    await tx.done;
    return result;
  } catch (error) {
    tx.done.catch(() => {});
    // What waited in a transaction that the browser ended was only told that it ended, not why.
    const cause = tx.error ?? error;
    try {
      tx.abort();
    } catch {
      // It has ended already.
    }
    throw cause;
  }
}

/** Every event of a conversation that the ledger still keeps. */
export async function eventsOf(conversation: ConversationId): Promise<LedgerEvent[]> {
  const blocks = await (await ledger()).getAll('events', rangeOf(conversation));
  return blocks.flatMap((block) => eventsIn(block, conversation));
}

export async function conversationOf(id: ConversationId): Promise<Conversation | undefined> {
  return (await ledger()).get('conversations', id);
}

export async function conversations(): Promise<Conversation[]> {
  return (await ledger()).getAll('conversations');
}

/** Reads, changes and writes one conversation in one transaction; `null` leaves it as it is. */
export async function changeConversation(
  id: ConversationId,
  change: (old: Conversation) => Conversation | null,
): Promise<Conversation | undefined> {
  const tx = (await ledger()).transaction('conversations', 'readwrite');
  const old = await tx.store.get(id);
  const changed = old && change(old);
  if (changed) await tx.store.put(changed);
  await tx.done;
  return changed ?? old;
}

/** Adds what is not there yet: two tabs may have chosen it at once. */
export async function addConversation(make: (number: number) => Conversation): Promise<void> {
  const tx = (await ledger()).transaction('conversations', 'readwrite');
  const all = await tx.store.getAll();
  const made = make(Math.max(0, ...all.map((one) => one.number)) + 1);
  if (!all.some(({ id }) => id === made.id)) await tx.store.put(made);
  await tx.done;
}

/** Takes every trace of a conversation out of this browser. */
export async function eraseConversation(id: ConversationId): Promise<void> {
  const tx = (await ledger()).transaction(
    ['events', 'conversations', 'rows', 'shown'],
    'readwrite',
  );
  await atomically(tx, async () => {
    await tx.objectStore('events').delete(rangeOf(id));
    await tx.objectStore('conversations').delete(id);
    await tx.objectStore('rows').delete(IDBKeyRange.bound([id, ''], [id, '\uffff']));
    const shown = tx.objectStore('shown');
    for (const card of await shown.getAll()) {
      if (card.conversation === id) await shown.delete(card.id);
    }
  });
}

/** The newest old events of a chat are kept: how long a silence was must not be forgotten. */
const KEPT_WITH_NEWEST_MS = 60_000;

/** Drops events older than `before`: their rows are frozen by then. */
export async function forgetEventsBefore(before: Instant): Promise<void> {
  const tx = (await ledger()).transaction(['events', 'conversations'], 'readwrite');
  for (const chat of await tx.objectStore('conversations').getAll()) await forget(tx, chat, before);
  await tx.done;
}

async function forget(tx: LedgerTransaction, chat: Conversation, before: Instant): Promise<void> {
  const blocks = await tx.objectStore('events').getAll(rangeOf(chat.id));
  const old = blocks.flatMap(timesIn).filter((at) => at < before);
  const kept = newest(old) - KEPT_WITH_NEWEST_MS;
  const gone = old.filter((at) => at < kept);
  if (gone.length === 0) return;
  await dropEvents(tx.objectStore('events'), rangeOf(chat.id), (at) => at < kept);
  const forgotten = Math.max(newest(gone), chat.forgotten ?? 0);
  await tx.objectStore('conversations').put({ ...chat, forgotten });
}

function newest(times: readonly Instant[]): Instant {
  return times.reduce((latest, at) => Math.max(latest, at), 0);
}

/** Takes the events of some times out, and blocks that are empty then. */
export async function dropEvents<Stores extends StoreNames<Schema>[]>(
  store: IDBPObjectStore<Schema, Stores, 'events', 'readwrite'>,
  range: IDBKeyRange | null,
  isGone: (at: Instant) => boolean,
): Promise<void> {
  for await (const cursor of store.iterate(range)) {
    const left = keepTimes(cursor.value, (at) => !isGone(at));
    if (left.length === 0) await cursor.delete();
    else if (left.length < cursor.value.length) await cursor.update(left);
  }
}

export async function eraseLedger(): Promise<void> {
  const names = ['events', 'conversations', 'rows', 'shown', 'notes'] as const;
  const tx = (await ledger()).transaction(names, 'readwrite');
  for (const name of names) await tx.objectStore(name).clear();
  await tx.done;
}
