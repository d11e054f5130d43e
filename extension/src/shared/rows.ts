import { dayOf } from './days';
import { directionOf, isTimed, turnsOf } from './turns';
import type { Day, Definitions, LedgerEvent, Row, ZoneSpan } from './types';

/** The largest count a row can hold (16 bits, as the server's schema). */
export const ROW_MAX = 65_535;

export const ROW_FIELDS = [
  'sent',
  'received',
  'opened_by_me',
  'opened_by_them',
  'turns_sent',
  'turns_sent_answered',
  'turns_received',
  'turns_received_answered',
] as const satisfies readonly (keyof Row)[];

export function emptyRow(): Row {
  return {
    sent: 0,
    received: 0,
    opened_by_me: 0,
    opened_by_them: 0,
    turns_sent: 0,
    turns_sent_answered: 0,
    turns_received: 0,
    turns_received_answered: 0,
  };
}

/** Field by field, held at the most a row can carry. */
export function addRows(a: Row, b: Row): Row {
  const sum = emptyRow();
  for (const field of ROW_FIELDS) sum[field] = Math.min(ROW_MAX, a[field] + b[field]);
  return sum;
}

/**
 * The rows of one conversation: a pure function of the set of its events and the zone history.
 *
 * @returns counts by day; days without a counted message are absent.
 */
export function rowsOf(
  events: readonly LedgerEvent[],
  zones: readonly ZoneSpan[],
  definitions: Definitions,
): Map<Day, Row> {
  const rows = new Map<Day, Row>();
  const rowAt = (day: Day): Row => {
    const row = rows.get(day) ?? emptyRow();
    rows.set(day, row);
    return row;
  };
  for (const event of events) countMessage(event, zones, rowAt);
  for (const turn of turnsOf(events, definitions)) {
    const row = rowAt(dayOf(turn.first, zones));
    const mine = turn.direction === 'out';
    row[mine ? 'turns_sent' : 'turns_received']++;
    if (turn.opening) row[mine ? 'opened_by_me' : 'opened_by_them']++;
    if (turn.answeredAt !== null) row[mine ? 'turns_sent_answered' : 'turns_received_answered']++;
  }
  // The cap keeps answered <= turns <= messages.
  for (const [day, row] of rows) rows.set(day, addRows(row, emptyRow()));
  return rows;
}

/** An event whose day is not certain is "undated": it enters no row. */
export function isUndated(event: LedgerEvent, zones: readonly ZoneSpan[]): boolean {
  return !isTimed(event) && dayOf(event.earliest, zones) !== dayOf(event.latest, zones);
}

function countMessage(event: LedgerEvent, zones: readonly ZoneSpan[], rowAt: (day: Day) => Row) {
  const direction = directionOf(event);
  if (!event.counted || !direction || isUndated(event, zones)) return;
  rowAt(dayOf(event.at, zones))[direction === 'out' ? 'sent' : 'received']++;
}
