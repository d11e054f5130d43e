/**
 * Rows are a pure function of what was seen: whatever the order, the batches, the repetitions and
 * the interruptions in which several tabs deliver what an app with machine times shows.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '../../shared/rows';
import type { Direction, Instant, LedgerEvent } from '../../shared/types';
import type { HashedStretch } from './admit';
import type { Interval } from './intervals';
import { Book, row } from './made-up';

const UTC = [{ from: 0, zone: 'UTC' }];
const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };
const START = Date.parse('2026-11-16T00:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Message {
  key: string;
  at: Instant;
  direction: Direction;
}

const gap = fc.oneof(
  fc.integer({ min: 0, max: 1500 }),
  fc.constantFrom(
    MINUTE,
    9 * MINUTE,
    10 * MINUTE,
    11 * MINUTE,
    HOUR,
    6 * HOUR,
    7 * HOUR,
    25 * HOUR,
  ),
);

/** What was really said: about half of it in one burst or another. */
const truth = fc
  .array(fc.tuple(gap, fc.constantFrom('out', 'in', 'out', 'in', null)), {
    minLength: 10,
    maxLength: 40,
  })
  .map((list): Message[] => {
    let at = START;
    return list.map(([after, direction], i) => {
      at += after;
      return { key: `k${String((i * 37) % 101).padStart(3, '0')}`, at, direction };
    });
  });

/** One tab's life: a window onto the list, that grows upwards and downwards. */
interface Life {
  from: number;
  to: number;
  grow: { up: number; down: number }[];
  rounds: boolean;
  /** What this one shows of directions: all, nothing yet, or the other way round. */
  sides: 'told' | 'unknown' | 'wrong';
  /** Its rows came while it looked on. */
  live: boolean;
  ends: number;
}

const life: fc.Arbitrary<Life> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  grow: fc.array(
    fc.record({ up: fc.integer({ min: 0, max: 9 }), down: fc.integer({ min: 0, max: 9 }) }),
    { maxLength: 5 },
  ),
  /** This one shows whole seconds, as an archive does. */
  rounds: fc.boolean(),
  sides: fc.constantFrom('told', 'told', 'unknown', 'unknown', 'wrong'),
  live: fc.boolean(),
  ends: fc.integer({ min: 1, max: 6 }),
});

const OTHER = { out: 'in', in: 'out' } as const;

function shown(direction: Direction, sides: Life['sides']): Direction {
  if (sides === 'unknown' || !direction) return null;
  return sides === 'wrong' ? OTHER[direction] : direction;
}

function deliveriesOf(messages: Message[], { from, to, grow, rounds, sides, live, ends }: Life) {
  const n = messages.length;
  let [low, high] = [from, to].map((x) => Math.floor(x * n)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  const keys = (a: number, b: number) => messages.slice(a, b).map(({ key }) => key);
  const rows = (a: number, b: number) =>
    messages.slice(a, b).map(({ key, at, direction }) => {
      const time = rounds ? { at: at - (at % 1000), resolution: 1000 } : { at };
      const look = { seen: at, notBefore: live ? at - 1 : null };
      return row(key, shown(direction, sides), { ...time, ...look });
    });
  const out: HashedStretch[][] = [[{ before: [], rows: rows(low, high), after: [] }]];
  for (const { up, down } of grow) {
    const [top, bottom] = [Math.max(0, low - up), Math.min(n, high + down)];
    const batch: HashedStretch[] = [];
    if (top < low && high > low)
      batch.push({ before: [], rows: rows(top, low), after: keys(low, high) });
    if (bottom > high) batch.push({ before: keys(top, high), rows: rows(high, bottom), after: [] });
    if (high > low) low = top;
    high = bottom;
    if (batch.length > 0) out.push(batch);
  }
  return out.filter(([first]) => (first?.rows.length ?? 0) > 0).slice(0, ends);
}

/** One tab that sees all of it in the end. */
const whole = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 60, maxLength: 60 });

function seenWhole(messages: Message[], steps: number[], rounds: boolean): HashedStretch[][] {
  const middle = (steps[0] as number) / 13;
  const grow = steps.map((step, i) =>
    i % 2 === 0 ? { up: step, down: 0 } : { up: 0, down: step },
  );
  const window = { from: middle, to: middle + 1 / messages.length, grow, rounds, ends: 1000 };
  return deliveriesOf(messages, { ...window, sides: 'told', live: false });
}

