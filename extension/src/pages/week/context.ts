import type { AppState, WeekView } from '../../shared/messages';

/** What every part of the page is drawn from. */
export interface PageContext {
  view: WeekView;
  state: AppState;
  rtl: boolean;
}

/** Parts that a person can hide for good; the options bring them back. */
export const PARTS = {
  letter: 'The Monday letter',
  reflection: 'A question for the week',
  note: 'Your note',
  guess: 'A guess before the figures',
  openings: 'Who began',
  felt: 'How it felt',
  messages: 'Messages by day',
  earlier: 'The weeks before',
} as const;

export type PartId = keyof typeof PARTS;
