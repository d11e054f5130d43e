/** The kinds of made-up people: what their chats are like, and what they say to cards. */
import type { Felt } from '../../shared/types';
import type { Range } from './random';

export type Side = 'me' | 'them';

/** One chat's nature. Figures are guesses at everyday chats, not measured ones. */
export interface Nature {
  /** Stretches of talk a day, in a lively time. */
  stretches: number;
  /** How likely the person is the one who begins. */
  mine: number;
  /** How likely a side comes back to a turn of the other. */
  back: Record<Side, number>;
  /** The middle of the minutes until a side comes back. */
  minutes: Record<Side, number>;
  /** How likely a side writes once more, hours later, where nothing came back. */
  again: Record<Side, number>;
  /** Days of lively and of quiet times, by turns; absent: no quiet times. */
  spells?: { lively: Range; quiet: Range };
  /** How the person says it feels. */
  felt: Partial<Record<Felt, number>>;
  /** "New in my life"; such a chat is chosen within the first three weeks. */
  fresh?: true;
  group?: true;
}

export type Said = 'helpful' | 'not-now' | 'stung' | 'quiet-here' | 'closed' | 'nothing';

export interface PersonKind {
  name: string;
  chats: readonly Nature[];
  /** What they say to a card, by weight. */
  says: Partial<Record<Said, number>>;
  /** One card, in the fourth week or later, stings. */
  stungOnce?: true;
  /** How often a day a chat is looked at without writing. */
  looks: number;
  /** How likely the weekly page is opened on its day, and the popup on any day. */
  page: number;
  popup: number;
}

const EVEN: Nature = {
  stretches: 1.2,
  mine: 0.5,
  back: { me: 0.72, them: 0.72 },
  minutes: { me: 15, them: 15 },
  again: { me: 0.1, them: 0.1 },
  felt: { right: 8, lighter: 1, more: 1 },
};
const GIVES: Nature = {
  stretches: 1.4,
  mine: 0.85,
  back: { me: 0.9, them: 0.5 },
  minutes: { me: 8, them: 70 },
  again: { me: 0.45, them: 0.05 },
  felt: { lighter: 6, right: 3, more: 1 },
};
const GIVEN: Nature = {
  stretches: 1.4,
  mine: 0.2,
  back: { me: 0.55, them: 0.9 },
  minutes: { me: 80, them: 8 },
  again: { me: 0.05, them: 0.45 },
  felt: { more: 5, right: 4, lighter: 1 },
};
const FRESH: Nature = { ...EVEN, stretches: 1.6, mine: 0.55, fresh: true };
const FAR: Nature = {
  ...EVEN,
  minutes: { me: 120, them: 180 },
  spells: { lively: [2, 6], quiet: [9, 30] },
  felt: { right: 5, lighter: 4, more: 1 },
};
const BURSTS: Nature = {
  ...EVEN,
  stretches: 3,
  minutes: { me: 4, them: 6 },
  spells: { lively: [2, 4], quiet: [4, 8] },
  felt: { right: 4, lighter: 3, more: 3 },
};
const QUIET: Nature = { ...EVEN, stretches: 0.25, minutes: { me: 200, them: 120 } };
const SLOW: Nature = { ...QUIET, stretches: 0.4, mine: 0.6 };

const SAYS = { nothing: 45, closed: 20, helpful: 20, 'not-now': 12, 'quiet-here': 1, stung: 0.5 };
const USUAL = { says: SAYS, looks: 0.7, page: 0.8, popup: 0.3 };

export const KINDS: readonly PersonKind[] = [
  { name: 'an even chat', chats: [EVEN], ...USUAL },
  { name: 'gives most', chats: [GIVES, EVEN], ...USUAL },
  { name: 'is given to most', chats: [GIVEN, EVEN], ...USUAL },
  { name: 'a new friend', chats: [FRESH], ...USUAL },
  { name: 'far away, long silences', chats: [FAR], ...USUAL },
  { name: 'bursts and quiet', chats: [BURSTS], ...USUAL },
  {
    name: 'many chats',
    chats: [EVEN, GIVES, GIVEN, SLOW, QUIET, FAR, { ...EVEN, group: true }],
    ...USUAL,
  },
  { name: 'a quiet person', chats: [QUIET], ...USUAL, looks: 0.2, page: 0.4, popup: 0.1 },
  {
    name: 'says "not now" a lot',
    chats: [GIVES, EVEN],
    ...USUAL,
    says: { 'not-now': 75, closed: 10, nothing: 10, helpful: 5 },
  },
  {
    name: 'says "helpful" to most',
    chats: [GIVES, EVEN],
    ...USUAL,
    says: { helpful: 80, nothing: 12, closed: 5, 'not-now': 3 },
  },
  {
    name: 'was stung once',
    chats: [GIVES, EVEN],
    ...USUAL,
    says: { ...SAYS, stung: 0 },
    stungOnce: true,
  },
];
