import { addDays, daysBetween, daysOf, mondayOf, weekOf } from '../../shared/days';
import type { Band } from '../../shared/messages';
import type { Signals } from '../../shared/nudge';
import { addRows, emptyRow } from '../../shared/rows';
import type { Day, Row } from '../../shared/types';
import { usualOf } from '../usual';
import { TREND } from '../week-join';

/** Below this many openings in a window nothing is said of them. */
const ENOUGH_OPENINGS = 8;
/** Likewise of messages, on so many days or more. */
const ENOUGH_MESSAGES = 60;
const ENOUGH_DAYS = 10;
const WINDOW_WEEKS = 4;

/** The signals told by finished weeks. `included` is the day on which the chat was chosen. */
export function weeklySignals(rows: ReadonlyMap<Day, Row>, included: Day, today: Day): Signals {
  const monday = mondayOf(weekOf(today));
  const first = firstMonday(included);
  const weeks = Math.max(0, daysBetween(first, monday) / 7);
  return {
    weeks_counted: weeks,
    ...(weeks >= 1 ? lastWeekSignals(rows, addDays(monday, -7)) : {}),
    ...(weeks >= WINDOW_WEEKS ? openingSignals(rows, first, monday, weeks) : {}),
    ...(weeks >= 2 * WINDOW_WEEKS ? messageSignals(rows, first, monday) : {}),
    ...usualSignals(rows, monday),
  };
}

/** Monday of the first week seen whole; the day of choosing counts as a whole day. */
function firstMonday(included: Day): Day {
  return mondayOf(weekOf(addDays(included, 6)));
}

function lastWeekSignals(rows: ReadonlyMap<Day, Row>, monday: Day): Signals {
  const week = sum(rows, monday, 1);
  const days = daysOf(weekOf(monday)).map((day) => rows.get(day));
  return {
    both_began: Number(week.opened_by_me > 0 && week.opened_by_them > 0),
    both_came_back: Number(week.turns_sent_answered >= 3 && week.turns_received_answered >= 3),
    days_in_touch: days.filter((row) => row && row.sent > 0 && row.received > 0).length,
  };
}

function openingSignals(
  rows: ReadonlyMap<Day, Row>,
  first: Day,
  monday: Day,
  weeks: number,
): Signals {
  const then = sum(rows, first, WINDOW_WEEKS);
  const now = sum(rows, addDays(monday, -7 * WINDOW_WEEKS), WINDOW_WEEKS);
  const signals: Signals = {};
  if (openings(now) >= ENOUGH_OPENINGS) {
    signals.own_openings_4w = now.opened_by_me;
    signals.their_openings_4w = now.opened_by_them;
  }
  if (openings(then) >= ENOUGH_OPENINGS) {
    signals.own_openings_first = then.opened_by_me;
    signals.their_openings_first = then.opened_by_them;
  }
  const enough = Math.min(openings(now), openings(then)) >= ENOUGH_OPENINGS;
  if (enough && weeks >= 2 * WINDOW_WEEKS) {
    signals.own_openings_drift = ownOfHundred(now) - ownOfHundred(then);
  }
  return signals;
}

function messageSignals(rows: ReadonlyMap<Day, Row>, first: Day, monday: Day): Signals {
  const last = addDays(monday, -7 * WINDOW_WEEKS);
  if (!isEnough(rows, first) || !isEnough(rows, last)) return {};
  const own = (from: Day) => {
    const { sent, received } = sum(rows, from, WINDOW_WEEKS);
    return (100 * sent) / (sent + received);
  };
  return { own_messages_drift: own(last) - own(first) };
}

/** Whether the four weeks from this Monday on hold enough messages to speak of. */
function isEnough(rows: ReadonlyMap<Day, Row>, monday: Day): boolean {
  const days = Array.from({ length: 7 * WINDOW_WEEKS }, (_, i) => rows.get(addDays(monday, i)));
  const counts = days.map((row) => (row ? row.sent + row.received : 0));
  const messages = counts.reduce((total, count) => total + count, 0);
  return messages >= ENOUGH_MESSAGES && counts.filter(Boolean).length >= ENOUGH_DAYS;
}

/** The last finished week, told against the usual band of those before it. */
function usualSignals(rows: ReadonlyMap<Day, Row>, monday: Day): Signals {
  const weeks = Array.from({ length: TREND + 1 }, (_, i) => addDays(monday, 7 * (i - TREND - 1)));
  const sums = weeks.map((one) => ({ row: sum(rows, one, 1) }));
  const usual = usualOf(sums.slice(0, TREND));
  const last = sums[TREND]?.row;
  if (!usual || !last) return {};
  const isWithin = (value: number, { low, high }: Band) => value >= low && value <= high;
  const both =
    isWithin(last.opened_by_me, usual.openedByMe) &&
    isWithin(last.opened_by_them, usual.openedByThem);
  const signals: Signals = { openings_as_usual: Number(both) };
  if (isEnough(rows, addDays(monday, -7 * WINDOW_WEEKS)))
    signals.messages_as_usual = Number(
      isWithin(last.sent, usual.sent) && isWithin(last.received, usual.received),
    );
  return signals;
}

function openings(row: Row): number {
  return row.opened_by_me + row.opened_by_them;
}

function ownOfHundred(row: Row): number {
  return (100 * row.opened_by_me) / openings(row);
}

function sum(rows: ReadonlyMap<Day, Row>, monday: Day, weeks: number): Row {
  let total = emptyRow();
  for (let i = 0; i < 7 * weeks; i++) {
    const row = rows.get(addDays(monday, i));
    if (row) total = addRows(total, row);
  }
  return total;
}
