/** One made-up person: chats, and all moments at which a card could come, in order. */
import type { Gap } from '../../background/nudging/rules';
import { startOfDay } from '../../shared/days';
import type { FeltAnswer, Moment, Shown } from '../../shared/nudge';
import type { Instant, Kind, LedgerEvent, ZoneSpan } from '../../shared/types';
import type { Nature, PersonKind } from './kinds';
import { between, howMany, type Random, whole } from './random';
import { DAY, HOUR, type Message, MINUTE, type Span, seenOf, talkOf } from './talk';

export interface Chat {
  id: string;
  kind: Kind;
  nature: Nature;
  chosenAt: Instant;
  events: readonly LedgerEvent[];
  gaps: readonly Gap[];
  felt: FeltAnswer[];
  /** When it came into view. */
  openings: Instant[];
  /** From when on the person wants no cards here, and from when on it rests by their word. */
  quietFrom: Instant;
  restFrom: Instant;
}

export interface Ask {
  at: Instant;
  /** Null: the weekly page, or a thought for today. */
  chat: Chat | null;
  moments: Moment[];
  typedAt: Instant | null;
}

export interface Person {
  kind: PersonKind;
  zones: ZoneSpan[];
  composing: boolean;
  pauses: { from: Instant; to: Instant }[];
  chats: Chat[];
  asks: Ask[];
  shown: Shown[];
}

export const WEEKS = 16;
/** A Monday; clocks change within the sixteen weeks, in Europe and in America. */
const FIRST_DAY = '2026-09-07';
const ZONES = ['Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'UTC'];
/** What is asked for when a chat is opened; `composing` only where the person wants it. */
const OPENED: Moment[] = ['opened', 'received', 'composing'];
const NEVER = Number.POSITIVE_INFINITY;

export function makePerson(kind: PersonKind, random: Random): Person {
  const home = ZONES[whole(random, [0, ZONES.length - 1])] as string;
  const from = startOfDay(FIRST_DAY, home);
  const nights = random() < 0.15;
  const span: Span = { from, days: WEEKS * 7, awake: nights ? [14, 28] : [7.5, 23.5] };
  const chats = kind.chats.map((nature, i) => makeChat(nature, `chat ${i}`, span, random));
  const composing = random() < 1 / 3;
  const asks = [
    ...chats.flatMap(({ chat, talk }) => [
      ...visits(chat, talk, random),
      ...looks(chat, kind.looks, span, random),
    ]),
    ...pageAndPopup(kind, span, random),
  ];
  return {
    kind,
    zones: [{ from, zone: home }, ...journey(home, from, random)],
    composing,
    pauses: pausesIn(span, random),
    chats: chats.map(({ chat }) => chat),
    asks: asks.sort((a, b) => a.at - b.at),
    shown: [],
  };
}

function makeChat(nature: Nature, id: string, span: Span, random: Random) {
  const talk = talkOf(nature, span, random);
  const late = nature.fresh || random() < 0.2;
  const chosenAt = span.from + (late ? between(random, [1, 20]) : 0.3) * DAY;
  const chat: Chat = {
    id,
    kind: nature.group ? 'group' : 'one',
    nature,
    chosenAt,
    ...seenOf(talk, id, chosenAt, random),
    felt: [],
    openings: [],
    quietFrom: NEVER,
    restFrom: random() < 0.03 ? span.from + between(random, [30, span.days]) * DAY : NEVER,
  };
  return { chat, talk };
}

/** Some travel: a change of zone begins at a midnight. */
function journey(home: string, from: Instant, random: Random): ZoneSpan[] {
  if (random() >= 0.2) return [];
  const away = ZONES[whole(random, [0, ZONES.length - 1])] as string;
  const there = whole(random, [20, 80]) * DAY + from;
  const back = there + whole(random, [3, 20]) * DAY;
  return [
    { from: there, zone: away },
    { from: back, zone: home },
  ];
}

function pausesIn({ from, days }: Span, random: Random) {
  return Array.from({ length: howMany(random, days / 60) }, () => {
    const begin = from + between(random, [0, days]) * DAY;
    return { from: begin, to: begin + (random() < 0.5 ? HOUR : DAY) };
  }).sort((a, b) => a.from - b.from);
}

/**
 * Own messages with no 20 minutes between them: the chat is opened (or stood open in its tab),
 * written in, and left.
 */
function visits(chat: Chat, talk: readonly Message[], random: Random): Ask[] {
  const own = talk.filter(({ at, side }) => side === 'me' && at > chat.chosenAt + MINUTE);
  return own.flatMap(({ at }, i): Ask[] => {
    const first = at - (own[i - 1]?.at ?? 0) > 20 * MINUTE;
    const last = (own[i + 1]?.at ?? NEVER) - at > 20 * MINUTE;
    const stood = random() < 0.4;
    const sent = at + between(random, [4, 60]) * 1000;
    return [
      ...(first && !stood ? [ask(at - 45_000, chat, OPENED)] : []),
      ...(last ? [{ ...ask(sent, chat, ['sent']), typedAt: at }] : []),
    ];
  });
}

function looks(chat: Chat, mean: number, { from, days, awake }: Span, random: Random): Ask[] {
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: howMany(random, mean) }, () =>
      ask(from + day * DAY + between(random, awake) * HOUR, chat, OPENED),
    ).filter(({ at }) => at > chat.chosenAt),
  );
}

/** The weekly page on a Monday, and once more in some weeks; the popup on some days. */
function pageAndPopup({ page, popup }: PersonKind, span: Span, random: Random): Ask[] {
  const asks: Ask[] = [];
  for (let day = 0; day < span.days; day++) {
    const chance = day % 7 === 0 ? page : day % 7 === 3 ? page / 3 : 0;
    const at = () => span.from + day * DAY + between(random, span.awake) * HOUR;
    if (random() < chance) asks.push(ask(at(), null, ['week']));
    if (random() < popup) asks.push(ask(at(), null, ['thought']));
  }
  return asks;
}

function ask(at: Instant, chat: Chat | null, moments: Moment[]): Ask {
  return { at: Math.floor(at / 1000) * 1000, chat, moments, typedAt: null };
}
