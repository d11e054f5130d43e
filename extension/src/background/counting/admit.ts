/** What counts: which rows of a page become events. Pure. */
import type { ConversationId, Direction, Instant, KeyId, LedgerEvent } from '../../shared/types';
import type { Interval } from './intervals';
import { merge } from './merge';
import { judgedAnew } from './sighted';
import { admitStretch } from './stretch';

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
  /** The newest keys there have been since the last baseline, oldest first; its own too. */
  anchors: KeyId[];
  /** When the end of the list was last seen. */
  lastSeen: Instant | null;
  /** Counting began or went on, and no baseline has been seen since. */
  fresh: boolean;
}

export interface Admission {
  /** Events to put, already merged with what was known. */
  events: LedgerEvent[];
  anchors: KeyId[];
  /** Rows may have come since the last look that nobody saw. */
  lost: boolean;
  /** The rows reach down to the end of the list as we know it. */
  sawEnd: boolean;
}

export const ANCHORS_KEPT = 50;
/** Stands among the anchors from a baseline without rows until the first rows come. */
export const EMPTY_LIST: KeyId = '';
/** Stands between the rows of a list that nothing connected and those known before. */
export const ADRIFT: KeyId = '|';

export function admit(
  stretches: readonly HashedStretch[],
  state: CountingState,
  known: ReadonlyMap<KeyId, LedgerEvent>,
  { baseline }: { baseline: boolean },
): Admission {
  const all = new Map(known);
  const touched = new Set<KeyId>();
  // What came before a pause must not anchor what comes after it: the pause may lie between them.
  let anchors = baseline ? [] : state.anchors;
  const admission = { lost: false, sawEnd: false };
  for (const stretch of stretches) {
    const seen = { state, events: all, anchors: new Set(anchors), baseline };
    const result = admitStretch(stretch, seen);
    for (const event of result.events) {
      const old = all.get(event.key);
      all.set(event.key, judgedAnew(old ? merge(old, event) : event, old, state.intervals));
      touched.add(event.key);
    }
    if (stretch.rows.length > 0) anchors = anchors.filter((key) => key !== EMPTY_LIST);
    anchors = result.lost
      ? startedOver(anchors, result.anchors)
      : withAnchors(anchors, result.anchors, stretch.after);
    admission.lost ||= result.lost;
    admission.sawEnd ||= isEnd(stretch, anchors);
  }
  if (baseline && stretches.every(({ rows }) => rows.length === 0)) {
    anchors = [EMPTY_LIST];
    admission.sawEnd = true;
  }
  const events = [...touched].map((key) => all.get(key) as LedgerEvent);
  return { ...admission, events, anchors: anchors.slice(-ANCHORS_KEPT) };
}

/** Its last row is the newest that there is, as far as we know. */
function isEnd({ rows, after }: HashedStretch, anchors: readonly KeyId[]): boolean {
  return after.length === 0 && rows.length > 0 && rows.at(-1)?.key === anchors.at(-1);
}

/** In the order of the page: what stands above known rows must not push them out. */
function withAnchors(anchors: KeyId[], added: KeyId[], after: readonly KeyId[]): KeyId[] {
  const below = new Set(after);
  const found = anchors.findIndex((key) => below.has(key));
  const place = found < 0 ? anchors.length : found;
  return [...anchors.slice(0, place), ...added, ...anchors.slice(place)];
}

/** Someone may only have jumped to an old day: the newest that were there still anchor. */
function startedOver(anchors: KeyId[], added: KeyId[]): KeyId[] {
  const half = ANCHORS_KEPT / 2;
  const kept = anchors.slice(-half);
  return [...added.slice(1 - half), ...(kept.includes(ADRIFT) ? [] : [ADRIFT]), ...kept];
}
