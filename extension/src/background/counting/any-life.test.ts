/**
 * Whatever a person does with several tabs of a chat whose page shows some times, all, or none:
 * what counts was said in counting time, once, and telling it again changes nothing.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant, LedgerEvent } from '../../shared/types';
import { isOpen, place } from './intervals';
import { Book } from './made-up';
import { type Delivery, type Said, Tab } from './made-up-tab';

const START = Date.parse('2026-11-22T12:00:00.350Z');
const MINUTE = 60_000;

type Step =
  | { does: 'say'; after: number; direction: 'out' | 'in' | null; timed: boolean }
  | { does: 'look' | 'open'; tab: number; rows: number }
  | { does: 'scroll'; tab: number; rows: number }
  | { does: 'pause' | 'go on'; after: number }
  | { does: 'repeat'; which: number };

const after = fc.oneof(
  fc.integer({ min: 1, max: 1500 }),
  fc.constantFrom(MINUTE, 9 * MINUTE, 420 * MINUTE),
);
const tab = fc.integer({ min: 0, max: 2 });
const rows = fc.integer({ min: 0, max: 9 });

const steps = (timed: fc.Arbitrary<boolean>): fc.Arbitrary<Step[]> => {
  const direction = fc.constantFrom('out', 'in', 'in', null);
  const say = fc.record({ does: fc.constant('say'), after, direction, timed });
  const look = fc.record({ does: fc.constant('look'), tab, rows });
  const step = fc.oneof(
    { weight: 8, arbitrary: say },
    { weight: 6, arbitrary: look },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('open'), tab, rows }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('scroll'), tab, rows }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('pause', 'go on'), after }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('repeat'), which: fc.nat() }) },
  );
  return fc.array(step as fc.Arbitrary<Step>, { minLength: 20, maxLength: 60 });
};

/** A chat, its tabs and its book. The last tab never hears of pauses. */
class Life {
  now: Instant = START - 30 * MINUTE;
  list: Said[] = [];
  book = new Book();
  told: Delivery[] = [];
  private tabs = [new Tab(0), new Tab(0), new Tab(0)];

  constructor(history: number) {
    for (let i = 0; i < history; i++) this.say(MINUTE, 'in', i % 2 === 0);
    this.now = START;
    this.book.include(START);
    for (const one of this.tabs) one.begin();
  }

  do(step: Step): void {
    if (step.does === 'say') this.say(step.after, step.direction, step.timed);
    if (step.does === 'look') this.look(step.tab);
    if (step.does === 'open') this.open(step.tab, step.rows);
    if (step.does === 'scroll') this.tabs[step.tab]?.scrollUp(step.rows);
    if (step.does === 'pause') this.pause(step.after);
    if (step.does === 'go on') this.goOn(step.after);
    if (step.does === 'repeat') this.repeat(step.which);
  }

  say(later: number, direction: Said['direction'], timed: boolean): void {
    this.now += later;
    const key = `k${String((this.list.length * 37) % 101).padStart(3, '0')}`;
    this.list.push({ key, at: this.now, direction, timed });
  }

  look(which: number): void {
    const { intervals } = this.book.state;
    this.now += 1;
    if (!isOpen(intervals, this.now) && which !== 2) return;
    const delivery = this.tabs[which]?.look(this.list, this.now);
    if (delivery) this.deliver(delivery);
  }

  deliver(delivery: Delivery): void {
    this.told.push(delivery);
    const isBaseline = delivery.baseline && this.book.state.fresh;
    this.book.deliver(delivery.stretches, this.now, isBaseline);
    // Not acknowledged, so delivered again: nothing at all changes.
    const before = structuredClone({ events: this.book.events, state: this.book.state });
    this.book.deliver(delivery.stretches, this.now);
    expect({ events: this.book.events, state: this.book.state }).toEqual(before);
  }

  private open(which: number, shown: number): void {
    const opened = new Tab(Math.max(0, this.list.length - shown));
    this.tabs[which] = opened;
    if (this.book.state.fresh) opened.begin();
    this.look(which);
  }

  private pause(later: number): void {
    this.now += later;
    this.book.pause(this.now);
  }

  private goOn(later: number): void {
    this.now += later;
    if (isOpen(this.book.state.intervals, this.now)) return;
    this.book.include(this.now);
    for (const one of this.tabs.slice(0, 2)) one.begin();
    this.look(0);
  }

  /** One that comes late may know better when a row came, and nothing else. */
  private repeat(which: number): void {
    const again = this.told[which % Math.max(1, this.told.length)];
    if (!again) return;
    const before = structuredClone(this.book.events);
    this.book.deliver(again.stretches, this.now);
    for (const [key, { direction, counted, at, latest }] of this.book.events) {
      const old = before.get(key) as LedgerEvent;
      expect({ direction, counted }).toEqual({ direction: old.direction, counted: old.counted });
      expect([at <= old.at, latest <= old.latest]).toEqual([true, true]);
    }
  }
}

const isDuring = ({ at }: Said, { book }: Life) => isOpen(book.state.intervals, at);

test.each([
  ['all', fc.constant(true)],
  ['some', fc.boolean()],
  ['no', fc.constant(false)],
] as const)(
  'where the page shows %s times',
  (_, timed) => {
    const sum = { counted: 0, during: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), steps(timed), (history, list) => {
        const life = new Life(history);
        for (const step of list) life.do(step);
        const { counted, events, state } = life.book;
        const outside = life.list.filter((said) => !isDuring(said, life)).map(({ key }) => key);
        expect(counted.filter((key) => outside.includes(key))).toEqual([]);
        for (const { key, at, timed: isTimed, direction } of life.list) {
          const event = events.get(key);
          if (event?.counted) {
            expect(event.direction).toBe(direction === 'out' ? 1 : direction === 'in' ? 2 : 0);
            expect(event.earliest).toBeLessThanOrEqual(at);
            expect(event.latest).toBeGreaterThanOrEqual(at);
          }
          const wasTold = life.told.some(({ stretches }) =>
            stretches.some((one) => one.rows.some((row) => row.key === key)),
          );
          const surely = isTimed && place(at - (at % 1000), 1000, state.intervals) === 'inside';
          if (surely && wasTold) expect(event?.counted).toBe(true);
        }
        sum.counted += counted.length;
        sum.during += life.list.length - outside.length;
      }),
      { seed: 20261122, numRuns: 300 },
    );
    expect(sum.counted / sum.during).toBeGreaterThan(0.3);
  },
  60_000,
);

test('a tab that is open all the time misses nothing, times or none', () => {
  const said = fc.record({
    after,
    direction: fc.constantFrom('out', 'in', null),
    timed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(said), (history, list) => {
      const life = new Life(history);
      life.look(0);
      const begun = life.list.length;
      for (const one of list) {
        life.say(one.after + 1000, one.direction, one.timed);
        life.look(0);
      }
      const keys = life.list.slice(begun).map(({ key }) => key);
      expect(life.book.counted).toEqual(keys.sort());
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
