import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withZone } from './days';
import { addRows, emptyRow, isUndated, ROW_MAX, rowsOf } from './rows';
import type { Definitions, LedgerEvent, Row, ZoneSpan } from './types';

const DEFINITIONS: Definitions = { openingHours: 6, turnMinutes: 10 };
const UTC: ZoneSpan[] = [{ from: 0, zone: 'UTC' }];
const MINUTE = 60_000;

let made = 0;

/** `event('22 23:58', 1)`: in November 2026, UTC, each below the one made before it. */
function event(time: string, direction: 0 | 1 | 2 | 3, change: Partial<LedgerEvent> = {}) {
  const at = Date.parse(`2026-11-${time.replace(' ', 'T')}:00Z`);
  const key = `k${String(++made).padStart(6, '0')}`;
  const previous = [`k${String(made - 1).padStart(6, '0')}`];
  const base = { conversation: 'c', key, source: 'machine', at, earliest: at, latest: at } as const;
  return { ...base, direction, previous, counted: true, ...change } satisfies LedgerEvent;
}

function rows(events: LedgerEvent[], zones = UTC): Record<string, Partial<Row>> {
  const some = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, n]) => n > 0));
  return Object.fromEntries([...rowsOf(events, zones, DEFINITIONS)].map(([d, r]) => [d, some(r)]));
}

describe('rows', () => {
  test('a day by hand', () => {
    const events = [
      event('22 08:00', 2), // the first message: no opening
      event('22 08:05', 2), // same turn
      event('22 08:10', 1), // answers it
      event('22 09:00', 1), // a second turn of mine
      event('22 15:00', 1), // six hours later: I open
      event('22 15:20', 2), // answers my turns of 08:10, 09:00 and 15:00
    ];
    expect(rows(events)).toEqual({
      '2026-11-22': {
        sent: 3,
        received: 3,
        opened_by_me: 1,
        turns_sent: 3,
        turns_sent_answered: 3,
        turns_received: 2,
        turns_received_answered: 1,
      },
    });
  });

  test('a turn belongs to the day of its beginning, its messages to theirs', () => {
    const events = [event('22 23:58', 1), event('23 00:04', 1), event('23 00:10', 2)];
    expect(rows(events)).toEqual({
      '2026-11-22': { sent: 1, turns_sent: 1, turns_sent_answered: 1 },
      '2026-11-23': { sent: 1, received: 1, turns_received: 1 },
    });
  });

  test('an answer on the next day stands on the day of the turn', () => {
    const events = [event('22 20:00', 2), event('23 19:59', 1)];
    expect(rows(events)['2026-11-22']).toEqual({
      received: 1,
      turns_received: 1,
      turns_received_answered: 1,
    });
  });

  test('days are those of the zone history', () => {
    const zones = [
      { from: 0, zone: 'Europe/Berlin' },
      { from: Date.parse('2026-11-22T23:00:00Z'), zone: 'America/New_York' },
    ];
    const events = [event('22 22:30', 1), event('23 03:00', 1), event('23 05:00', 1)];
    expect(Object.keys(rows(events, zones))).toEqual(['2026-11-22', '2026-11-23']);
    expect(rows(events, zones)['2026-11-22']?.sent).toBe(2);
  });

  describe('where clocks change', () => {
    const BERLIN: ZoneSpan[] = [{ from: 0, zone: 'Europe/Berlin' }];
    const mine = (times: string[]) =>
      times.map((time) => event('01 00:00', 1, timesOf(Date.parse(`2026-${time}Z`))));
    const timesOf = (at: number) => ({ at, earliest: at, latest: at, previous: [] });
    const sent = (times: string[]) =>
      Object.entries(rows(mine(times), BERLIN)).map(([day, row]) => [day, row.sent]);

    test('a day of 23 hours has its first and its last minute', () => {
      const first = '03-28T23:00:00';
      const last = '03-29T21:59:59.999';
      expect(sent(['03-28T22:59:59.999', first, last, '03-29T22:00:00'])).toEqual([
        ['2026-03-28', 1],
        ['2026-03-29', 2],
        ['2026-03-30', 1],
      ]);
    });

    test('a day of 25 hours has its first and its last minute', () => {
      const first = '10-24T22:00:00';
      const last = '10-25T22:59:59.999';
      expect(sent(['10-24T21:59:59.999', first, last, '10-25T23:00:00'])).toEqual([
        ['2026-10-24', 1],
        ['2026-10-25', 2],
        ['2026-10-26', 1],
      ]);
    });

    test('a turn lasts as long as time does: over the hour left out, and not over the one twice', () => {
      // 01:55 and 03:05 on the clock, ten minutes apart; 02:55 and 02:55, an hour apart.
      const spring = rows(mine(['03-29T00:55:00', '03-29T01:05:00']), BERLIN);
      const autumn = rows(mine(['10-25T00:55:00', '10-25T01:55:00']), BERLIN);
      expect([spring['2026-03-29']?.turns_sent, autumn['2026-10-25']?.turns_sent]).toEqual([1, 2]);
    });
  });

  test('what is uncounted, unknown or contradictory enters no row', () => {
    const events = [
      event('22 10:00', 2, { counted: false }),
      event('22 10:01', 0),
      event('22 10:02', 3),
    ];
    expect(rows(events)).toEqual({});
  });

  test('a message between two looks counts where both share a day, and enters no turn', () => {
    const at = Date.parse('2026-11-22T23:00:00Z');
    const seen = event('22 23:00', 2, {
      source: 'between',
      earliest: at - 60 * MINUTE,
      latest: at,
    });
    expect(rows([seen])).toEqual({ '2026-11-22': { received: 1 } });
    const undated = { ...seen, latest: at + 61 * MINUTE };
    expect(isUndated(undated, UTC)).toBe(true);
    expect(rows([undated])).toEqual({});
  });

  test('a count stops at 65535, and the counts below it stay possible', () => {
    const at = Date.parse('2026-11-22T00:00:00Z');
    const many = Array.from({ length: ROW_MAX + 3 }, (_, i): LedgerEvent => {
      const time = at + i;
      const base = { conversation: 'c', key: `m${i}`, source: 'machine' as const, counted: true };
      const direction = i % 2 === 0 ? 1 : 2;
      return { ...base, at: time, earliest: time, latest: time, direction, previous: [] };
    });
    const row = rowsOf([...many, ...many.map(later)], UTC, DEFINITIONS).get('2026-11-22') as Row;
    expect(row.sent).toBe(65_535);
    expect(row.turns_sent).toBe(65_535);
    expect(row.turns_sent_answered).toBe(65_535);
    expect(row.turns_received).toBe(65_535);
  });

  test('sums stop at 65535 as well', () => {
    const one = { ...emptyRow(), sent: 65_000 };
    expect(addRows(one, one).sent).toBe(65_535);
    expect(addRows({ ...one, received: 2 }, { ...emptyRow(), received: 3 }).received).toBe(5);
  });
});

