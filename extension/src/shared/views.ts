/** What Toward's own pages show: made in the background, drawn by popup, week and options. */
import type { CardView } from './card';
import type { Language } from './language';
import type { Trouble } from './messages';
import type { Budget, Moment, Nudge, OwnNudge } from './nudge';
import type {
  Bond,
  ConversationId,
  Day,
  Definitions,
  Felt,
  Instant,
  Kind,
  Row,
  Week,
} from './types';

/**
 * What an app does not show of its messages: counted only while the chat is open; times are those
 * at which a message was seen; a chat is known by its name only.
 */
export type Limit = 'while-open' | 'seen-times' | 'by-title';

/** One chosen chat, for popup, week and options. */
export interface ChatInfo {
  id: ConversationId;
  /** The person's own name for it, or null: then pages say "Chat 1". */
  name: string | null;
  number: number;
  adapter: string;
  kind: Kind;
  bond: Bond | null;
  felt: { answer: Felt; at: Instant } | null;
  newInLife: boolean;
  /** No cards here. */
  quiet: boolean;
  /** "Let this chat rest", or no incoming message for 21 days. */
  resting: boolean;
  practice: boolean;
  since: Instant;
  counting: boolean;
  limits: Limit[];
}

/** A site that is switched on, with the adapter last seen to fit and the trouble last told. */
export interface SiteInfo {
  origin: string;
  adapter: string | null;
  trouble: { what: Trouble; at: Instant } | null;
}

export interface ServerInfo {
  url: string;
  connected: boolean;
  account: string | null;
  lastUpload: Instant | null;
  /** The last failure in words that say what happens next, or null. */
  problem: string | null;
  waitingRows: number;
}

export interface Settings {
  countConsent: boolean;
  nudgeConsent: boolean | null;
  discreet: boolean;
  pausedUntil: Instant | 'open' | null;
  wholeSites: string[];
  /** Experimental adapters that the person chose, by id. */
  experimental: string[];
  definitions: Definitions;
  hiddenParts: string[];
  /** Of the thoughts; `auto` is the browser's own, where it is one of ours. */
  language: Language | 'auto';
  /** What the person changed of the budget for cards; read through `budgetFrom`. */
  nudges: Partial<Budget>;
}

export interface AppState {
  version: string;
  settings: Settings;
  sites: SiteInfo[];
  /** All experimental adapters, chosen or not. */
  experimental: { id: string; name: string }[];
  chats: ChatInfo[];
  server: ServerInfo;
  managed: boolean;
  storageFull: boolean;
  cardsLeftToday: number;
  now: Instant;
  zone: string;
}

/** Why a thought does not come any more. */
export type Retired = 'off' | 'stung' | 'not-now';

/** One thought for the options. */
export interface ThoughtInfo
  extends Pick<Nudge, 'id' | 'concept' | 'weight' | 'say' | 'ask' | 'try'> {
  moment: Moment;
  retired: Retired | null;
}

/** What answers to light cards have taught, by concept. */
export interface Learned {
  concept: string;
  helpful: number;
  notNow: number;
}

/** The options' part about thoughts. */
export interface ThoughtsView {
  budget: Budget;
  thoughts: ThoughtInfo[];
  learned: Learned[];
  own: OwnNudge[];
}

export interface WeekChat {
  chat: ChatInfo;
  days: Record<Day, Row>;
  sums: Row;
  /** The twelve weeks before, oldest first; weeks without counts are absent. */
  trend: { week: Week; row: Row }[];
  /** 10th and 90th percentile and median of the last eight weekly values, when there are enough. */
  usual: { openedByMe: Band; openedByThem: Band; sent: Band; received: Band } | null;
  /** Days of this week on which part of the time was not seen, with the reason. */
  gaps: { day: Day; reason: 'paused' | 'not-open' | 'broken' }[];
  /** Several browsers saw parts of it. */
  atLeast: boolean;
  undated: number;
  felt: { answer: Felt; at: Instant }[];
}

export interface Band {
  low: number;
  middle: number;
  high: number;
}

export interface WeekView {
  week: Week;
  today: Day;
  running: boolean;
  practice: boolean;
  chats: WeekChat[];
  reflection: CardView | null;
  source: 'local' | 'joined' | 'server-away';
  guess: 'me' | 'them' | 'both' | 'no-idea' | 'skipped' | null;
  openedTimesToday: number;
  note: string;
  noteFourWeeksAgo: string | null;
}
