/**
 * Leads a made-up person through their weeks, with the extension's own signals and choose().
 *
 * What `cards.ts` does around them with a database is done here on lists: the order of asking, what
 * counts as the last opening, the weekly page's thoughts from the chats in turn.
 */
import { WEEK_CARDS, WEEK_CARDS_LEAST } from '../../background/nudging/budget';
import { type Choice, choose } from '../../background/nudging/choose';
import { computeSignals, thoughtSignals } from '../../background/nudging/signals';
import { dayOf, weekOf } from '../../shared/days';
import {
  NUDGE_DEFAULTS,
  type Nudge,
  type NudgeSettings,
  type Shown,
  type Signals,
} from '../../shared/nudge';
import { rowsOf } from '../../shared/rows';
import type { Day, Instant, Row } from '../../shared/types';
import type { Ask, Chat, Person } from './person';
import { oneOf, type Random } from './random';
import { DAY } from './talk';

const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };
const KEPT_DAYS = 60;

export interface World {
  catalogue: readonly Nudge[];
  random: Random;
  /** To see that a wrong budget is found out. */
  change?: Partial<NudgeSettings>;
  /** To see that wrong signals are found out. */
  told?: (signals: Signals) => Signals;
  /** Tell signals at each asking, even where the budget refuses whatever they are. */
  always?: boolean;
}

/** Under these nothing but the budget holds a card back. */
const OPEN: Signals = { rest: 0, new_message: 1, chat_age_days: 1000 };

/** How often choose() was asked, by what it said: `card`, or why there was none. */
export type Asked = Record<string, number>;

/** Fills `shown`, `openings` and the answers of one person. */
export function live(person: Person, world: World): Asked {
  return new Living(person, world).asked;
}

class Living {
  readonly asked: Asked = {};
  #settled = new Map<Chat, Map<Day, Row>>();
  #newest = new Map<Chat, Instant>();

  constructor(
    readonly person: Person,
    readonly world: World,
  ) {
    for (const ask of person.asks) {
      if (ask.chat) this.#inChat(ask, ask.chat);
      else if (ask.moments[0] === 'week') this.#onPage(ask);
      else this.#choose(ask, null, () => this.#thought(ask.at));
    }
  }

