import type { CardAnswer } from '../../shared/card';

/** What the card says of itself; the thought's own texts come with the view. */
export const WORDS = {
  name: 'A thought from Toward',
  keys: 'Alt, Shift and T moves here and back. Escape closes.',
  open: 'A thought from Toward',
  close: 'Close',
  why: 'Why this?',
  numbers: 'What was counted',
  rules: 'When this may come',
  sources: 'Where it comes from',
  first:
    'This is Toward, the extension that you added. Now and then it shows a small thought like this one. It has read no message.',
  kept: 'Kept. You can stop these at any time from Toward’s icon.',
} as const;

export const ANSWERS: [CardAnswer, string][] = [
  ['helpful', 'Helpful'],
  ['not-now', 'Not now'],
  ['stung', 'This stung'],
  ['quiet-here', 'Quiet here'],
];

export const FIRST_ANSWERS: [CardAnswer, string][] = [
  ['keep', 'Keep these'],
  ['stop', 'Stop these'],
];
