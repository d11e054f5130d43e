/**
 * Every message between the parts, declared once: direction in the name, request and answer typed.
 * Content scripts may send only `content:` messages; pages only `page:` ones (see background/router).
 */
import type { Adapter } from './adapter.gen';
import type { CardAnswer, CardView } from './card';
import type { Moment } from './nudge';
import type { Bond, ConversationId, Day, Direction, Felt, Instant, Kind, Week } from './types';
import type { AppState, ChatInfo, ServerInfo, Settings, WeekView } from './views';

export type * from './views';

export type NamedAdapter = Adapter & { id: string };

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

/** What the popup is told of a conversation open in the active tab. */
export interface OpenChat {
  ref: ConversationRef;
  kind: Kind;
  /** Read from the page when the popup opened; not stored unless the person keeps it. */
  label: string | null;
  practice: boolean;
  /** The practice page's own clock, or null on real pages. */
  practiceNow: Instant | null;
}

/** Why nothing is counted on a page although the site is switched on. */
export type Trouble =
  | 'no-adapter'
  | 'no-list'
  | 'no-rows'
  | 'no-direction'
  | 'no-key'
  | 'no-conversation';

export interface HealthReport {
  adapter: string;
  trouble: Trouble | null;
  /** Settled rows looked at, and those among them that could not be told. */
  rows: number;
  abstained: number;
}

export interface PageStatus {
  /** The page was open before Toward came: it counts, and cards come after a reload. */
  late: boolean;
  chats: OpenChat[];
  health: HealthReport[];
}

export type { Moment } from './nudge';

interface Exchange<Request, Answer> {
  request: Request;
  answer: Answer;
}

type Nothing = Record<string, never>;

export interface Messages {
  'content:hello': Exchange<Nothing, { adapters: NamedAdapter[] }>;
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
  'content:moment': Exchange<
    { ref: ConversationRef; moment: Moment; practiceNow: Instant | null },
    { card: CardView | null }
  >;
  'content:answer': Exchange<{ shown: string; answer: CardAnswer }, { ok: true }>;

  'page:state': Exchange<Nothing, AppState>;
  /** `chosen` runs beside `status.chats`: the id under which each is counted, or null. */
  'page:open-chats': Exchange<
    Nothing,
    { origin: string | null; status: PageStatus | null; chosen: (ConversationId | null)[] }
  >;
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
  /** After the browser granted the origin (also told by permissions.onAdded). */
  'page:site-on': Exchange<{ origin: string }, AppState>;
  'page:forget-site': Exchange<{ origin: string }, AppState>;
  'page:thought': Exchange<Nothing, { card: CardView | null }>;
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
  'page:erase-day': Exchange<{ day: Day }, AppState>;
  'page:erase-all': Exchange<Nothing, AppState>;
  'page:export': Exchange<Nothing, { json: string }>;
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
