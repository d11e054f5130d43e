/**
 * Lists in which only some rows show their time, such as the first of a run: the others lie between
 * those around them.
 */
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../shared/rows';
import { Book, row } from './made-up';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BEGAN = Date.parse('2026-11-16T12:00:00Z');
const UTC = [{ from: 0, zone: 'UTC' }];
const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };

/** A row with its time, whole minutes after counting began. */
const told = (key: string, minutes: number, seen = BEGAN + 3 * DAY) =>
  row(key, 'in', { at: BEGAN + minutes * MINUTE, resolution: 1000, seen });
/** A row without, found in a first look. */
const plain = (key: string, seen = BEGAN + 3 * DAY) => row(key, 'in', { seen });
const came = (key: string, seen: number) => row(key, 'in', { seen, notBefore: seen - 500 });

describe('a row without a time', () => {
  test('counts between two rows of counting time, on the day that both share', () => {
    const book = new Book().include(BEGAN).list([], BEGAN + 100, true);
    const later = BEGAN + 3 * DAY;
    book.list([told('a', 60), plain('b'), plain('c'), told('d', 90), plain('e')], later);
    expect(book.counted).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(book.events.get('b')).toMatchObject({
      source: 'between',
      earliest: BEGAN + 60 * MINUTE,
      latest: BEGAN + 90 * MINUTE + 999,
    });
    // Of the last one only the beginning is known: it stays undated.
    const rows = rowsOf([...book.events.values()], UTC, DEFINITIONS);
    expect([...rows].map(([day, { received }]) => [day, received])).toEqual([['2026-11-16', 4]]);
  });

  test('is history where a row below it is', () => {
    const book = new Book().include(BEGAN).list([plain('x', BEGAN + 100)], BEGAN + 100, true);
    book.below(['x'], [plain('h'), told('g', -90)], BEGAN + DAY);
    expect(book.counted).toEqual([]);
  });

  test('is no new baseline where the row above it is history: someone jumped to an old day', () => {
    const book = new Book().include(BEGAN).list([told('z', -5)], BEGAN + 100, true);
    book.list([told('h', -9000), plain('i')], BEGAN + DAY);
    book.below(['h', 'i'], [plain('j', BEGAN + DAY + 5000)], BEGAN + DAY + 5000);
    expect(book.counted).toEqual([]);
    expect(book.gaps).toEqual([]);
  });

  test('in a pause is not filled in by a row before it that turns up late', () => {
    const book = new Book().include(BEGAN).list([told('a', -5, BEGAN + 100)], BEGAN + 100, true);
    book.pause(BEGAN + HOUR).include(BEGAN + 3 * HOUR);
    book.list([plain('n', BEGAN + 3 * HOUR + 100)], BEGAN + 3 * HOUR + 100, true);
    // Scrolled up: b was counting time, c may have been the pause.
    const rows = [told('b', 50), plain('c'), told('d', 150), plain('e')];
    book.deliver([{ before: [], rows, after: ['n'] }], BEGAN + 4 * HOUR);
    expect(book.counted).toEqual(['b']);
    // Nor does b anchor what follows it.
    book.below(['a', 'b'], [plain('f', BEGAN + 5 * HOUR)], BEGAN + 5 * HOUR);
    expect(book.counted).toEqual(['b']);
  });

  test('counts live below a row with a time', () => {
    const book = new Book().include(BEGAN).list([told('a', -5, BEGAN + 100)], BEGAN + 100, true);
    book.below(['a'], [came('b', BEGAN + 5000)], BEGAN + 5000);
    book.below(['a', 'b'], [told('c', 5, BEGAN + 5 * MINUTE)], BEGAN + 5 * MINUTE);
    const last = BEGAN + 6 * MINUTE;
    book.below(['a', 'b', 'c'], [came('d', last)], last);
    expect(book.counted).toEqual(['b', 'c', 'd']);
    expect(book.events.get('d')).toMatchObject({ source: 'live', at: last });
  });

  test('whose time shows later has that time', () => {
    const book = new Book().include(BEGAN).list([told('a', -5, BEGAN + 100)], BEGAN + 100, true);
    book.below(['a'], [came('b', BEGAN + 5000)], BEGAN + 5000);
    book.list([told('a', -5), told('b', 0)], BEGAN + HOUR);
    expect(book.events.get('b')).toMatchObject({ source: 'machine', at: BEGAN, counted: true });
    book.list([told('a', -5), plain('b')], BEGAN + 2 * HOUR);
    expect(book.events.get('b')).toMatchObject({ source: 'machine', at: BEGAN, counted: true });
  });

  test('is dated better when more is shown around it', () => {
    const book = new Book().include(BEGAN).list([told('a', -5, BEGAN + 100)], BEGAN + 100, true);
    book.list([told('a', -5), plain('b')], BEGAN + 3 * DAY);
    expect(book.events.get('b')).toMatchObject({ earliest: BEGAN + 100, latest: BEGAN + 3 * DAY });
    book.list([told('a', -5), plain('b'), told('c', 30)], BEGAN + 3 * DAY + 5000);
    const latest = BEGAN + 30 * MINUTE + 999;
    expect(book.events.get('b')).toMatchObject({ at: latest, earliest: BEGAN + 100, latest });
  });

  test('is not told by two clocks that contradict each other', () => {
    // The page's times run ten minutes ahead of this machine's.
    const book = new Book().include(BEGAN).list([told('a', -5, BEGAN + 100)], BEGAN + 100, true);
    const seen = BEGAN + 5000;
    book.below(['a'], [told('b', 10, seen), came('c', seen)], seen);
    expect(book.events.get('c')).toMatchObject({ source: 'live', at: seen, counted: true });
  });
});

describe('anchors', () => {
  test('are not pushed out by counted rows that turn up above them', () => {
    const book = new Book().include(BEGAN).list([], BEGAN + 100, true);
    book.list([told('y', 2000), plain('z')], BEGAN + 2 * DAY);
    const old = Array.from({ length: 70 }, (_, i) => told(`k${i + 10}`, 60 + i));
    book.deliver([{ before: [], rows: old, after: ['y', 'z'] }], BEGAN + 2 * DAY + 5000);
    expect(book.state.anchors.slice(-2)).toEqual(['y', 'z']);
    const seen = BEGAN + 2 * DAY + 9000;
    book.below(['y', 'z'], [came('new', seen)], seen);
    expect(book.counted).toContain('new');
  });
});
