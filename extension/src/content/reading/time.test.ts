// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import type { Time } from '../../shared/adapter.gen';
import type { NamedAdapter } from '../../shared/messages';
import { parseTime, readTime } from './time';

const lounge = adapters.find(({ id }) => id === 'thelounge') as NamedAdapter;
const LABEL = lounge.time?.[0] as Time;
const ISO = { attr: 'data-isodate', format: 'iso' } as const;

const MONTHS: [string, number][] = [
  ['January', 31],
  ['February', 28],
  ['March', 31],
  ['April', 30],
  ['May', 31],
  ['June', 30],
  ['July', 31],
  ['August', 31],
  ['September', 30],
  ['October', 31],
  ['November', 30],
  ['December', 31],
];
const everyDay = MONTHS.flatMap(([month, days], i) =>
  Array.from({ length: days }, (_, day) => [`${day + 1} ${month} 2026`, i, day + 1] as const),
);

describe('a written time', () => {
  test('is read on every day of every month, in this computer’s zone', () => {
    expect(everyDay).toHaveLength(365);
    for (const [date, month, day] of everyDay) {
      const read = parseTime(`${date}, 15:04:33`, LABEL);
      expect(read).toBe(new Date(2026, month, day, 15, 4, 33).getTime());
    }
  });

  test.each([
    ['22 November 2026, 00:00:00', [2026, 10, 22, 0, 0, 0]],
    ['22 November 2026, 23:59:59', [2026, 10, 22, 23, 59, 59]],
    ['29 February 2028, 12:00:00', [2028, 1, 29, 12, 0, 0]],
  ])('%s', (text, [y, mo, d, h, mi, s]) => {
    const at = new Date(y as number, mo as number, d as number, h, mi, s).getTime();
    expect(parseTime(text, LABEL)).toBe(at);
  });

  test.each([
    '22 novembre 2026, 03:15:33',
    '22 November 2026, 3:15:33 AM',
    'November 22, 2026, 03:15:33',
    '22 November 2026',
    'yesterday',
    '',
  ])('%s is none', (text) => {
    expect(parseTime(text, LABEL)).toBeNull();
  });
});

describe('a row’s time', () => {
  const row = (isodate: string) => {
    const element = document.createElement('div');
    element.setAttribute('data-isodate', isodate);
    return element;
  };
  const read = (isodate: string, time: object = ISO) =>
    readTime(row(isodate), row(isodate), {
      ...lounge,
      time: [time] as [Time],
      row: { selector: 'div' },
    });

  test.each([
    ['2026-11-22T03:10:34.500Z', 1795317034500, 1],
    ['2026-11-22T03:10:34.000Z', 1795317034000, 1000],
    ['2026-11-22T03:10:34Z', 1795317034000, 1000],
    ['2026-11-22T04:10:34.001+01:00', 1795317034001, 1],
  ])('%s', (text, at, resolution) => {
    expect(read(text)).toEqual({ at, resolution });
  });

  test.each([
    ['s', '1795317034', 1795317034000, 1000],
    ['s', '1795317034.512', 1795317034000, 1000],
    ['ms', '1795317034512', 1795317034512, 1],
  ])('as %s: %s', (format, text, at, resolution) => {
    expect(read(text, { attr: 'data-isodate', format })).toEqual({ at, resolution });
  });

  test('takes the quantum that the adapter names', () => {
    const minute = { ...ISO, resolutionMs: 60_000 };
    expect(read('2026-11-22T03:10:00.000Z', minute)?.resolution).toBe(60_000);
  });

  test.each([
    ['175928847299117063', '2016-04-30T11:18:25.796Z'],
    ['1000', null],
    ['lorem', null],
    ['99999999999999999999999999', null],
  ])('as a snowflake: %s', (text, iso) => {
    const snowflake = { attr: 'data-isodate', format: 'snowflake', epoch: 1420070400000 };
    const at = iso && Date.parse(iso);
    expect(read(text, snowflake)?.at ?? null).toBe(at);
  });

  test('may be part of an attribute, and stand in a second place', () => {
    const none = { attr: 'data-none', format: 'ms' };
    const part = { attr: 'data-isodate', format: 'ms', pattern: '-(\\d+)$' };
    const element = row('room-7-1795317034512');
    const adapter = { ...lounge, time: [none, part] as [Time, Time] };
    expect(readTime(element, element, adapter)?.at).toBe(1795317034512);
  });

  test.each([['tomorrow'], [''], ['2026-13-45T00:00:00Z']])('%s is none', (text) => {
    expect(read(text)).toBeNull();
  });

  test.each(['9e99', '99999999999999999', 'NaN', 'Infinity'])('%s ms is no time at all', (text) => {
    expect(read(text, { attr: 'data-isodate', format: 'ms' })).toBeNull();
  });
});
