/** Below these amounts nothing is said of earlier weeks ("Enough to say"). */
import type { WeekChat } from '../../shared/messages';
import { addRows, emptyRow } from '../../shared/rows';
import type { Row } from '../../shared/types';

const WINDOW_WEEKS = 4;
const OPENINGS = 8;
const MESSAGES = 60;

/** Openings: 8 or more in the last four weeks, and in the four before them. */
export function enoughOpenings(entry: WeekChat): boolean {
  const weeks = [...entry.trend.map(({ row }) => row), entry.sums];
  const now = weeks.slice(-WINDOW_WEEKS);
  const before = weeks.slice(-2 * WINDOW_WEEKS, -WINDOW_WEEKS);
  return entry.usual !== null && [now, before].every((rows) => openingsIn(rows) >= OPENINGS);
}

/** Messages: 60 or more in the last four weeks; the band itself stands for enough days. */
export function enoughMessages(entry: WeekChat): boolean {
  const { sent, received } = total([
    ...entry.trend.slice(1 - WINDOW_WEEKS).map((w) => w.row),
    entry.sums,
  ]);
  return entry.usual !== null && sent + received >= MESSAGES;
}

function openingsIn(rows: Row[]): number {
  const { opened_by_me, opened_by_them } = total(rows);
  return opened_by_me + opened_by_them;
}

function total(rows: Row[]): Row {
  return rows.reduce(addRows, emptyRow());
}
