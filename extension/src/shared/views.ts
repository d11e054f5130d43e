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

/** One of the browsers that share an account. */
export interface Browser {
  id: number;
  created: Instant;
  lastUpload: Instant | null;
}

export interface ServerInfo {
  url: string;
  connected: boolean;
  account: string | null;
  lastUpload: Instant | null;
  /** The last failure in words that say what happens next, or null. */
  problem: string | null;
  waitingRows: number;
  /** This browser's number among those of the account; null without one. */
  device: number | null;
  /** As told at the last upload; empty when that is not known. */
  browsers: Browser[];
  /** The server does not know this browser any more. */
  takenOff: boolean;
  /** Chats counted before this browser joined: each is joined when it is next opened. */
  chatsToJoin: number;
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
  /** A notification on Mondays that the week is ready; `hour` 0 to 23 in the home zone. */
  weekNotice: { on: boolean; hour: number };
  /** Of the thoughts and of the weekly page; `auto` is the browser's own, where it is one of ours. */
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
  /** Language of its texts; own ones run as their letters do. */
  lang: string;
  dir: 'ltr' | 'rtl' | 'auto';
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

/** What a change of definitions moves: openings and turns of both sides. */
export type DefinedCounts = Pick<
  Row,
  'opened_by_me' | 'opened_by_them' | 'turns_sent' | 'turns_received'
>;

/** What other definitions would change in the days that are worked out anew; nothing has yet. */
export interface DefinitionsPreview {
  definitions: Definitions;
  /** So many days, today included. */
  days: number;
  before: DefinedCounts;
  after: DefinedCounts;
  chats: {
    chat: Pick<ChatInfo, 'id' | 'name' | 'number' | 'practice'>;
    before: DefinedCounts;
    after: DefinedCounts;
  }[];
}

/**
 * Why a day was not seen, or not whole: Toward was not there yet, the chat was not chosen, a pause,
 * erased, not open in this browser, or the page could not be read.
 */
export type GapReason =
  | 'not-installed'
  | 'not-chosen'
  | 'paused'
  | 'erased'
  | 'not-open'
  | 'broken';

export interface WeekChat {
  chat: ChatInfo;
  days: Record<Day, Row>;
  sums: Row;
  /** The twelve weeks before, oldest first; weeks without counts are absent. */
  trend: { week: Week; row: Row; atLeast?: boolean }[];
  /** 10th and 90th percentile and median of the last eight weekly values, when there are enough. */
  usual: { openedByMe: Band; openedByThem: Band; sent: Band; received: Band } | null;
  /** Days of this week on which part of the time was not seen, with the reason. */
  gaps: { day: Day; reason: GapReason }[];
  /** Of the twelve weeks before, those of which a day or more was not seen, likewise. */
  trendGaps: { week: Week; reason: GapReason }[];
  /** Days with messages among the 28 that end with this week. */
  activeDays: number;
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
  /** Thoughts for the week, three at most; the first one stands with the letter. */
  reflections: CardView[];
  /** The person's own answers to cards, from the third week of cards on; null before. */
  helped: { helpful: number; notNow: number; stung: number } | null;
  source: 'local' | 'joined' | 'server-away';
  guess: 'me' | 'them' | 'both' | 'no-idea' | 'skipped' | null;
  openedTimesToday: number;
  note: string;
  noteFourWeeksAgo: string | null;
  /** With the running week that a page is opened on: the finished one before it. */
  finished?: WeekView;
}

/** What a browser or a backup file holds that a person would miss, as counts. */
export interface Held {
  chats: number;
  days: number;
  notes: number;
  thoughts: number;
}

export interface RestoreRequest {
  file: string;
  passphrase: string | null;
  /** Asked and answered: what is here may go. */
  replace: boolean;
}

export type RestoreAnswer =
  /** `joins`: the server on which weeks are joined again, now or when it can be reached. */
  | { ok: true; sites: string[]; joins: string | null }
  | { ok: false; problem: string; passphrase?: true }
  | { ok: false; replace: { here: Held; file: Held; made: string } };

/** What the server is still to be told. */
export interface WaitingView {
  /** Erasures that the server could not be told of yet. */
  erasing: number;
  /** The account is to be erased as soon as the server answers; `all`: nothing else is left here. */
  leaving: 'account' | 'all' | null;
  /** This browser was restored, and waits to join its weeks on the server again. */
  joining: boolean;
}
