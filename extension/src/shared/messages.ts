/**
 * Every message between the parts, declared once: direction in the name, request and answer typed.
 * Content scripts may send only `content:` messages; pages only `page:` ones (see background/router).
 */
import type { Adapter } from './adapter.gen';
import type { CardAnswer, CardView } from './card';
import type { Budget, Moment, OwnNudge } from './nudge';
import type {
  Bond,
  ConversationId,
  Day,
  Definitions,
  Direction,
  Felt,
  Instant,
  Kind,
  Week,
} from './types';
import type {
  AppState,
  ChatInfo,
  DefinitionsPreview,
  Limit,
  RestoreAnswer,
  RestoreRequest,
  ServerInfo,
  Settings,
  ThoughtsView,
  WaitingView,
  WeekView,
} from './views';

export type * from './views';

/** As the build gives it: with its file's name, and the attributes that its data depends on. */
export type NamedAdapter = Adapter & { id: string; watched: string[] };

/** A conversation as the page names it. Held in memory only; the background hashes it. */
export interface ConversationRef {
  adapter: string;
  /** Origin for services whose ids mean something on one host only, '' for global ones. */
  host: string;
  account: string;
  conversation: string;
}

/** One row on the page, as it goes to the ledger. */
export interface Sighting {
  key: string;
  direction: Direction;
  /** The page's own time of it (start of its quantum), or null. */
  at: Instant | null;
  /** Length of that time's quantum, ms. */
  resolution: number;
  /** The last moment at which the list was seen without it, or null when the list was new. */
  notBefore: Instant | null;
  /** When it was first seen. */
  seen: Instant;
}

/** An unbroken stretch of the list, oldest first; `before` and `after` are rows around it. */
export interface Stretch {
  before: string[];
  rows: Sighting[];
  after: string[];
}

export type CountState = 'counting' | 'not-chosen' | 'paused' | 'no-consent' | 'managed';

/** A conversation as the page shows it. */
export interface ShownChat {
  ref: ConversationRef;
  kind: Kind;
  /** Read from the page when the popup opened; not stored unless the person keeps it. */
  label: string | null;
  /** The practice page's own clock, or null on real pages. */
  practiceNow: Instant | null;
}

/** What the popup is told of a conversation open in the active tab. */
export interface OpenChat extends ShownChat {
  practice: boolean;
  /** No id can be told: it is known by the name shown, and a new name is another chat. */
  byTitle: boolean;
}

/** Why nothing is counted on a page although the site is switched on. */
export type Trouble =
  | 'no-adapter'
  | 'no-list'
  | 'no-rows'
  | 'no-direction'
  | 'no-key'
  | 'no-conversation'
  | 'too-many'
  | 'adrift';

export interface HealthReport {
  adapter: string;
  trouble: Trouble | null;
}

/** What a page's script tells of it. */
export interface ShownPage {
  /** The page was open before Toward came: it counts, and cards come after a reload. */
  late: boolean;
  chats: ShownChat[];
  health: HealthReport[];
}

export interface PageStatus extends ShownPage {
  chats: OpenChat[];
}

/** Chosen chats that an open one, known by its name only, may be under an earlier name. */
export interface EarlierNames {
  /** One of them is missing: the person is asked. Else they are only there to be picked. */
  ask: boolean;
  chats: ConversationId[];
}

/** What the background adds to an open chat for the popup. */
export interface AboutChat {
  /** The id under which it is counted, or null: not chosen. */
  chosen: ConversationId | null;
  limits: Limit[];
  earlier: EarlierNames;
}

/** The page in the active tab; `about` runs beside `status.chats`. */
export interface OpenPage {
  origin: string | null;
  status: PageStatus | null;
  about: AboutChat[];
  /** Names of experimental apps made for this address that the person has not chosen. */
  unchosenApps: string[];
}

export type { Moment } from './nudge';

interface Exchange<Request, Answer> {
  request: Request;
  answer: Answer;
}

type Nothing = Record<string, never>;

export interface Messages {
  /** `selves`: one's own ids on services that do not tell them, learned before, by scope. */
  'content:hello': Exchange<Nothing, { adapters: NamedAdapter[]; selves: Record<string, string> }>;
  'content:self': Exchange<{ scope: string; id: string }, { ok: true }>;
  'content:conversation': Exchange<
    { ref: ConversationRef; kind: Kind; practiceNow: Instant | null },
    { state: CountState; fresh: boolean }
  >;
  'content:rows': Exchange<
    {
      ref: ConversationRef;
      stretches: Stretch[];
      baseline: boolean;
      practiceNow: Instant | null;
    },
    { ok: true }
  >;
  'content:health': Exchange<HealthReport, { ok: true }>;
  /** Puts the part for cards into the page, if the person has said yes to cards. */
  'content:cards': Exchange<{ adapter: string }, { ok: boolean }>;
  /** What of the budget the page has to know: when to be quiet, and what not even to ask for. */
  'content:budget': Exchange<Nothing, Pick<Budget, 'typingPauseSeconds' | 'composing'>>;
  /** `atComposer`: whoever opened the chat is about to write, as far as the focus tells. */
  'content:moment': Exchange<
    {
      ref: ConversationRef;
      moment: Moment;
      atComposer: boolean;
      practiceNow: Instant | null;
    },
    { card: CardView | null }
  >;
  /** `unseen`: the card came too late, and was not shown after all. */
  'content:answer': Exchange<{ shown: string; answer: CardAnswer | 'unseen' }, { ok: true }>;

