/** Rows that only their place in the list can tell: they follow what was seen before. Pure. */
import type { Instant, LedgerEvent } from '../../shared/types';
import { type CountingState, EMPTY_LIST, type HashedSighting, type HashedStretch } from './admit';
import { isOpen, place, placeSpan } from './intervals';
import type { Span } from './span';
import type { Known } from './stretch';

/**
 * A list that stood empty for so long before its first row came was truly empty. One that fills
 * sooner, or with several rows at once, may only have been slow to show its history.
 */
export const TRULY_EMPTY_MS = 10_000;

/** When the newest stretch of counting time began; -Infinity where there is none. */
export function beganAt({ intervals }: CountingState): Instant {
  return Math.max(Number.NEGATIVE_INFINITY, ...intervals.map(({ from }) => from));
}

/** The first row of a list that was empty when counting began. */
export function isFirstEver(
  { before, rows, after }: HashedStretch,
  { state, anchors }: Pick<Known, 'state' | 'anchors'>,
): boolean {
  const [row] = rows;
  if (!row || !anchors.has(EMPTY_LIST) || before.length > 0) return false;
  if (row.at !== null) return place(row.at, row.resolution, state.intervals) === 'straddles';
  if (rows.length > 1 || after.length > 0 || row.notBefore === null) return false;
  return state.lastSeen !== null && row.notBefore - state.lastSeen >= TRULY_EMPTY_MS;
}

/**
 * Whether a row below an anchor is of counting time. On the border where counting began it is; at
 * its end, too, nobody can tell on which side a message lies, but there nothing that follows it says
 * so. Without a time it counts where all of the time that it may have come at is counting time.
 */
export function mayFollow(
  { at, seen }: HashedSighting,
  { low, high }: Span,
  { earliest, latest }: LedgerEvent,
  state: CountingState,
): boolean {
  const { intervals, fresh } = state;
  // After a pause only a baseline tells where it ended; anchors are from before it.
  if (fresh && seen >= beganAt(state)) return false;
  if (at === null)
    return isOpen(intervals, seen) && placeSpan(earliest, latest + 1, intervals) === 'inside';
  return intervals.some(({ from, to }) => low < from && from <= high && (to === null || high < to));
}
