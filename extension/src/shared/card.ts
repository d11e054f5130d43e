/** What a card shows: made in the background from a nudge, drawn by content script and pages. */

export type CardAnswer =
  | 'helpful'
  | 'not-now'
  | 'stung'
  | 'quiet-here'
  | 'closed'
  | 'keep'
  | 'stop';

export interface CardView {
  /** Names this showing, so that an answer finds it. */
  shown: string;
  nudge: string;
  say: string;
  ask: string;
  try: string | null;
  why: WhyView;
  /** One of the first cards: a line says what this is and offers keep or stop. */
  first: boolean;
  /** Language and direction of the texts, and so of the whole card but its sources. */
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** The "Why this?" panel, in the card's language but for the sources, which are English. */
export interface WhyView {
  /** What it goes by, each with its definition and window in words; '' where a number is not shown. */
  numbers: { value: string; meaning: string }[];
  /** When this nudge may come, in words. */
  rules: string[];
  sources: { claim: string; work: string; link: string | null; kind: string }[];
}
