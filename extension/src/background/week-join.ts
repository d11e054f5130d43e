/** This browser's rows, joined with those that a server tells of all browsers. Pure. */
import { addWeeks, daysOf, remembering } from '../shared/days';
import type { WeekChat } from '../shared/messages';
import { addRows, emptyRow } from '../shared/rows';
import type { Day, Row, Week } from '../shared/types';

/** So many weeks are shown before the one that is asked for. */
export const TREND = 12;

export function messagesOf(row: Row): number {
  return row.sent + row.received;
}

/**
 * Of two rows of a day, the one that saw more messages. "At least" where another browser saw more
 * than this one, or more on one of the two sides: each may have seen what the other did not.
 *
 * @param parts days of which the server has different numbers from several browsers
 */
export function join(
  days: readonly Day[],
  local: ReadonlyMap<Day, Row>,
  served: Readonly<Record<Day, Row>>,
  parts: readonly Day[] = [],
): { days: Record<Day, Row>; atLeast: boolean } {
  const joined: Record<Day, Row> = {};
  let atLeast = false;
  for (const day of days) {
    const here = local.get(day);
    const there = served[day];
    const row = fuller(here, there);
    if (row && messagesOf(row) > 0) joined[day] = row;
    if (row && parts.includes(day)) atLeast = true;
    if (here && there && sawParts(here, there)) atLeast = true;
  }
  return { days: joined, atLeast };
}

function fuller(here: Row | undefined, there: Row | undefined): Row | undefined {
  return there && (!here || messagesOf(there) > messagesOf(here)) ? there : here;
}

/** A row there that holds no more than this one may be this browser's own, sent earlier. */
function sawParts(here: Row, there: Row): boolean {
  const more = there.sent > here.sent || there.received > here.received;
  return messagesOf(here) > 0 && more;
}

/** The weeks before, oldest first; those without a message are left out. */
export function joinTrend(
  week: Week,
  local: ReadonlyMap<Day, Row>,
  served: readonly ({ week: string } & Row)[],
): WeekChat['trend'] {
  const known = new Map(served.map(({ week: name, ...row }) => [name, row as Row]));
  return weeksBefore(week).flatMap((one) => {
    const [here, there] = [sumOf(one, local), known.get(one)];
    const row = fuller(here, there);
    if (!row || messagesOf(row) === 0) return [];
    return [{ week: one, row, ...(there && sawParts(here, there) ? { atLeast: true } : {}) }];
  });
}

/** The weeks that are shown before this one, oldest first. */
export const weeksBefore: (week: Week) => readonly Week[] = remembering((week) =>
  Array.from({ length: TREND }, (_, i) => addWeeks(week, i - TREND)),
);

function sumOf(week: Week, rows: ReadonlyMap<Day, Row>): Row {
  return daysOf(week).reduce((sum, day) => {
    const row = rows.get(day);
    return row ? addRows(sum, row) : sum;
  }, emptyRow());
}