  'page:state': Exchange<Nothing, AppState>;
  'page:open-chats': Exchange<Nothing, OpenPage>;
  /** How well each selector fits the page in the active tab, as text without any content. */
  'page:report': Exchange<Nothing, { text: string }>;
  /** An open chat is a chosen one under a new name; with null it is another than all of them. */
  'page:renamed': Exchange<{ chat: OpenChat; from: ConversationId | null }, AppState>;
  'page:consent': Exchange<{ to: 'count' | 'nudges'; given: boolean }, AppState>;
  'page:include': Exchange<
    { chat: OpenChat; name: string | null; bond: Bond | null; kind: Kind },
    AppState
  >;
  'page:exclude': Exchange<{ id: ConversationId; erase: boolean }, AppState>;
  'page:chat': Exchange<
    {
      id: ConversationId;
      change: Partial<Pick<ChatInfo, 'name' | 'bond' | 'quiet' | 'resting' | 'newInLife'>> & {
        felt?: Felt | null;
      };
    },
    AppState
  >;
  'page:pause': Exchange<{ until: Instant | 'open' | null }, AppState>;
  'page:settings': Exchange<{ change: Partial<Settings> }, AppState>;
  /** What other definitions would change; nothing is changed by asking. */
  'page:definitions-preview': Exchange<{ definitions: Definitions }, DefinitionsPreview>;
  /** After the browser granted the origin (also told by permissions.onAdded). */
  'page:site-on': Exchange<{ origin: string }, AppState>;
  'page:forget-site': Exchange<{ origin: string }, AppState>;
  'page:thought': Exchange<Nothing, { card: CardView | null }>;
  'page:thoughts': Exchange<Nothing, ThoughtsView>;
  'page:budget': Exchange<{ change: Partial<Budget> }, ThoughtsView>;
  /** One thought off, or back. */
  'page:nudge': Exchange<{ id: string; on: boolean }, ThoughtsView>;
  'page:forget-learned': Exchange<Nothing, ThoughtsView>;
  'page:own-nudge': Exchange<{ nudge: OwnNudge }, ThoughtsView>;
  'page:drop-own-nudge': Exchange<{ id: string }, ThoughtsView>;
  'page:week': Exchange<{ week: Week | null; practice: boolean }, WeekView>;
  'page:guess': Exchange<
    { week: Week; practice: boolean; guess: NonNullable<WeekView['guess']> },
    { ok: true }
  >;
  'page:note': Exchange<{ week: Week; practice: boolean; text: string }, { ok: true }>;
  'page:answer': Exchange<{ shown: string; answer: CardAnswer }, { ok: true }>;
  'page:connect': Exchange<
    { url: string },
    { ok: true; consent: { version: number; text: string } } | { ok: false; problem: string }
  >;
  'page:disconnect': Exchange<Nothing, AppState>;
  'page:opt-in': Exchange<{ consent: number }, { ok: true } | { ok: false; problem: string }>;
  'page:withdraw': Exchange<Nothing, { ok: true } | { ok: false; problem: string }>;
  'page:upload': Exchange<Nothing, ServerInfo>;
  /** A new pairing code, under which another browser can join until then. */
  'page:pair': Exchange<
    Nothing,
    { ok: true; code: string; until: Instant } | { ok: false; problem: string }
  >;
  /** Joins this browser to the account of a code, under a consent that was agreed to. */
  'page:join': Exchange<
    { code: string; consent: number },
    { ok: true } | { ok: false; problem: string }
  >;
  /** Takes a browser off the account; its own number leaves the account as it is. */
  'page:take-off': Exchange<{ device: number }, { ok: true } | { ok: false; problem: string }>;
  /** Lets go of an account that has let go of this browser; nothing else here changes. */
  'page:forget-account': Exchange<Nothing, AppState>;
  'page:erase-day': Exchange<{ day: Day }, AppState>;
  'page:erase-all': Exchange<Nothing, AppState>;
  'page:export': Exchange<Nothing, { json: string }>;
  /** Sums of weeks under ids, as text. */
  'page:export-weeks': Exchange<Nothing, { csv: string }>;
  /** What the server itself holds of the account, as it answers. */
  'page:export-server': Exchange<
    { format: 'json' | 'csv' },
    { ok: true; text: string } | { ok: false; problem: string }
  >;
  'page:backup': Exchange<{ passphrase: string | null }, { file: string }>;
  'page:restore': Exchange<RestoreRequest, RestoreAnswer>;
  /** Changes of settings, newest first. */
  'page:log': Exchange<Nothing, { log: { at: Instant; words: string }[] }>;
  /** Answers once nothing is under way to the server. */
  'page:waiting': Exchange<Nothing, WaitingView>;
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N]['request'];
export type Answer<N extends MessageName> = Messages[N]['answer'];

/** From background to a page's content script. */
export interface BackgroundOrder {
  name: 'background:describe' | 'background:refresh';
}

/** What goes over the wire. */
export interface Envelope {
  name: MessageName;
  request: Request<MessageName>;
}

/** Sends one message to the background and gives its answer; rejects when nobody is there. */
export async function send<N extends MessageName>(
  name: N,
  request: Request<N>,
): Promise<Answer<N>> {
  const answer = await chrome.runtime.sendMessage({ name, request } satisfies Envelope);
  if (answer === undefined) throw new Error('Toward did not answer. Try again in a moment.');
  if (typeof answer?.failed === 'string') throw new Error(answer.failed);
  return answer;
}
