/** The usual band of a chat: from its own last eight weekly values, never an ideal. Pure. */
import type { Band, WeekChat } from '../shared/messages';
import type { Row } from '../shared/types';

const WEEKS = 8;
const LEAST_TURNS = 10;

/** Median, 10th and 90th percentile, by linear interpolation between the sorted values. */
export function bandOf(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? 0;
    const high = sorted[Math.ceil(place)] ?? low;
    return low + (high - low) * (place - Math.floor(place));
  };
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}

/**
 * Bands over the last eight weeks with enough turns, or null where there are fewer among those
 * shown: what comes less often than that has no usual.
 *
 * @param trend the weeks before, oldest first
 */
export function usualOf(trend: readonly { row: Row }[]): WeekChat['usual'] {
  const weeks = trend
    .map(({ row }) => row)
    .filter((row) => row.turns_sent + row.turns_received >= LEAST_TURNS)
    .slice(-WEEKS);
  if (weeks.length < WEEKS) return null;
  return {
    openedByMe: bandOf(weeks.map((row) => row.opened_by_me)),
    openedByThem: bandOf(weeks.map((row) => row.opened_by_them)),
    sent: bandOf(weeks.map((row) => row.sent)),
    received: bandOf(weeks.map((row) => row.received)),
  };
}
