/** What made-up people met, kind by kind, in numbers. Pure. */
import type { Shown } from '../../shared/nudge';
import { type Person, WEEKS } from './person';
import { dayNumber } from './plain-clock';
import type { Group } from './run';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Fewer than this are no sample for a median. */
const LEAST = 20;

export interface Figures {
  name: string;
  chatADay: number;
  chatAWeek: number;
  /** Most cards in chats that anybody met in seven days. */
  chatMost: number;
  pageAWeek: number;
  thoughtAWeek: number;
  heavyIn4Weeks: number;
  /** Days between two heavy cards of one person, the least there were. */
  heavyApart: number | null;
  /** Of 100 cards, how many the person had met before, and after how many days at the least. */
  again: number;
  againAfter: number | null;
  /** Different concepts in the first eight weeks: the middle person, the least, the most. */
  concepts: readonly [middle: number, least: number, most: number];
  /** From the first card to two "not now" in a row, days. */
  toQuiet: number | null;
  /** From a card in a chat to the next one: mostly, and after two "not now" in a row. */
  wait: number | null;
  waitQuiet: number | null;
}

export function figuresOf({ kind, people }: Group): Figures {
  const cards = people.flatMap(({ shown }) => shown);
  const weeks = people.length * WEEKS;
  const count = (is: (card: Shown) => boolean) => cards.filter(is).length;
  const heavy = (card: Shown) => card.weight === 'heavy';
  const repeats = people.flatMap(({ shown }) => gaps(shown, ({ nudge }) => nudge));
  const seen = people.map(conceptsIn8Weeks).sort((a, b) => a - b);
  const waits = people.flatMap(waitsOf);
  return {
    name: kind.name,
    chatADay: count(isInChat) / weeks / 7,
    chatAWeek: count(isInChat) / weeks,
    chatMost: Math.max(...people.map(most)),
    pageAWeek: count(({ moment }) => moment === 'week') / weeks,
    thoughtAWeek: count(({ moment }) => moment === 'thought') / weeks,
    heavyIn4Weeks: (4 * count(heavy)) / weeks,
    heavyApart: least(people.flatMap(({ shown }) => gaps(shown.filter(heavy), () => ''))),
    again: (100 * repeats.length) / cards.length,
    againAfter: least(repeats),
    concepts: [median(seen) ?? 0, seen[0] ?? 0, seen.at(-1) ?? 0],
    toQuiet: sampled(people.flatMap(daysToQuiet)),
    wait: sampled(waits.filter(({ quiet }) => !quiet).map(({ days }) => days)),
    waitQuiet: sampled(waits.filter(({ quiet }) => quiet).map(({ days }) => days)),
  };
}

/** How many cards of each concept came, and how many of 100 people met one. */
export function conceptsOf(groups: readonly Group[], concepts: readonly string[]) {
  const people = groups.flatMap((group) => group.people);
  return concepts.map((concept) => {
    const met = people.filter(({ shown }) => shown.some((card) => card.concept === concept));
    const cards = people.flatMap(({ shown }) => shown.filter((card) => card.concept === concept));
    return { concept, cards: cards.length, people: (100 * met.length) / people.length };
  });
}

function isInChat({ moment }: Shown): boolean {
  return moment !== 'week' && moment !== 'thought';
}

/** Days are calendar days, as in the budget. */
function most({ shown, zones }: Person): number {
  const days = shown.filter(isInChat).map(({ at }) => dayNumber(at, zones));
  return Math.max(0, ...days.map((day) => days.filter((b) => b >= day && b < day + 7).length));
}

/** Days from each card to the next that is alike. */
function gaps(cards: readonly Shown[], likeness: (card: Shown) => string): number[] {
  const before = new Map<string, number>();
  return cards.flatMap((card) => {
    const last = before.get(likeness(card));
    before.set(likeness(card), card.at);
    return last === undefined ? [] : [(card.at - last) / DAY];
  });
}

function conceptsIn8Weeks({ shown, zones }: Person): number {
  const end = (zones[0]?.from ?? 0) + 8 * WEEK;
  return new Set(shown.filter(({ at }) => at < end).map(({ concept }) => concept)).size;
}

/** Whether the last two answers that say something were "not now", after each card. */
function quietAfter(shown: readonly Shown[]): boolean[] {
  let nos = 0;
  return shown.map(({ answer }) => {
    if (answer === 'not-now') nos++;
    else if (answer && answer !== 'closed') nos = 0;
    return nos >= 2;
  });
}

function daysToQuiet({ shown }: Person): number[] {
  const card = shown[quietAfter(shown).indexOf(true)];
  return card && shown[0] ? [(card.at - shown[0].at) / DAY] : [];
}

function waitsOf({ shown }: Person): { days: number; quiet: boolean }[] {
  const quiet = quietAfter(shown);
  const places = shown.flatMap((card, i) => (isInChat(card) ? [i] : []));
  return places.slice(1).map((place, i) => {
    const before = places[i] as number;
    const days = ((shown[place] as Shown).at - (shown[before] as Shown).at) / DAY;
    return { days, quiet: quiet.slice(before, place).every(Boolean) };
  });
}

function least(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((a, b) => Math.min(a, b)) : null;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function sampled(values: readonly number[]): number | null {
  return values.length < LEAST ? null : median(values);
}
