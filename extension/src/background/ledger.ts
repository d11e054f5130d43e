/** The ledger: IndexedDB, and the only file that opens it. Shapes are kept small: 60 days fit. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
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
  TimeSource,
} from '../shared/types';
import type { Interval } from './counting/intervals';
import { fromBase64Url, toBase64Url } from './ids';

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
  /** Counts up with every change of its events; rows were made when it stood at `tallied`. */
  changes: number;
  tallied: number;
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

interface PackedEvent {
  s: 0 | 1 | 2;
  a: number;
  d: 0 | 1 | 2 | 3;
  /** Bounds relative to `a`, left out when zero. */
  e?: number;
  l?: number;
  p?: Uint8Array;
  /** Present (1) for uncounted events. */
  u?: 1;
}

interface Schema extends DBSchema {
  events: { key: Uint8Array<ArrayBuffer>; value: PackedEvent };
  conversations: { key: ConversationId; value: Conversation };
  rows: { key: [ConversationId, Day]; value: StoredRow };
  shown: { key: string; value: ShownCard };
  notes: { key: string; value: { key: string; text: string } };
}

export type Ledger = IDBPDatabase<Schema>;
export type LedgerTransaction = IDBPTransaction<
  Schema,
  ('events' | 'conversations')[],
  'readwrite'
>;

let opened: Promise<Ledger> | null = null;

export function ledger(): Promise<Ledger> {
  opened ??= openDB<Schema>('toward', 1, {
    upgrade(db) {
      db.createObjectStore('events');
      db.createObjectStore('conversations', { keyPath: 'id' });
      db.createObjectStore('rows', { keyPath: ['conversation', 'day'] });
      db.createObjectStore('shown', { keyPath: 'id' });
      db.createObjectStore('notes', { keyPath: 'key' });
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

const SOURCES: TimeSource[] = ['machine', 'live', 'between'];
const ID_BYTES = 16;

/** Conversation and message key, 16 bytes each. */
export function eventKey(conversation: ConversationId, key: KeyId): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * ID_BYTES);
  bytes.set(fromBase64Url(conversation));
  bytes.set(fromBase64Url(key), ID_BYTES);
  return bytes;
}

function rangeOf(conversation: ConversationId): IDBKeyRange {
  const low = new Uint8Array(2 * ID_BYTES);
  const high = new Uint8Array(2 * ID_BYTES).fill(0xff);
  low.set(fromBase64Url(conversation));
  high.set(fromBase64Url(conversation));
  return IDBKeyRange.bound(low, high);
}

export function pack(event: LedgerEvent): PackedEvent {
  const packed: PackedEvent = {
    s: SOURCES.indexOf(event.source) as PackedEvent['s'],
    a: event.at,
    d: event.direction,
  };
  if (event.earliest !== event.at) packed.e = event.earliest - event.at;
  if (event.latest !== event.at) packed.l = event.latest - event.at;
  if (event.previous.length > 0) packed.p = joined(event.previous);
  if (!event.counted) packed.u = 1;
  return packed;
}

function joined(keys: readonly KeyId[]): Uint8Array {
  return Uint8Array.from(keys.flatMap((key) => [...fromBase64Url(key)]));
}

export function unpack(bytes: Uint8Array, packed: PackedEvent): LedgerEvent {
  const previous: KeyId[] = [];
  const links = packed.p ?? new Uint8Array();
  for (let i = 0; i < links.length; i += ID_BYTES)
    previous.push(toBase64Url(links.slice(i, i + ID_BYTES)));
  return {
    conversation: toBase64Url(bytes.slice(0, ID_BYTES)),
    key: toBase64Url(bytes.slice(ID_BYTES)),
    source: SOURCES[packed.s] as TimeSource,
    at: packed.a,
    earliest: packed.a + (packed.e ?? 0),
    latest: packed.a + (packed.l ?? 0),
    direction: packed.d,
    previous,
    counted: packed.u !== 1,
  };
}

/** Every event of a conversation that the ledger still keeps. */
export async function eventsOf(conversation: ConversationId): Promise<LedgerEvent[]> {
  const store = (await ledger()).transaction('events').store;
  const range = rangeOf(conversation);
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return values.map((value, i) => unpack(new Uint8Array(keys[i] as unknown as ArrayBuffer), value));
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

export async function addConversation(make: (number: number) => Conversation): Promise<void> {
  const tx = (await ledger()).transaction('conversations', 'readwrite');
  const all = await tx.store.getAll();
  const number = Math.max(0, ...all.map((one) => one.number)) + 1;
  await tx.store.put(make(number));
  await tx.done;
}

/** Takes every trace of a conversation out of this browser. */
export async function eraseConversation(id: ConversationId): Promise<void> {
  const tx = (await ledger()).transaction(
    ['events', 'conversations', 'rows', 'shown'],
    'readwrite',
  );
  await tx.objectStore('events').delete(rangeOf(id));
  await tx.objectStore('conversations').delete(id);
  await tx.objectStore('rows').delete(IDBKeyRange.bound([id, ''], [id, '\uffff']));
  const shown = tx.objectStore('shown');
  for (const card of await shown.getAll()) {
    if (card.conversation === id) await shown.delete(card.id);
  }
  await tx.done;
}

/** Drops events older than `before`: their rows are frozen by then. */
export async function forgetEventsBefore(before: Instant): Promise<void> {
  const tx = (await ledger()).transaction('events', 'readwrite');
  for await (const cursor of tx.store) if (cursor.value.a < before) await cursor.delete();
  await tx.done;
}

export async function eraseLedger(): Promise<void> {
  const names = ['events', 'conversations', 'rows', 'shown', 'notes'] as const;
  const tx = (await ledger()).transaction(names, 'readwrite');
  for (const name of names) await tx.objectStore(name).clear();
  await tx.done;
}
