import { describe, expect, test } from 'vitest';
import type { Direction } from '../../shared/types';
import type { ListReading } from './rows';
import { newStretches, type SentRows } from './stretches';

const rows = (text: string, direction: Direction = 'in', at = 5): ListReading['rows'] =>
  [...text].map((key) => ({
    key,
    direction,
    time: { at, resolution: 1 },
    element: {} as Element,
    sender: null,
  }));

/** `before|rows|after`, one text a stretch. */
const told = (list: ReturnType<typeof newStretches>) =>
  list.map(({ before, rows: r, after }) =>
    [before, r.map(({ key }) => key), after].map((keys) => keys.join('')).join('|'),
  );

describe('stretches', () => {
  test('a list seen for the first time is one', () => {
    expect(told(newStretches(rows('abc'), new Map(), null, 9))).toEqual(['|abc|']);
  });

  test('what was sent is not sent again', () => {
    const sent: SentRows = new Map();
    newStretches(rows('abc'), sent, null, 9);
    expect(newStretches(rows('abc'), sent, 10, 11)).toEqual([]);
  });

  test('new rows come with the keys around them', () => {
    const sent: SentRows = new Map();
    newStretches(rows('cde'), sent, null, 9);
    expect(told(newStretches(rows('abcdXefg'), sent, 10, 11))).toEqual([
      '|ab|cdXefg',
      'abcd|X|efg',
      'abcdXe|fg|',
    ]);
  });

  test('a row that says something else is sent again', () => {
    const sent: SentRows = new Map();
    newStretches(rows('abc'), sent, null, 9);
    const [a, b, c] = rows('abc') as [never, ListReading['rows'][number], never];
    expect(told(newStretches([a, { ...b, direction: 'out' }, c], sent, 10, 11))).toEqual(['a|b|c']);
    const later = { ...b, direction: 'out' as const, time: { at: 6, resolution: 1 } };
    expect(told(newStretches([a, later, c], sent, 12, 13))).toEqual(['a|b|c']);
  });

  test('fifty keys of context are enough', () => {
    const many = Array.from({ length: 120 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const sent: SentRows = new Map();
    newStretches(rows(many), sent, null, 9);
    const [stretch] = newStretches(rows(`${many.slice(0, 60)}X${many.slice(60)}`), sent, 10, 11);
    expect(stretch?.before.join('')).toBe(many.slice(10, 60));
    expect(stretch?.after.join('')).toBe(many.slice(60, 110));
  });

  test('only what turns up below known rows came just now', () => {
    const sent: SentRows = new Map();
    const first = newStretches(rows('cd'), sent, null, 9);
    expect(first[0]?.rows.map(({ notBefore }) => notBefore)).toEqual([null, null]);
    const next = newStretches(rows('abcdef'), sent, 10, 11);
    expect(next.map((one) => one.rows.map(({ notBefore }) => notBefore))).toEqual([
      [null, null],
      [10, 10],
    ]);
    expect(next[1]?.rows[0]?.seen).toBe(11);
  });

  test('a row sent again did not come just now', () => {
    const sent: SentRows = new Map();
    newStretches(rows('a'), sent, null, 9);
    const [stretch] = newStretches(rows('a', 'out'), sent, 10, 11);
    expect(stretch?.rows[0]?.notBefore).toBeNull();
  });
});
