/** A sighting as an event: what it says of the message's time. Pure. */
import type { Instant, KeyId, LedgerEvent } from '../../shared/types';
import type { CountingState, HashedSighting } from './admit';
import { type Interval, type Placement, placeSpan } from './intervals';
import { type Span, UNTOLD } from './span';

/** A row noticed within this time of the last look is known to have come just then. */
export const LIVE_MS = 60_000;

const BITS = { out: 1, in: 2 } as const;

export interface Place {
  span: Span;
  /** The key right above it. */
  previous: KeyId | null;
  /** It follows a row that was seen since the last baseline. */
  anchored: boolean;
  /** Nothing below it was seen before. */
  atEnd: boolean;
}

/** Uncounted: whether it counts is for others to say. */
export function eventOf(
  row: HashedSighting,
  place: Place,
  state: CountingState,
  old: LedgerEvent | undefined,
): LedgerEvent {
  const { span, previous } = place;
  const base = {
    conversation: state.id,
    key: row.key,
    direction: row.direction ? BITS[row.direction] : 0,
    previous: previous ? [previous] : [],
    counted: false,
  } as const;
  if (row.at !== null) {
    return { ...base, source: 'machine', at: row.at, earliest: span.low, latest: span.high };
  }
  // Seen once, seen again later: the second look says no more than the rows around it do.
  if (old && old.latest <= row.seen) return { ...narrowed(old, span), ...base };
  const { seen, notBefore } = row;
  const after = Math.min(lastWithout(row, place, state), seen);
  if (notBefore !== null && seen - after <= LIVE_MS)
    return { ...base, source: 'live', at: seen, earliest: after, latest: seen };
  const earliest = after <= span.high ? Math.max(after, span.low) : span.low;
  const known = Number.isFinite(earliest) ? earliest : Math.min(beginning(row, state), span.high);
  return { ...base, source: 'between', at: span.high, earliest: known, latest: span.high };
}

/** When the row was certainly not there yet. */
function lastWithout(
  row: HashedSighting,
  { anchored, atEnd }: Place,
  state: CountingState,
): Instant {
  const looked = atEnd ? lastLook(row, state) : beginning(row, state);
  return Math.max(row.notBefore ?? UNTOLD, anchored ? looked : UNTOLD);
}

function narrowed(old: LedgerEvent, { low, high }: Span): LedgerEvent {
  const earliest = Math.max(old.earliest, low);
  const latest = Math.min(old.latest, high);
  if (old.source !== 'between' || earliest > latest) return old;
  return { ...old, at: latest, earliest, latest };
}

/** When the end of the list was last seen before this look, at the latest when counting began. */
function lastLook(row: HashedSighting, state: CountingState): Instant {
  const { lastSeen } = state;
  return lastSeen !== null && lastSeen <= row.seen ? lastSeen : beginning(row, state);
}

function beginning({ seen }: HashedSighting, { intervals }: CountingState): Instant {
  const began = intervals.map(({ from }) => from).filter((from) => from <= seen);
  return began.length > 0 ? Math.max(...began) : seen;
}

/** Where an event with a machine time lies. Contradictory bounds leave the smallest time. */
function placeOf(event: LedgerEvent, intervals: readonly Interval[]): Placement {
  const consistent = event.earliest <= event.latest;
  const from = consistent ? event.earliest : event.at;
  return placeSpan(from, consistent ? event.latest + 1 : from + 1, intervals);
}

/**
 * Some apps show a message's arrival first and its true time a moment later: by the smaller time
 * it may turn out to be history after all, or, where its arrival fell into a pause, to count.
 */
export function judgedAnew(
  merged: LedgerEvent,
  old: LedgerEvent | undefined,
  intervals: readonly Interval[],
): LedgerEvent {
  if (merged.source !== 'machine') return merged;
  const placed = placeOf(merged, intervals);
  if (placed === 'outside') return { ...merged, counted: false };
  if (placed === 'straddles' || old?.source !== 'machine') return merged;
  return placeOf(old, intervals) === 'outside' ? { ...merged, counted: true } : merged;
}
