/** Rows made from events, and kept: the days that changed get a higher revision. */
import { addDays, dayOf } from '../shared/days';
import { emptyRow, isUndated, ROW_FIELDS, rowsOf } from '../shared/rows';
import { load, loadSettings } from '../shared/storage';
import { directionOf } from '../shared/turns';
import type { ConversationId, Day, Instant, LedgerEvent, Row, ZoneSpan } from '../shared/types';
import {
  atomically,
  type Conversation,
  conversationOf,
  conversations,
  eventsOf,
  ledger,
  type StoredRow,
} from './ledger';
import { withRoom } from './room';

/** Rows older than this do not change any more; events are kept two days longer. */
export const FROZEN_AFTER_DAYS = 58;

export function sameRow(a: Row, b: Row): boolean {
  return ROW_FIELDS.every((field) => a[field] === b[field]);
}

/**
 * Which stored rows change when a conversation's rows are made anew: pure.
 *
 * A day that lost its counts becomes a row of zeros, since a server may hold the old one. Revisions
 * follow the conversation's changes, so that a row made anew after an erasure is told from the one
 * that an upload on its way holds.
 */
export function changedRows(
  conversation: ConversationId,
  old: readonly StoredRow[],
  fresh: ReadonlyMap<Day, Row>,
  frozenBefore: Day,
  changes: number,
): StoredRow[] {
  const byDay = new Map(old.map((row) => [row.day, row]));
  const days = new Set([...byDay.keys(), ...fresh.keys()]);
  return [...days].flatMap((day) => {
    if (day < frozenBefore) return [];
    const before = byDay.get(day);
    const row = fresh.get(day) ?? emptyRow();
    if (before && sameRow(before.row, row)) return [];
    const revision = Math.max(changes, (before?.revision ?? 0) + 1);
    return [{ conversation, day, row, revision, uploaded: before?.uploaded ?? 0 }];
  });
}

let running: Promise<void> = Promise.resolve();

/**
 * Brings the rows of every conversation with new events up to date. One run at a time: rows made
 * from an older reading of the events must never be written over newer ones.
 */
export function refreshRows(now: Instant): Promise<void> {
  running = running.catch(() => {}).then(() => refreshAll(now));
  return running;
}

async function refreshAll(now: Instant): Promise<void> {
  for (const { id, changes, tallied } of await conversations()) {
    let done = changes === tallied;
    while (!done) done = await withRoom(() => refreshConversation(id, now));
  }
}

/**
 * Rows and the note that they are made commit together: a worker may end between any two steps.
 *
 * @returns false when the events changed meanwhile: what was made of them is thrown away
 */
async function refreshConversation(id: ConversationId, now: Instant): Promise<boolean> {
  const zones = await load('zones');
  const { definitions } = await loadSettings();
  const before = await conversationOf(id);
  if (!before) return true;
  const events = await eventsOf(id);
  const fresh = rowsOf(events, zones, definitions);
  const told = { undated: undatedIn(events, zones), lastReceived: lastReceivedIn(events) };
  const tx = (await ledger()).transaction(['rows', 'conversations'], 'readwrite');
  return atomically(tx, async () => {
    const conversation = await tx.objectStore('conversations').get(id);
    // Erased meanwhile: nothing of it is written back.
    if (!conversation) return true;
    const { changes } = conversation;
    if (changes !== before.changes) return false;
    const old = await tx.objectStore('rows').getAll(rowsRange(id));
    const frozen = frozenBefore(conversation, events, zones, now);
    const rows = changedRows(id, old, fresh, frozen, changes);
    await Promise.all([
      ...rows.map((row) => tx.objectStore('rows').put(row)),
      tx.objectStore('conversations').put({ ...conversation, tallied: changes, ...told }),
    ]);
    return true;
  });
}

/**
 * Age is told by the newest event: a clock that runs ahead for a while must not freeze what was never
 * made. Of what it let go of the rows stay as they are.
 */
export function frozenBefore(
  { forgotten }: Pick<Conversation, 'forgotten'>,
  events: readonly LedgerEvent[],
  zones: ZoneSpan[],
  now: Instant,
): Day {
  const newest = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  const byAge = (at: Instant) => addDays(dayOf(at, zones), -FROZEN_AFTER_DAYS);
  const aged = byAge(Math.min(now, newest));
  if (forgotten === undefined) return aged;
  const lost = addDays(dayOf(forgotten, zones), 1);
  // A turn may have begun on the last day that was let go, and have gone on after midnight.
  const beside = addDays(lost, 1);
  return latestOf(aged, lost, beside < byAge(now) ? beside : lost);
}

function latestOf(...days: Day[]): Day {
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

function rowsRange(id: ConversationId, from: Day = '', to: Day = '\uffff'): IDBKeyRange {
  return IDBKeyRange.bound([id, from], [id, to]);
}

/** All rows of a conversation, or those of some days, both ends included. */
export async function rowsOfConversation(
  id: ConversationId,
  from?: Day,
  to?: Day,
): Promise<StoredRow[]> {
  return (await ledger()).getAll('rows', rowsRange(id, from, to));
}

/** One day for each message that would count if only its day were certain: the latest it can be. */
function undatedIn(events: readonly LedgerEvent[], zones: readonly ZoneSpan[]): Day[] {
  return events
    .filter((event) => event.counted && directionOf(event) && isUndated(event, zones))
    .map(({ latest }) => dayOf(latest, zones));
}

/** The same, as told when its rows were last made; an older version did not keep it. */
export async function undatedDays(
  { id, undated }: Conversation,
  zones: readonly ZoneSpan[],
): Promise<Day[]> {
  return undated ?? undatedIn(await eventsOf(id), zones);
}

function lastReceivedIn(events: readonly LedgerEvent[]): Instant | null {
  const received = events.filter((event) => event.counted && directionOf(event) === 'in');
  return received.reduce<Instant | null>((latest, { at }) => Math.max(latest ?? at, at), null);
}

/**
 * When the other side's newest counted message came, 0 for never. Events are walked through only
 * where some came since rows were last made.
 */
export async function lastReceived(chat: Conversation): Promise<Instant> {
  const { id, changes, tallied, lastReceived: told } = chat;
  const isKnown = told !== undefined && changes === tallied;
  return (isKnown ? told : lastReceivedIn(await eventsOf(id))) ?? 0;
}

/** Rows of many chats at once, of some days, both ends included: one transaction for all of them. */
export async function rowsOfMany(
  ids: readonly ConversationId[],
  from: Day,
  to: Day,
): Promise<Map<ConversationId, Map<Day, Row>>> {
  const tx = (await ledger()).transaction('rows');
  const found = await Promise.all(
    ids.map(async (id) => {
      const rows = await tx.store.getAll(rowsRange(id, from, to));
      return [id, new Map(rows.map(({ day, row }) => [day, row]))] as const;
    }),
  );
  return new Map(found);
}
