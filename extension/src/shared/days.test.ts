import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWeeks,
  boundsOf,
  dayOf,
  daysBetween,
  daysOf,
  instantAt,
  localHour,
  mondayOf,
  startOfDay,
  weekdayOf,
  weekOf,
  withZone,
  zoneAt,
} from './days';
import type { ZoneSpan } from './types';

const at = (time: string) => Date.parse(time);
const iso = (time: number) => new Date(time).toISOString();
const always = (zone: string): ZoneSpan[] => [{ from: 0, zone }];

describe('ISO weeks, looked up in a printed calendar', () => {
  test.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2020-12-31', '2020-W53'],
    ['2024-02-29', '2024-W09'],
  ])('%s lies in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(daysOf(week)).toContain(day);
  });

  test('a week begins on Monday, also across a year', () => {
    expect(mondayOf('2026-W53')).toBe('2026-12-28');
    expect(mondayOf('2027-W01')).toBe('2027-01-04');
    expect(daysOf('2026-W53')[6]).toBe('2027-01-03');
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01');
    expect(addWeeks('2027-W01', -1)).toBe('2026-W53');
    expect(addWeeks('2026-W47', -4)).toBe('2026-W43');
  });

  test('weekdays are counted from Monday', () => {
    expect(weekdayOf('2026-11-16')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  test('days are counted on the calendar, leap days too', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(daysBetween('2027-02-28', '2028-03-01')).toBe(367);
    expect(daysBetween('2027-01-02', '2027-01-01')).toBe(-1);
  });
});

