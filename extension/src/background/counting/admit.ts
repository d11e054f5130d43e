/** What counts: which rows of a page become events. Pure. */
import type { ConversationId, Direction, Instant, KeyId, LedgerEvent } from '../../shared/types';
import { type Interval, isOpen, type Placement, place } from './intervals';
import { merge } from './merge';

/** A sighting whose key is hashed. */
export interface HashedSighting {
  key: KeyId;
  direction: Direction;
  at: Instant | null;
  resolution: number;
  notBefore: Instant | null;
  seen: Instant;
}

/** An unbroken stretch of a list, oldest first. */
export interface HashedStretch {
  before: KeyId[];
  rows: HashedSighting[];
  after: KeyId[];
}

/** What the ledger knows of a conversation when rows of it come in. */
export interface CountingState {
  id: ConversationId;
  intervals: Interval[];
  /** The newest keys committed, oldest first; baseline keys too. */
  anchors: KeyId[];
  lastSeen: Instant | null;
}

export interface Admission {
  /** Events to put, already merged with what was known. */
  events: LedgerEvent[];
  anchors: KeyId[];
  /** A stretch of time in which rows may have come that nobody saw. */
  gap: { from: Instant; to: Instant } | null;
}

export const ANCHORS_KEPT = 50;
/** Stands among the anchors when counting began on an empty list. */
export const EMPTY_LIST: KeyId = '';
/** A row noticed within this time of the last look is known to have come just then. */
export const LIVE_MS = 60_000;

const BITS = { out: 1, in: 2 } as const;

export function admit(
  stretches: readonly HashedStretch[],
  state: CountingState,
  known: ReadonlyMap<KeyId, LedgerEvent>,
  options: { baseline: boolean; now: Instant },
): Admission {
  const all = new Map(known);
  const touched = new Set<KeyId>();
  const anchors = new Set(state.anchors);
  if (options.baseline) anchors.delete(EMPTY_LIST);
  let lost = false;
  for (const stretch of stretches) {
    const result = admitStretch(stretch, state, all, anchors, options.baseline);
    for (const event of result.events) {
      const earlier = all.get(event.key);
      const merged = earlier ? merge(earlier, event) : event;
      all.set(event.key, withdrawnIfHistory(merged, state.intervals));
      touched.add(event.key);
    }
    for (const key of result.anchors) {
      anchors.delete(key);
      anchors.add(key);
    }
    lost ||= result.lost;
  }
  if (options.baseline && stretches.every(({ rows }) => rows.length === 0)) anchors.add(EMPTY_LIST);
  const gap = lost && state.lastSeen !== null ? { from: state.lastSeen, to: options.now } : null;
  const events = [...touched].map((key) => all.get(key) as LedgerEvent);
  return { events, anchors: [...anchors].slice(-ANCHORS_KEPT), gap };
}

interface StretchResult {
  events: LedgerEvent[];
  anchors: KeyId[];
  lost: boolean;
}

