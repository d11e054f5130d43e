/** Below these amounts nothing is said of earlier weeks ("Enough to say"). */
import { addWeeks } from '../../shared/days';
import type { WeekChat } from '../../shared/messages';
import { addRows, emptyRow } from '../../shared/rows';
import type { Row, Week } from '../../shared/types';

const WINDOW_WEEKS = 4;
const OPENINGS = 8;
const MESSAGES = 60;
const ACTIVE_DAYS = 10;

/** Openings: 8 or more in the four weeks that end with this one, and in the four before them. */
export function enoughOpenings(entry: WeekChat, week: Week): boolean {
  const windows = [week, addWeeks(week, -WINDOW_WEEKS)].map((last) => windowOf(entry, week, last));
  return entry.usual !== null && windows.every((sum) => openingsIn(sum) >= OPENINGS);
}

/** Messages: 60 or more on 10 days or more in the four weeks that end with this one. */
export function enoughMessages(entry: WeekChat, week: Week): boolean {
  const { sent, received } = windowOf(entry, week, week);
  const enough = sent + received >= MESSAGES && entry.activeDays >= ACTIVE_DAYS;
  return entry.usual !== null && enough;
}

/** Sums of the four calendar weeks up to `last`; weeks that are absent held nothing. */
function windowOf({ trend, sums }: WeekChat, shown: Week, last: Week): Row {
  const first = addWeeks(last, 1 - WINDOW_WEEKS);
  return [...trend, { week: shown, row: sums }]
    .filter(({ week }) => week >= first && week <= last)
    .reduce((sum, { row }) => addRows(sum, row), emptyRow());
}

function openingsIn({ opened_by_me, opened_by_them }: Row): number {
  return opened_by_me + opened_by_them;
}