function interleave(lives: HashedStretch[][][], picks: fc.Stream<number>): HashedStretch[][] {
  const waiting = lives.map((one) => [...one]).filter((one) => one.length > 0);
  const out: HashedStretch[][] = [];
  while (waiting.length > 0) {
    const pick = picks.next().value as number;
    const which = pick % waiting.length;
    const next = waiting[which]?.shift() as HashedStretch[];
    out.push(next);
    // Not acknowledged: sent once more, now or after others.
    if (pick % 5 === 0) out.push(next);
    if (pick % 7 === 0) out.splice(Math.floor(out.length / 2), 0, next);
    if (waiting[which]?.length === 0) waiting.splice(which, 1);
  }
  return out;
}

/** What was seen of a message by anybody: whole seconds, and directions that may contradict. */
interface Seen {
  floored: boolean;
  bits: number;
}

function seenIn(deliveries: HashedStretch[][]): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { key, resolution, direction } of deliveries.flat().flatMap(({ rows }) => rows)) {
    const old = seen.get(key) ?? { floored: false, bits: 0 };
    const bits = old.bits | (direction === 'out' ? 1 : direction === 'in' ? 2 : 0);
    seen.set(key, { floored: old.floored || resolution === 1000, bits });
  }
  return seen;
}

/** What the definitions say of the truth, told without any of the machinery. */
function expected(
  messages: Message[],
  intervals: Interval[],
  seen: ReadonlyMap<string, Seen>,
): LedgerEvent[] {
  return messages.map(({ key, at: exact }, i) => {
    const { floored, bits } = seen.get(key) as Seen;
    const at = floored ? exact - (exact % 1000) : exact;
    const counted = intervals.some(({ from, to }) => exact >= from && (to === null || exact < to));
    const previous = messages[i - 1] ? [messages[i - 1]?.key as string] : [];
    const base = { conversation: 'c', key, source: 'machine' as const, counted, previous };
    const direction = bits as LedgerEvent['direction'];
    return { ...base, at, earliest: at, latest: at, direction };
  });
}

/** Counting begins, pauses and goes on at whole seconds, by shares of the time of the messages. */
const shares = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 3,
});

function intervalsOf(parts: number[], messages: Message[]): Interval[] {
  const last = (messages.at(-1)?.at ?? START) + 2000;
  const [a, b, c] = parts
    .map((share) => START + 1000 * Math.floor((share * share * (last - START)) / 1000))
    .sort((x, y) => x - y);
  const first = { from: a as number, to: b ?? null };
  return c === undefined ? [first] : [first, { from: c, to: null }];
}

test('any order, batching, repetition and interruption gives the same rows', () => {
  const seen = { rows: 0, openings: 0, unclear: 0 };
  fc.assert(
    fc.property(
      truth,
      shares,
      fc.array(life, { maxLength: 5 }),
      whole,
      fc.boolean(),
      fc.infiniteStream(fc.nat()),
      (messages, parts, lives, steps, rounds, picks) => {
        const times = intervalsOf(parts, messages);
        const all = [seenWhole(messages, steps, rounds)];
        all.push(...lives.map((one) => deliveriesOf(messages, one)));
        const deliveries = interleave(all, picks);
        const book = new Book().intervals(times);
        deliveries.forEach((stretches, i) => {
          book.deliver(stretches, START + 8 * 24 * HOUR + i, i === 0);
        });
        const told = rowsOf([...book.events.values()], UTC, DEFINITIONS);
        const truly = rowsOf(expected(messages, times, seenIn(deliveries)), UTC, DEFINITIONS);
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(truly));
        seen.rows += told.size;
        for (const one of book.events.values()) if (one.direction === 3) seen.unclear++;
        for (const r of told.values()) seen.openings += r.opened_by_me + r.opened_by_them;
      },
    ),
    { seed: 20261122, numRuns: 1000 },
  );
  expect(seen.rows).toBeGreaterThan(1000);
  expect(seen.openings).toBeGreaterThan(300);
  expect(seen.unclear).toBeGreaterThan(300);
}, 60_000);
