import type { CountState, NamedAdapter } from '../shared/messages';
import type { Direction, Instant } from '../shared/types';
import type { Box } from './reading/boxes';
import { OrderKeys } from './reading/order';
import type { ListedRow } from './reading/rows';
import type { SentRows } from './reading/stretches';

/** The newest rows shown, with their ids: what tells a list from the one before it. */
export type Shown = Map<Element, string | null>;

/** What the reader remembers of one conversation while it is on the page. */
export interface Session {
  box: Box;
  /** When its id was first seen on this element; its rows are believed a settling time later. */
  shownSince: Instant;
  state: CountState | null;
  /** Rows sent so far, and with an empty mark those of the first look. */
  sent: SentRows;
  looked: boolean;
  /** The page was out of view since rows were last told. */
  wasHidden: boolean;
  /** Nothing of the list as it stands was seen coming. */
  isNew: boolean;
  /** Since when there may be rows that were not told, because something looked wrong. */
  untold: Instant | null;
  /** The next look is a baseline: counting began or went on just now. */
  fresh: boolean;
  /** Another conversation was shown in its place since: what comes back is a new opening. */
  wasLeft: boolean;
  shownRows: Shown;
  /** What the same element showed under another name, until the list has changed too. */
  stale: Shown | null;
  /** Since when the list has had no row in common with the one before. */
  swapped: Instant | null;
  order: OrderKeys;
}

export function newSession(box: Box, shownSince: Instant, stale: Shown | null): Session {
  return {
    ...{ box, shownSince, stale, state: null, untold: null, swapped: null, isNew: true },
    ...{ looked: false, wasHidden: false, fresh: false, wasLeft: false },
    ...{ sent: new Map(), shownRows: new Map(), order: new OrderKeys() },
  };
}

export function overlaps(shown: Shown, before: Shown): boolean {
  return [...shown].some(([element, key]) => before.has(element) && before.get(element) === key);
}

/** The same rows in new elements count as the same list. Rows without ids can tell nothing. */
export function hasCommonKey(shown: Shown, before: Shown): boolean {
  const [ids, known] = [idsOf(shown), idsOf(before)];
  return !ids[0] || !known[0] || ids.some((id) => known.includes(id));
}

export function idsOf(shown: Shown): string[] {
  return [...shown.values()].filter((id) => id !== null);
}

/** Which way a row was told to go, if it was. */
export function toldOf({ sent }: Session, key: string | null): Direction {
  const way = sent.get(key ?? '')?.split('|')[0];
  return way === 'in' || way === 'out' ? way : null;
}

/**
 * Someone jumped away from all that was told: until the list is back at it, nothing but times
 * could tell what lies below from new messages. What was drawn out of view may be all new.
 */
export function isAdrift(
  session: Session,
  rows: readonly ListedRow[],
  { time, key }: NamedAdapter,
): boolean {
  const { sent, shownRows, wasHidden } = session;
  if (time || key.from === 'order' || wasHidden || sent.size === 0) return false;
  const ids = [...rows.map((row) => row.key), ...idsOf(shownRows)];
  const isAway = !ids.some((id) => sent.has(id));
  session.isNew ||= isAway;
  return isAway;
}
