import type definitions from '../../../nudges/signals.json';
import type { ConversationId, Felt, Instant } from './types';

/** A key of nudges/signals.json; the file says what each one means. */
export type SignalName = keyof typeof definitions;
/** Absent: cannot be told (too small a sample, or not seen). Yes is 1, no is 0. */
export type Signals = Partial<Record<SignalName, number>>;

/** When a nudge may be shown. `week` is the weekly page, `thought` is about no chat. */
export type Moment = 'opened' | 'composing' | 'sent' | 'received' | 'week' | 'thought';

export interface Condition {
  signal: SignalName;
  min?: number;
  max?: number;
}

export interface Citation {
  claim: string;
  work: string;
  doi?: string;
  url?: string;
  /** `yours`: a thought that the person wrote. */
  kind: 'scholarship' | 'article' | 'common-wisdom' | 'yours';
}

/** One file of nudges/ (its schema: nudges/schema/nudge.json); `id` is the file's name. */
export interface Nudge {
  id: string;
  concept: string;
  weight: 'light' | 'heavy';
  role: 'R' | 'H' | 'B';
  moment: Moment;
  when: readonly Condition[];
  say: string;
  ask: string;
  try?: string;
  /** Language of the three texts; absent: English. */
  lang?: string;
  cooldown_days: number;
  citations: readonly Citation[];
  well?: boolean;
}

/** A thought that the person wrote: always light, under the same budget, never sent anywhere. */
export interface OwnNudge {
  /** Begins with `yours-`; '' before it is kept for the first time. */
  id: string;
  say: string;
  ask: string;
  moment: Moment;
  when: Condition[];
  cooldown_days: number;
}

/** What a person did with a card. `closed` (Escape, or it went away) says nothing about it. */
export type Answer = 'helpful' | 'not-now' | 'stung' | 'quiet-here' | 'closed';

/** One card as it was shown; kept in this browser. `conversation` is null for a thought. */
export interface Shown {
  nudge: string;
  concept: string;
  weight: 'light' | 'heavy';
  moment: Moment;
  conversation: ConversationId | null;
  at: Instant;
  answer: Answer | null;
  answeredAt: Instant | null;
}

/** "How it feels", as said of one chat. */
export interface FeltAnswer {
  answer: Felt;
  at: Instant;
}

/** From one local hour to another, over midnight if `from` is the later one. */
export interface Hours {
  from: number;
  to: number;
}

/** The person's own word on a nudge, which outranks every answer to it before `since`. */
export interface Switch {
  on: boolean;
  since: Instant;
}

/** All of it is shown in the options and can be changed there. */
export interface NudgeSettings {
  /** The second consent. */
  on: boolean;
  pausedUntil: Instant | 'open' | null;
  /** "Ask me before I write again." */
  composing: boolean;
  perDay: number;
  perWeek: number;
  chatGapDays: number;
  typingPauseSeconds: number;
  quietHours: Hours;
  /** A card needs a message that came since the person last opened the chat. */
  onlyNew: boolean;
  /** Days of a new chat without a card. */
  fromDay: number;
  /** So many "not now" in a row double the days, and put a card away. */
  slowAfter: number;
  retireAfter: number;
  heavyPerWeek: number;
  heavyChatGapDays: number;
  heavyFromDay: number;
  heavyQuietHours: Hours;
  heavyPauseDays: number;
  /** Other cards between two heavy ones. */
  heavyApart: number;
  /** Answers before it are not learned from: the person had what was learned forgotten. */
  learnedFrom: Instant;
  /** One nudge, on or off ("bring back" is on). */
  nudges: Record<string, Switch>;
}

/** The part that the person sets in the options; kept as far as it differs. */
export type Budget = Omit<NudgeSettings, 'on' | 'pausedUntil'>;

/** The frequency budget as it stands until the person changes it. */
export const NUDGE_DEFAULTS: NudgeSettings = {
  on: false,
  pausedUntil: null,
  composing: false,
  perDay: 1,
  perWeek: 4,
  chatGapDays: 3,
  typingPauseSeconds: 10,
  quietHours: { from: 22, to: 8 },
  onlyNew: true,
  fromDay: 1,
  slowAfter: 2,
  retireAfter: 3,
  heavyPerWeek: 1,
  heavyChatGapDays: 14,
  heavyFromDay: 14,
  heavyQuietHours: { from: 20, to: 8 },
  heavyPauseDays: 14,
  heavyApart: 1,
  learnedFrom: 0,
  nudges: {},
};