  #inChat(ask: Ask, chat: Chat): void {
    const came = this.#choose(ask, chat, () => this.#signals(chat, ask.at));
    if (ask.moments.includes('opened')) chat.openings.push(ask.at);
    if (came || ask.moments.includes('opened')) this.#noteOpening(chat, ask.at);
  }

  #onPage(ask: Ask): void {
    const { chats } = this.person;
    const chosen = chats.filter(({ chosenAt }) => chosenAt < ask.at);
    for (const chat of chosen) this.#feel(chat, ask.at);
    // Opened once more in its week, the page shows what it has.
    if (this.#hasPage(ask.at)) return;
    const willing: Chat[] = [];
    for (const chat of this.#inTurn(chosen))
      if (willing.length < WEEK_CARDS && this.#onPageOf(ask, chat)) willing.push(chat);
    let cards = willing.length;
    for (const chat of willing) if (cards < WEEK_CARDS_LEAST && this.#onPageOf(ask, chat)) cards++;
  }

  #onPageOf(ask: Ask, chat: Chat): boolean {
    const came = this.#choose(ask, chat, () => this.#signals(chat, ask.at));
    if (came) this.#noteOpening(chat, ask.at);
    return came;
  }

  #hasPage(now: Instant): boolean {
    const { zones, shown } = this.person;
    const week = weekOf(dayOf(now, zones));
    const late = shown.filter(({ moment, at }) => moment === 'week' && now - at < 8 * DAY);
    return late.some(({ at }) => weekOf(dayOf(at, zones)) === week);
  }

  #inTurn(chats: readonly Chat[]): Chat[] {
    const asked = this.person.shown.filter(({ moment }) => moment === 'week');
    const last = ({ id }: Chat) =>
      asked.findLast(({ conversation }) => conversation === id)?.at ?? 0;
    return [...chats].sort((a, b) => last(a) - last(b));
  }

  #feel(chat: Chat, at: Instant): void {
    if (this.world.random() >= 0.3) return;
    chat.felt.push({ answer: oneOf(this.world.random, chat.nature.felt), at: at - 1000 });
  }

  /** Telling signals is what takes time: not done where choose() says no in any case. */
  #choose(ask: Ask, chat: Chat | null, signals: () => Signals): boolean {
    const { catalogue, always, told = (same) => same } = this.world;
    const first = always ? { none: 'nothing-fits' } : this.#ask(ask, chat, OPEN, []);
    const no = 'none' in first && first.none !== 'nothing-fits';
    const choice = no ? first : this.#ask(ask, chat, told(signals()), catalogue);
    const said = 'none' in choice ? choice.none : 'card';
    this.asked[said] = (this.asked[said] ?? 0) + 1;
    if ('nudge' in choice) this.#show(choice, ask, chat);
    return 'nudge' in choice;
  }

  #ask(ask: Ask, chat: Chat | null, signals: Signals, catalogue: readonly Nudge[]): Choice {
    return choose({
      catalogue,
      moments: ask.moments,
      conversation: chat && { id: chat.id, kind: chat.kind, quiet: chat.quietFrom <= ask.at },
      signals,
      history: this.person.shown,
      settings: this.#settings(ask.at),
      now: ask.at,
      zones: this.person.zones,
      lastTypedAt: ask.typedAt,
      random: this.world.random,
    });
  }

  #settings(now: Instant): NudgeSettings {
    const { pauses, composing } = this.person;
    const paused = pauses.find(({ from, to }) => now >= from && now < to);
    const pausedUntil = paused?.to ?? null;
    return { ...NUDGE_DEFAULTS, on: true, composing, pausedUntil, ...this.world.change };
  }

  #show({ nudge }: Extract<Choice, { nudge: Nudge }>, ask: Ask, chat: Chat | null): void {
    const answer = this.#answer(ask.at);
    const { id, concept, weight, moment } = nudge;
    const conversation = chat?.id ?? null;
    const answeredAt = answer && ask.at + 20_000;
    const shown = { nudge: id, concept, weight, moment, conversation, at: ask.at };
    this.person.shown.push({ ...shown, answer, answeredAt });
    if (answer === 'quiet-here' && chat) chat.quietFrom = ask.at + 20_000;
  }

  #answer(now: Instant): Shown['answer'] {
    const { kind, shown, zones } = this.person;
    const fourth = now - (zones[0]?.from ?? 0) > 21 * DAY;
    if (kind.stungOnce && fourth && !shown.some(({ answer }) => answer === 'stung')) return 'stung';
    const said = oneOf(this.world.random, kind.says);
    return said === 'nothing' ? null : said;
  }

  #signals(chat: Chat, now: Instant): Signals {
    return computeSignals({
      events: eventsAt(chat, now),
      gaps: chat.gaps.filter(({ to }) => to <= now),
      rows: this.#rowsAt(chat, now),
      felt: chat.felt,
      meta: {
        includedAt: chat.chosenAt,
        letRest: now >= chat.restFrom,
        newInLife: chat.nature.fresh ?? false,
        newestAtLastOpening: this.#newest.get(chat) ?? null,
        closedByReaction: false,
      },
      definitions: DEFINITIONS,
      zones: this.person.zones,
      now,
    });
  }

  #thought(now: Instant): Signals {
    const chats = this.person.chats.filter(({ chosenAt }) => chosenAt < now);
    const views = chats.map(({ felt, nature, kind, chosenAt, restFrom }) => {
      const newInLife = nature.fresh ?? false;
      return { felt, newInLife, kind, includedAt: chosenAt, resting: now >= restFrom };
    });
    return thoughtSignals(views, now, this.person.zones);
  }

  /**
   * Rows as they stand at this time. A day is settled two days later, so days further back are
   * taken from the rows of all weeks, made once; the last ones are made from what was there then.
   */
  #rowsAt(chat: Chat, now: Instant): Map<Day, Row> {
    const { events } = chat;
    const all = this.#settled.get(chat) ?? rowsOf(events, this.person.zones, DEFINITIONS);
    this.#settled.set(chat, all);
    const settled = new Date(now - 4 * DAY).toISOString().slice(0, 10);
    // One before them tells the silence.
    const from = Math.max(0, firstAfter(events, now - 8 * DAY) - 1);
    const recent = events.slice(from, firstAfter(events, now));
    const fresh = rowsOf(recent, this.person.zones, DEFINITIONS);
    return new Map([
      ...[...all].filter(([day]) => day <= settled),
      ...[...fresh].filter(([day]) => day > settled),
    ]);
  }

  #noteOpening(chat: Chat, now: Instant): void {
    this.#newest.set(chat, eventsAt(chat, now).at(-1)?.at ?? now);
  }
}

/** What the ledger holds of a chat: sixty days. */
function eventsAt({ events }: Chat, now: Instant) {
  const from = firstAfter(events, now - KEPT_DAYS * DAY);
  return events.slice(from, firstAfter(events, now));
}

/** Index of the first that is later, by halving. */
function firstAfter(events: Chat['events'], at: Instant): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as { at: Instant }).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
