import type { AppState, WeekView } from '../../shared/messages';
import type { Speech } from './speech';

/** What every part of the page is drawn from. */
export interface PageContext {
  view: WeekView;
  state: AppState;
  speech: Speech;
  /** Stands below another week, under a heading of its own. */
  below?: boolean;
}

/** Parts that a person can hide for good; the options bring them back. */
export const PARTS = [
  'letter',
  'reflection',
  'note',
  'guess',
  'openings',
  'felt',
  'messages',
  'earlier',
  'reflections',
  'helped',
] as const;

export type PartId = (typeof PARTS)[number];
