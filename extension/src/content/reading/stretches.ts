import type { Sighting, Stretch } from '../../shared/messages';
import type { Instant } from '../../shared/types';
import type { ListReading } from './rows';

const CONTEXT = 50;

/** What was sent already, by key: the direction and time it was sent with. */
export type SentRows = Map<string, string>;

/**
 * The rows not sent yet, or changed since, as unbroken stretches with the keys around them.
 *
 * @param notBefore when the list was last seen without the new rows; null: it is new to us
 */
export function newStretches(
  rows: ListReading['rows'],
  sent: SentRows,
  notBefore: Instant | null,
  seen: Instant,
): Stretch[] {
  const stretches: Stretch[] = [];
  const newest = rows.findLastIndex(({ key }) => sent.has(key));
  let current: Stretch | null = null;
  rows.forEach((row, i) => {
    const mark = markOf(row);
    if (sent.get(row.key) === mark) {
      // Once a stretch and not once a row: a list may be long.
      if (current) current.after = keysBetween(rows, i, i + CONTEXT);
      current = null;
      return;
    }
    if (!current) {
      current = { before: keysBetween(rows, i - CONTEXT, i), rows: [], after: [] };
      stretches.push(current);
    }
    // What turns up above known rows is history that was loaded, not news.
    current.rows.push(sightingOf(row, i <= newest ? null : notBefore, seen));
    sent.set(row.key, mark);
  });
  return stretches;
}

function markOf({ direction, time }: ListReading['rows'][number]): string {
  return `${direction}|${time?.at}`;
}

function keysBetween(rows: ListReading['rows'], from: number, to: number): string[] {
  return rows.slice(Math.max(0, from), Math.max(0, to)).map(({ key }) => key);
}

function sightingOf(
  { key, direction, time }: ListReading['rows'][number],
  notBefore: Instant | null,
  seen: Instant,
): Sighting {
  return {
    key,
    direction,
    at: time?.at ?? null,
    resolution: time?.resolution ?? 1,
    notBefore,
    seen,
  };
}