function later(event: LedgerEvent): LedgerEvent {
  const at = event.at + 3_600_000;
  return { ...event, key: `${event.key}b`, at, earliest: at, latest: at };
}

const anyEvent = fc.record({
  at: fc.integer({ min: 0, max: 6 * 24 * 60 }),
  direction: fc.constantFrom(0, 1, 2, 1, 2, 3) as fc.Arbitrary<LedgerEvent['direction']>,
  source: fc.constantFrom('machine', 'machine', 'live', 'between') as fc.Arbitrary<
    LedgerEvent['source']
  >,
  counted: fc.boolean(),
  width: fc.integer({ min: 0, max: 2000 }),
  above: fc.integer({ min: -1, max: 200 }),
});

const anyChat = fc.array(anyEvent, { maxLength: 120 }).map((list) =>
  list.map(({ at, direction, source, counted, width, above }, i): LedgerEvent => {
    const time = Date.parse('2026-11-20T00:00:00Z') + at * MINUTE;
    const previous = above < 0 ? [] : [`k${above}`];
    const bounds = { at: time, earliest: time - width * MINUTE, latest: time };
    return { conversation: 'c', key: `k${i}`, source, direction, previous, counted, ...bounds };
  }),
);

const ZONES = [
  UTC,
  [
    { from: 0, zone: 'Europe/Berlin' },
    { from: Date.parse('2026-11-22T23:00:00Z'), zone: 'America/New_York' },
  ],
];

test('answered <= turns <= messages and openings <= turns, on each side, on each day', () => {
  fc.assert(
    fc.property(anyChat, fc.constantFrom(...ZONES), (events, zones) => {
      for (const row of rowsOf(events, zones, DEFINITIONS).values()) {
        expect(row.turns_sent_answered).toBeLessThanOrEqual(row.turns_sent);
        expect(row.turns_sent).toBeLessThanOrEqual(row.sent);
        expect(row.opened_by_me).toBeLessThanOrEqual(row.turns_sent);
        expect(row.turns_received_answered).toBeLessThanOrEqual(row.turns_received);
        expect(row.turns_received).toBeLessThanOrEqual(row.received);
        expect(row.opened_by_them).toBeLessThanOrEqual(row.turns_received);
        expect(row.sent + row.received).toBeGreaterThan(0);
      }
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('travel changes no row of what was counted until then', () => {
  const places = ['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];
  const journey = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...places)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyChat, journey, (events, legs) => {
      let now = Date.parse('2026-11-20T00:00:00Z');
      let zones = withZone([], 'Europe/Berlin', now);
      for (const [hours, place] of legs) {
        now += hours * 60 * MINUTE;
        const until = events.filter(({ latest }) => latest <= now);
        const before = rows(until, zones);
        zones = withZone(zones, place, now);
        expect(rows(until, zones)).toEqual(before);
      }
    }),
    { seed: 20261124, numRuns: 200 },
  );
});

test('rows do not depend on the order of the events', () => {
  fc.assert(
    fc.property(anyChat, fc.infiniteStream(fc.integer()), (events, order) => {
      const shuffled = events
        .map((event) => ({ event, by: order.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ event }) => event);
      expect(rows(shuffled)).toEqual(rows(events));
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
