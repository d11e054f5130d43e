/** Rows made from events, and kept: the days that changed get a higher revision. */
import { addDays, dayOf } from '../shared/days';
import { emptyRow, ROW_FIELDS, rowsOf } from '../shared/rows';
import { load, loadSettings } from '../shared/storage';
import type { ConversationId, Day, Instant, Row } from '../shared/types';
import { conversations, eventsOf, ledger, type StoredRow } from './ledger';

/** Rows older than this do not change any more; events are kept two days longer. */
export const FROZEN_AFTER_DAYS = 58;

export function sameRow(a: Row, b: Row): boolean {
  return ROW_FIELDS.every((field) => a[field] === b[field]);
}

/**
 * Which stored rows change when a conversation's rows are made anew: pure.
 *
 * A day that lost its counts becomes a row of zeros, since a server may hold the old one.
 */
export function changedRows(
  conversation: ConversationId,
  old: readonly StoredRow[],
  fresh: ReadonlyMap<Day, Row>,
  frozenBefore: Day,
): StoredRow[] {
  const byDay = new Map(old.map((row) => [row.day, row]));
  const days = new Set([...byDay.keys(), ...fresh.keys()]);
  return [...days].flatMap((day) => {
    if (day < frozenBefore) return [];
    const before = byDay.get(day);
    const row = fresh.get(day) ?? emptyRow();
    if (before && sameRow(before.row, row)) return [];
    const revision = (before?.revision ?? 0) + 1;
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
    if (changes !== tallied) await refreshConversation(id, changes, now);
  }
}

/** Rows and the note that they are made commit together: a worker may end between any two steps. */
async function refreshConversation(
  id: ConversationId,
  changes: number,
  now: Instant,
): Promise<void> {
  const zones = await load('zones');
  const { definitions } = await loadSettings();
  const fresh = rowsOf(await eventsOf(id), zones, definitions);
  const frozenBefore = addDays(dayOf(now, zones), -FROZEN_AFTER_DAYS);
  const changed = changedRows(id, await rowsOfConversation(id), fresh, frozenBefore);
  const tx = (await ledger()).transaction(['rows', 'conversations'], 'readwrite');
  const conversation = await tx.objectStore('conversations').get(id);
  // Erased meanwhile: nothing of it is written back.
  if (conversation) {
    for (const row of changed) void tx.objectStore('rows').put(row);
    void tx.objectStore('conversations').put({ ...conversation, tallied: changes });
  }
  await tx.done;
}

export async function rowsOfConversation(id: ConversationId): Promise<StoredRow[]> {
  return (await ledger()).getAll('rows', IDBKeyRange.bound([id, ''], [id, '\uffff']));
}
