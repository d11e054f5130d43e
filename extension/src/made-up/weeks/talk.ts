/** A made-up chat's messages over some weeks, as Toward would have seen them. */
import type { Gap } from '../../background/nudging/rules';
import type { Instant, LedgerEvent } from '../../shared/types';
import type { Nature, Side } from './kinds';
import { between, howMany, type Random, waitOf, whole } from './random';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Message {
  at: Instant;
  side: Side;
}

export interface Span {
  /** The first day's midnight. */
  from: Instant;
  days: number;
  /** Hours of the day in which stretches begin. */
  awake: readonly [number, number];
}

/** All that was written, oldest first. */
export function talkOf(nature: Nature, span: Span, random: Random): Message[] {
  const lively = livelyDays(nature, span.days, random);
  const all = lively.flatMap((day) =>
    Array.from({ length: howMany(random, nature.stretches) }, () =>
      stretch(span.from + day * DAY + between(random, span.awake) * HOUR, nature, random),
    ).flat(),
  );
  const end = span.from + span.days * DAY;
  return all.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
}

function livelyDays({ spells }: Nature, days: number, random: Random): number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  if (!spells) return all;
  const lively: number[] = [];
  for (let day = 0; day < days; ) {
    const quiet = day + whole(random, spells.lively);
    for (; day < quiet; day++) lively.push(day);
    day += whole(random, spells.quiet);
  }
  return lively.filter((day) => day < days);
}

const MOST_TURNS = 12;

function stretch(begin: Instant, nature: Nature, random: Random): Message[] {
  const said: Message[] = [];
  let at = begin;
  let side: Side = random() < nature.mine ? 'me' : 'them';
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    at = say(said, side, at, random);
    const other: Side = side === 'me' ? 'them' : 'me';
    if (random() < nature.back[other]) {
      at += waitOf(random, nature.minutes[other]) * MINUTE;
      side = other;
    } else if (random() < nature.again[side]) {
      at += between(random, [3, 11]) * HOUR;
    } else {
      break;
    }
  }
  return said;
}

/** One to three bubbles; apps stamp whole seconds. */
function say(said: Message[], side: Side, begin: Instant, random: Random): Instant {
  let at = begin;
  for (let left = whole(random, [1, 3]); left > 0; left--) {
    said.push({ at: Math.floor(at / 1000) * 1000, side });
    at += between(random, [5, 100]) * 1000;
  }
  return (said.at(-1) as Message).at;
}

/** What Toward saw of it: the message before the choice uncounted, some unclear, some unseen. */
export function seenOf(
  talk: readonly Message[],
  conversation: string,
  chosenAt: Instant,
  random: Random,
): { events: LedgerEvent[]; gaps: Gap[] } {
  const before = talk.findLastIndex(({ at }) => at < chosenAt);
  const gaps = gapsIn(chosenAt, talk.at(-1)?.at ?? chosenAt, random);
  const events: LedgerEvent[] = [];
  for (const [i, message] of talk.slice(Math.max(0, before)).entries()) {
    const { at, side } = message;
    if (gaps.some(({ from, to }) => at >= from && at < to)) continue;
    const above = events.at(-1);
    const broken = above && gaps.some(({ from, to }) => above.at < from && at >= to);
    const unclear = random() < 0.002;
    events.push({
      conversation,
      key: `k${String(i).padStart(6, '0')}`,
      source: 'machine',
      at,
      earliest: at,
      latest: at + 999,
      direction: unclear ? 0 : side === 'me' ? 1 : 2,
      previous: above && !broken ? [above.key] : [],
      counted: at >= chosenAt,
    });
  }
  return { events, gaps };
}

/** Now and then a few hours go unseen. */
function gapsIn(from: Instant, to: Instant, random: Random): Gap[] {
  const days = Math.max(0, (to - from) / DAY);
  return Array.from({ length: howMany(random, days / 60) }, () => {
    const begin = between(random, [from, to]);
    return { from: begin, to: begin + between(random, [2, 20]) * HOUR };
  });
}