function admitStretch(
  { before, rows, after }: HashedStretch,
  state: CountingState,
  known: ReadonlyMap<KeyId, LedgerEvent>,
  anchors: ReadonlySet<KeyId>,
  baseline: boolean,
): StretchResult {
  const result: StretchResult = { events: [], anchors: [], lost: false };
  // A list without one known key, and without times to tell, starts over: a new baseline.
  const around = [...before, ...rows.map(({ key }) => key), ...after];
  const adrift = !around.some((key) => anchors.has(key) || known.has(key));
  const beganEmpty = !baseline && anchors.has(EMPTY_LIST);
  // Only the newest keys anchor: below an old one there may be a pause that is not to be filled in.
  let anchored = !baseline && before.some((key) => anchors.has(key));
  let previous = before.at(-1) ?? null;
  let history: LedgerEvent | null = null;
  for (const row of rows) {
    const old = known.get(row.key);
    const placed = placement(row, state.intervals);
    const follows = anchored || (beganEmpty && row.at !== null);
    const isNew = !old && !anchors.has(row.key);
    const counts =
      placed === 'inside' || (isNew && follows && isAtBeginning(row, placed, state.intervals));
    const event = eventOf(row, previous, state, counts, old);
    if (history && (old ? old.counted : counts)) result.events.push(history);
    // What stood on the border when counting began is kept, uncounted, so that it stays history.
    const onBorder = baseline && placed === 'straddles';
    if (old) result.events.push({ ...event, counted: false });
    else if (counts || (onBorder && row.at !== null)) result.events.push(event);
    const startsOver = adrift && row.at === null;
    if ((counts && isNew) || onBorder || startsOver) result.anchors.push(row.key);
    if (startsOver && !baseline) result.lost = true;
    anchored ||= !baseline && ((counts && isNew) || anchors.has(row.key));
    history = counts || old ? null : event;
    previous = row.key;
  }
  const next = known.get(after[0] ?? EMPTY_LIST);
  if (next && previous) result.events.push({ ...next, previous: [previous] });
  // The newest row there is, though not counted, tells how long the silence before the next one is.
  if (history && (after.length === 0 || next?.counted)) result.events.push(history);
  if (history && after.length === 0) result.anchors.push(history.key);
  return result;
}

/** Rows without a time can only be told by what they follow: they are treated as on the border. */
function placement(row: HashedSighting, intervals: readonly Interval[]): Placement {
  return row.at === null ? 'straddles' : place(row.at, row.resolution, intervals);
}

/**
 * On the border, and on the border where counting began: at its end, too, nobody can tell on which
 * side a message lies, but there nothing that follows it says so.
 */
function isAtBeginning(
  { at, resolution, seen }: HashedSighting,
  placed: Placement,
  intervals: readonly Interval[],
): boolean {
  if (placed !== 'straddles') return false;
  if (at === null) return isOpen(intervals, seen);
  return intervals.some(
    ({ from, to }) => at < from && from < at + resolution && (to === null || at + resolution <= to),
  );
}

function eventOf(
  row: HashedSighting,
  previous: KeyId | null,
  state: CountingState,
  counted: boolean,
  old: LedgerEvent | undefined,
): LedgerEvent {
  const base = {
    conversation: state.id,
    key: row.key,
    direction: row.direction ? BITS[row.direction] : 0,
    previous: previous ? [previous] : [],
    counted,
  } as const;
  if (row.at !== null) {
    const latest = row.at + row.resolution - 1;
    return { ...base, source: 'machine', at: row.at, earliest: row.at, latest };
  }
  // Seen once, seen again later: the second look says nothing of when it came.
  if (old && old.latest <= row.seen) return { ...old, ...base };
  const earliest = Math.min(row.notBefore ?? lastLook(row, state), row.seen);
  const live = row.notBefore !== null && row.seen - row.notBefore <= LIVE_MS;
  return { ...base, source: live ? 'live' : 'between', at: row.seen, earliest, latest: row.seen };
}

/** When the conversation was last seen before this look, at the latest when counting began. */
function lastLook({ seen }: HashedSighting, { lastSeen, intervals }: CountingState): Instant {
  if (lastSeen !== null && lastSeen <= seen) return lastSeen;
  const began = intervals.map(({ from }) => from).filter((from) => from <= seen);
  return began.length > 0 ? Math.max(...began) : seen;
}

/**
 * Some apps show a message's arrival first and its true time a moment later: what then turns out
 * to lie outside every interval is history after all.
 */
function withdrawnIfHistory(event: LedgerEvent, intervals: readonly Interval[]): LedgerEvent {
  if (!event.counted || event.source !== 'machine') return event;
  const consistent = event.earliest <= event.latest;
  const from = consistent ? event.earliest : event.at;
  const resolution = consistent ? event.latest - event.earliest + 1 : 1;
  return place(from, resolution, intervals) === 'outside' ? { ...event, counted: false } : event;
}
