/** Counting that began on a list without rows. */
import { describe, expect, test } from 'vitest';
import { Book, row } from './made-up';

const HOUR = 3_600_000;
const BEGAN = Date.parse('2026-11-22T12:00:00Z');
const SOON = BEGAN + 5000;
const LATER = BEGAN + 60_000;

const found = (keys: string[], seen: number) => keys.map((key) => row(key, 'in', { seen }));
const came = (key: string, seen: number) => row(key, 'out', { seen, notBefore: seen - 500 });
/** Counting began, and no row was there. */
const begun = () => new Book().include(BEGAN).list([], BEGAN + 100, true);

describe('a list without times that was empty when counting began', () => {
  test('counts the first message, and what follows it', () => {
    const book = begun().list([came('a', LATER)], LATER);
    book.below(['a'], [came('b', LATER + 9000)], LATER + 9000);
    expect(book.counted).toEqual(['a', 'b']);
    expect(book.events.get('a')).toMatchObject({ source: 'live', at: LATER });
    expect(book.gaps).toEqual([]);
  });

  test('counts it once, though it is delivered again and by another tab', () => {
    const book = begun()
      .list([came('a', LATER)], LATER)
      .list([came('a', LATER)], LATER);
    book.list(found(['a'], LATER + 9000), LATER + 9000);
    expect(book.counted).toEqual(['a']);
    expect(book.events.get('a')?.at).toBe(LATER);
  });

  test('does not count history that only loads: several rows, or a row at once', () => {
    const many = begun().list([came('a', LATER), came('b', LATER)], LATER);
    expect(many.counted).toEqual([]);
    expect(begun().list([came('a', SOON)], SOON).counted).toEqual([]);
    expect(begun().list(found(['a'], LATER), LATER).counted).toEqual([]);
  });

  test('goes on from such history as from a baseline', () => {
    const book = begun().list(found(['a', 'b'], SOON), SOON);
    book.below(['a', 'b'], [came('c', LATER)], LATER);
    expect(book.counted).toEqual(['c']);
  });

  test('does not count history that loads above the first message', () => {
    const book = begun().list([came('a', LATER)], LATER);
    book.deliver([{ before: [], rows: found(['x'], LATER + 1), after: ['a'] }], LATER + 9000);
    book.list(found(['w', 'x', 'a'], BEGAN + HOUR), BEGAN + HOUR);
    expect(book.counted).toEqual(['a']);
  });

  test('and is reopened later with rows starts over: nobody knows what the silence was', () => {
    const book = begun().list(found(['a', 'b'], BEGAN + HOUR), BEGAN + HOUR);
    expect(book.counted).toEqual([]);
    expect(book.gaps).toEqual([{ from: BEGAN + 100, to: BEGAN + HOUR }]);
  });

  test('takes a list that empties at the end of a pause for no empty one', () => {
    const book = begun().list([came('a', LATER)], LATER);
    book.pause(BEGAN + HOUR).include(BEGAN + 2 * HOUR);
    const back = BEGAN + 2 * HOUR;
    book.list([], back + 100, true).list(found(['a', 'p', 'q'], back + 3000), back + 3000);
    expect(book.counted).toEqual(['a']);
  });
});

describe('a list with times that was empty when counting began', () => {
  const second = (key: string, at: number) =>
    row(key, 'in', { at, resolution: 1000, seen: at + 999 });

  test('counts by them, whenever they show', () => {
    const book = begun().list([second('a', BEGAN - 9000), second('b', BEGAN + 9000)], LATER);
    expect(book.counted).toEqual(['b']);
  });

  test('counts a first row of the second in which it began, but none below history', () => {
    const half = new Book().include(BEGAN + 350).list([], BEGAN + 400, true);
    const other = new Book().include(BEGAN + 350).list([], BEGAN + 400, true);
    expect(half.list([second('a', BEGAN)], BEGAN + 900).counted).toEqual(['a']);
    other.list([second('x', BEGAN - 9000), second('a', BEGAN)], BEGAN + 900);
    expect(other.counted).toEqual([]);
  });
});
