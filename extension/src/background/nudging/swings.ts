import { addDays, daysBetween } from '../../shared/days';
import type { Day, Row } from '../../shared/types';

const WINDOW_DAYS = 56;
const QUIET_DAYS = 3;
const LIVELY_MESSAGES = 20;

/** Days with messages and no three quiet days between them. */
interface Stretch {
  first: Day;
  last: Day;
  sent: number;
  received: number;
}

/**
 * How often a lively time was followed by three quiet days or more and then by another, in the
 * last 56 days. Null below 60 messages on 10 days.
 *
 * @param unseen whether a day lies, even in part, in a gap: such a day is not known to be quiet.
 */
export function swingCycles(
  rows: ReadonlyMap<Day, Row>,
  today: Day,
  unseen: (day: Day) => boolean,
): number | null {
  const days = activeDays(rows, today);
  const messages = days.reduce((n, [, row]) => n + row.sent + row.received, 0);
  if (messages < 60 || days.length < 10) return null;
  const stretches = stretchesOf(days);
  return stretches.filter((b, i) => {
    const a = stretches[i - 1];
    return a && isLively(a) && isLively(b) && isSeen(a.last, b.first, unseen);
  }).length;
}

function activeDays(rows: ReadonlyMap<Day, Row>, today: Day): [Day, Row][] {
  const from = addDays(today, 1 - WINDOW_DAYS);
  return [...rows]
    .filter(([day, row]) => day >= from && day <= today && row.sent + row.received > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function stretchesOf(days: readonly [Day, Row][]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [day, { sent, received }] of days) {
    const open = stretches.at(-1);
    if (open && daysBetween(open.last, day) <= QUIET_DAYS) {
      open.last = day;
      open.sent += sent;
      open.received += received;
    } else {
      stretches.push({ first: day, last: day, sent, received });
    }
  }
  return stretches;
}

function isLively({ sent, received }: Stretch): boolean {
  return sent > 0 && received > 0 && sent + received >= LIVELY_MESSAGES;
}

function isSeen(from: Day, to: Day, unseen: (day: Day) => boolean): boolean {
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (unseen(day)) return false;
  return true;
}
