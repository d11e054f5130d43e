/** When a row can have come, by the page's own times of it and of the rows around it. Pure. */
import type { Instant, LedgerEvent } from '../../shared/types';
import type { HashedSighting } from './admit';

/** The lower end where nothing above a row tells. */
export const UNTOLD = Number.NEGATIVE_INFINITY;

/** Both ends inclusive. */
export interface Span {
  low: Instant;
  high: Instant;
}

/**
 * A row with a time has that time. One without came after what stands above it, before what stands
 * below it, and before it was seen. Where that contradicts itself (two clocks), nothing is told.
 */
export function spansOf(rows: readonly HashedSighting[], below: LedgerEvent | undefined): Span[] {
  const lows = lowsOf(rows);
  const highs = highsOf(rows, below);
  return rows.map((row, i) => {
    if (row.at !== null) return { low: row.at, high: row.at + row.resolution - 1 };
    const low = lows[i] as Instant;
    const high = Math.min(row.seen, highs[i] as Instant);
    return low <= high ? { low, high } : { low: UNTOLD, high: row.seen };
  });
}

function lowsOf(rows: readonly HashedSighting[]): Instant[] {
  let low = UNTOLD;
  return rows.map(({ at }) => {
    low = at ?? low;
    return low;
  });
}

function highsOf(rows: readonly HashedSighting[], below: LedgerEvent | undefined): Instant[] {
  let high = below?.source === 'machine' ? below.latest : Number.POSITIVE_INFINITY;
  return rows
    .toReversed()
    .map(({ at, resolution }) => {
      if (at !== null) high = at + resolution - 1;
      return high;
    })
    .toReversed();
}
