import type { CountState } from '../shared/messages';
import type { Instant } from '../shared/types';
import type { Box } from './reading/boxes';
import type { SentRows } from './reading/stretches';

/** What the reader remembers of one conversation while it is on the page. */
export interface Session {
  box: Box;
  /** When its id was first seen on this element; its rows are believed a settling time later. */
  since: Instant;
  state: CountState | null;
  /** Rows sent so far; empty until the first full look. */
  sent: SentRows;
  looked: boolean;
  /** Since when there may be rows that were not told, because something looked wrong. */
  untold: Instant | null;
  /** The next look is a baseline: counting began or went on just now. */
  fresh: boolean;
  /** Another conversation was shown in its place since: what comes back is a new opening. */
  left: boolean;
}

export function newSession(box: Box, since: Instant): Session {
  const nothing = { state: null, sent: new Map(), looked: false, untold: null };
  return { box, since, ...nothing, fresh: false, left: false };
}