describe('days on which clocks change', () => {
  test.each([
    // Spring in Berlin: the day has 23 hours.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    // Autumn in Berlin: 25 hours.
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
    // No midnight: clocks go from 23:59:59 to 01:00.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    // Midnight twice over: at 24:00 clocks go back to 23:00 of the day before.
    ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00:00.000Z'],
    ['Pacific/Apia', '2026-11-22', '2026-11-21T11:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-22', '2026-11-21T10:00:00.000Z'],
    ['Etc/GMT+12', '2026-11-22', '2026-11-22T12:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-22', '2026-11-21T18:15:00.000Z'],
  ])('in %s, %s begins at %s', (zone, day, begins) => {
    expect(iso(startOfDay(day, zone))).toBe(begins);
    expect(dayOf(at(begins), always(zone))).toBe(day);
    expect(dayOf(at(begins) - 1, always(zone)) < day).toBe(true);
  });

  test('Apia never had 30 December 2011', () => {
    expect(iso(startOfDay('2011-12-30', 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z');
    expect(dayOf(at('2011-12-30T10:00:00Z'), always('Pacific/Apia'))).toBe('2011-12-31');
    expect(dayOf(at('2011-12-30T09:59:59.999Z'), always('Pacific/Apia'))).toBe('2011-12-29');
  });

  test('the local hour is the wall clock, in both passes of the repeated hour', () => {
    const berlin = always('Europe/Berlin');
    expect(localHour(at('2026-10-25T00:30:00Z'), berlin)).toBe(2.5);
    expect(localHour(at('2026-10-25T01:30:00Z'), berlin)).toBe(2.5);
    expect(localHour(at('2026-11-22T23:00:00Z'), berlin)).toBe(0);
  });
});

describe('the zone history', () => {
  const berlin: ZoneSpan[] = [{ from: at('2026-11-01T00:00:00Z'), zone: 'Europe/Berlin' }];

  test('begins with the first zone seen, and holds for all time before', () => {
    const zones = withZone([], 'Europe/Berlin', 1000);
    expect(zones).toEqual([{ from: 1000, zone: 'Europe/Berlin' }]);
    expect(zoneAt(0, zones)).toBe('Europe/Berlin');
    expect(withZone(zones, 'Europe/Berlin', 5000)).toEqual(zones);
  });

  test('a new zone begins at the next midnight of the zone left behind', () => {
    const zones = withZone(berlin, 'America/New_York', at('2026-11-22T12:00:00Z'));
    expect(zones).toEqual([
      ...berlin,
      { from: at('2026-11-22T23:00:00Z'), zone: 'America/New_York' },
    ]);
    // Midnight in Berlin is six in the evening in New York: the day goes on there.
    expect(dayOf(at('2026-11-22T22:59:59Z'), zones)).toBe('2026-11-22');
    expect(dayOf(at('2026-11-23T04:59:59Z'), zones)).toBe('2026-11-22');
    expect(dayOf(at('2026-11-23T05:00:00Z'), zones)).toBe('2026-11-23');
  });

  test('there and back within a day leaves nothing behind', () => {
    const there = withZone(berlin, 'America/New_York', at('2026-11-22T08:00:00Z'));
    expect(withZone(there, 'Europe/Berlin', at('2026-11-22T20:00:00Z'))).toEqual(berlin);
  });

  test('there and back over days is two changes', () => {
    const there = withZone(berlin, 'America/New_York', at('2026-11-20T08:00:00Z'));
    const back = withZone(there, 'Europe/Berlin', at('2026-11-22T12:00:00Z'));
    expect(back).toEqual([
      ...berlin,
      { from: at('2026-11-20T23:00:00Z'), zone: 'America/New_York' },
      { from: at('2026-11-23T05:00:00Z'), zone: 'Europe/Berlin' },
    ]);
    expect(dayOf(at('2026-11-21T04:00:00Z'), back)).toBe('2026-11-20');
    expect(dayOf(at('2026-11-23T05:00:00Z'), back)).toBe('2026-11-23');
  });

  test('on to a third place before midnight: only the last one begins', () => {
    const first = withZone(berlin, 'America/New_York', at('2026-11-22T08:00:00Z'));
    const second = withZone(first, 'Asia/Tokyo', at('2026-11-22T20:00:00Z'));
    expect(second).toEqual([...berlin, { from: at('2026-11-22T23:00:00Z'), zone: 'Asia/Tokyo' }]);
  });

  test('a clock set back rewrites no history', () => {
    expect(withZone(berlin, 'Europe/Berlin', at('2026-10-30T12:00:00Z'))).toEqual(berlin);
    expect(withZone(berlin, 'Asia/Tokyo', at('2026-10-30T12:00:00Z'))).toEqual(berlin);
    const moved = [...berlin, { from: at('2026-11-10T23:00:00Z'), zone: 'Asia/Tokyo' }];
    expect(withZone(moved, 'Asia/Tokyo', at('2026-11-05T12:00:00Z'))).toEqual(moved);
  });

  test('bounds of a day follow the zone of that time', () => {
    const zones = withZone(berlin, 'America/New_York', at('2026-11-22T12:00:00Z'));
    expect(boundsOf('2026-11-20', zones).map(iso)).toEqual([
      '2026-11-19T23:00:00.000Z',
      '2026-11-20T23:00:00.000Z',
    ]);
    expect(boundsOf('2026-11-22', zones).map(iso)).toEqual([
      '2026-11-21T23:00:00.000Z',
      '2026-11-23T05:00:00.000Z',
    ]);
  });

  test('travel moves no message to another day', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'America/Havana',
      'UTC',
    );
    const journey = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), zone), { maxLength: 12 });
    const moments = fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(zone, journey, moments, (home, legs, minutes) => {
        let now = at('2026-10-20T00:00:00Z');
        const start = now;
        let zones = withZone([], home, now);
        for (const [hours, place] of legs) {
          now += hours * 3_600_000;
          const before = zones;
          zones = withZone(zones, place, now);
          const times = minutes.map((m) => start + m * 60_000).filter((time) => time <= now);
          // What was counted until now keeps its day.
          for (const time of [...times, now]) expect(dayOf(time, zones)).toBe(dayOf(time, before));
          expect([...zones].sort((a, b) => a.from - b.from)).toEqual(zones);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('an hour of a day', () => {
  const BERLIN = [{ from: 0, zone: 'Europe/Berlin' }];
  const utc = (time: string) => Date.parse(`2026-${time.replace(' ', 'T')}:00Z`);

  test('is the first instant at which the clock there shows it', () => {
    expect(instantAt('2026-11-23', 9, BERLIN)).toBe(utc('11-23 08:00'));
    expect(instantAt('2026-11-23', 0, BERLIN)).toBe(utc('11-22 23:00'));
    // Clocks are turned back from three to two: the first two o'clock counts.
    expect(instantAt('2026-10-25', 2, BERLIN)).toBe(utc('10-25 00:00'));
  });

  test('that is left out when clocks go forward is the moment after it', () => {
    expect(instantAt('2026-03-29', 2, BERLIN)).toBe(utc('03-29 01:00'));
  });
});
