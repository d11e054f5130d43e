/** One unbroken stretch of a list: which of its rows count, and which anchor those below. Pure. */
import type { KeyId, LedgerEvent } from '../../shared/types';
import {
  ADRIFT,
  type CountingState,
  EMPTY_LIST,
  type HashedSighting,
  type HashedStretch,
} from './admit';
import { beganAt, isFirstEver, mayFollow } from './follow';
import { placeSpan } from './intervals';
import { eventOf } from './sighted';
import { type Span, spansOf } from './span';

/** What is known when a stretch comes in. */
export interface Known {
  state: CountingState;
  events: ReadonlyMap<KeyId, LedgerEvent>;
  anchors: ReadonlySet<KeyId>;
  baseline: boolean;
}

export interface StretchResult {
  events: LedgerEvent[];
  anchors: KeyId[];
  /** Nothing tells what this follows: its rows are a new baseline. */
  lost: boolean;
}

/** A row as it is judged: what it says as an event, and what that means. */
interface Judged {
  event: LedgerEvent;
  old: LedgerEvent | undefined;
  counts: boolean;
  /** Kept though it does not count. */
  kept: boolean;
  anchors: boolean;
  /** It tells how long the silence after it is. */
  isHistory: boolean;
}

export function admitStretch(stretch: HashedStretch, known: Known): StretchResult {
  if (startsOver(stretch, known))
    return { events: [], anchors: stretch.rows.map(({ key }) => key), lost: true };
  const next = known.events.get(stretch.after[0] ?? EMPTY_LIST);
  const result: StretchResult = { events: [], anchors: [], lost: false };
  let history: LedgerEvent | null = null;
  for (const row of judge(stretch, known, next)) {
    if (history && (row.old ? row.old.counted : row.counts)) result.events.push(history);
    if (row.old) result.events.push(row.event);
    else if (row.counts || row.kept) result.events.push({ ...row.event, counted: row.counts });
    if (row.anchors) result.anchors.push(row.event.key);
    history = row.isHistory ? row.event : null;
  }
  const last = stretch.rows.at(-1);
  if (next && last) result.events.push({ ...next, previous: [last.key] });
  // The newest row there is, though not counted, tells how long the silence before the next one is.
  if (history && (stretch.after.length === 0 || next?.counted)) result.events.push(history);
  return result;
}

/** A list without one known key, and without times to tell, is a new baseline. */
function startsOver({ before, rows, after }: HashedStretch, known: Known): boolean {
  if (known.baseline || rows.length === 0 || before.length > 0) return false;
  if (rows.some(({ at }) => at !== null)) return false;
  const isKnown = (key: KeyId) => known.anchors.has(key) || known.events.has(key);
  if ([...rows.map(({ key }) => key), ...after].some(isKnown)) return false;
  return !isFirstEver({ before, rows, after }, known);
}

function judge(stretch: HashedStretch, known: Known, next: LedgerEvent | undefined): Judged[] {
  const { before, rows, after } = stretch;
  const spans = spansOf(rows, next);
  const isFirst = isFirstEver(stretch, known);
  // The last row that was seen before: what stands above it did not come just now.
  const lastKnown = rows.findLastIndex(
    ({ key }) => known.anchors.has(key) || known.events.has(key),
  );
  // Nor does a look at a list that was still empty tell when its end was seen.
  const wasEmpty = known.anchors.has(EMPTY_LIST);
  const isOld = aboveKnown(stretch, known);
  let anchored = isFirst || before.some((key) => known.anchors.has(key));
  return rows.map((row, i) => {
    anchored ||= known.anchors.has(row.key);
    const place = {
      span: spans[i] as Span,
      previous: rows[i - 1]?.key ?? before.at(-1) ?? null,
      anchored: anchored && !(row.at === null && isOld(i)),
      atEnd: !wasEmpty && after.length === 0 && i > lastKnown,
    };
    // In a list that is new as a whole nothing was seen coming, but for the first row there ever was.
    const sawIt = before.length > 0 || (isFirst && rows.length === 1);
    const sighting = sawIt ? row : { ...row, notBefore: null };
    const judged = judgeRow(sighting, place, known);
    anchored ||= judged.anchors && !known.baseline;
    return judged;
  });
}

/**
 * Whether a row lies between an old day that someone jumped to and what was known before: then it
 * is history that was loaded.
 */
function aboveKnown({ before, rows, after }: HashedStretch, { anchors }: Known) {
  const list = [...anchors];
  const connected = new Set(list.slice(list.indexOf(ADRIFT) + 1));
  const keys = [...before, ...rows.map(({ key }) => key), ...after];
  const first = anchors.has(ADRIFT) ? keys.findIndex((key) => connected.has(key)) : -1;
  return (row: number): boolean => before.length + row < first;
}

function judgeRow(
  row: HashedSighting,
  place: Parameters<typeof eventOf>[1],
  { state, events, anchors, baseline }: Known,
): Judged {
  const { span, anchored } = place;
  const old = events.get(row.key);
  const isNew = !old && !anchors.has(row.key);
  const isTimed = row.at !== null;
  const event = eventOf(row, place, state, old);
  const placed = placeSpan(span.low, span.high + 1, state.intervals);
  const follows = isNew && anchored && placed === 'straddles' && mayFollow(row, span, event, state);
  const counts = placed === 'inside' || follows;
  // What stood on the border when counting began is kept, uncounted, so that it stays history.
  const onBorder = baseline && placed === 'straddles';
  // So is what came while we looked on, from before: elsewhere it may seem to be new.
  const cameLate = !baseline && placed === 'outside' && row.notBefore !== null;
  const isRecent = counts && span.low >= beganAt(state);
  return {
    event,
    old,
    counts,
    kept: isTimed && (onBorder || cameLate),
    anchors: baseline || (isNew && (isRecent || (anchored && (counts || !isTimed)))),
    // Beside a row whose time is not known no silence is known.
    isHistory: !counts && !old && (isTimed || baseline),
  };
}
