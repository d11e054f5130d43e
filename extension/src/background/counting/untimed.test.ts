/** Apps that show no times: only what follows known rows counts, and when it came is seen, not read. */
import { describe, expect, test } from 'vitest';
import { isUndated, rowsOf } from '../../shared/rows';
import { Book, row } from './made-up';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BEGAN = Date.parse('2026-11-22T12:00:00Z');
const UTC = [{ from: 0, zone: 'UTC' }];

/** Rows seen in a first look: nobody knows when they came. */
const found = (keys: string[], seen: number) => keys.map((key) => row(key, 'in', { seen }));
/** A row that came while we looked on. */
const came = (key: string, seen: number) => row(key, 'in', { seen, notBefore: seen - 500 });
const names = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 100}`);

function begun(history: string[]): Book {
  return new Book().include(BEGAN).list(found(history, BEGAN + 100), BEGAN + 100, true);
}

describe('a list without times', () => {
  test('is a baseline when counting begins', () => {
    expect(begun(['a', 'b']).counted).toEqual([]);
  });

  test('counts what comes below known rows, as seen', () => {
    const book = begun(['a', 'b']).below(['a', 'b'], [came('c', BEGAN + 5000)], BEGAN + 5000);
    expect(book.counted).toEqual(['c']);
    expect(book.events.get('c')).toMatchObject({ source: 'live', at: BEGAN + 5000 });
  });

  test('does not count what is put above known rows', () => {
    const book = begun(['c', 'd']);
    const rows = found(['a', 'b'], BEGAN + 5000);
    book.deliver([{ before: [], rows, after: ['c', 'd'] }], BEGAN + 5000);
    book.list(found(['a', 'b', 'c', 'd'], BEGAN + 9000), BEGAN + 9000);
    expect(book.counted).toEqual([]);
    expect(book.gaps).toEqual([]);
  });

  test('counts what came while the tab was closed, at some time since the last look', () => {
    const book = begun(['a']).list(found(['a', 'b'], BEGAN + HOUR), BEGAN + HOUR);
    expect(book.events.get('b')).toMatchObject({
      source: 'between',
      earliest: BEGAN + 100,
      latest: BEGAN + HOUR,
      counted: true,
    });
  });

  test('that shows no known row is a new baseline, and the gap is told', () => {
    const book = begun(['a']).list(found(['x', 'y'], BEGAN + HOUR), BEGAN + HOUR);
    expect(book.counted).toEqual([]);
    expect(book.gaps).toEqual([{ from: BEGAN + 100, to: BEGAN + HOUR }]);
    book.below(['x', 'y'], [came('z', BEGAN + HOUR + 5000)], BEGAN + HOUR + 5000);
    expect(book.counted).toEqual(['z']);
  });

  test('does not count what lies between an old day that was jumped to and the end', () => {
    const book = begun(['m', 'n']).list(found(['a', 'b'], BEGAN + HOUR), BEGAN + HOUR);
    const rows = [came('c', BEGAN + HOUR + 5000), came('d', BEGAN + HOUR + 5000)];
    book.deliver([{ before: ['a', 'b'], rows, after: ['m', 'n'] }], BEGAN + HOUR + 5000);
    book.below(['m', 'n'], [came('o', BEGAN + HOUR + 9000)], BEGAN + HOUR + 9000);
    expect(book.counted).toEqual(['o']);
  });

  test('counts what fills a gap in its middle', () => {
    const book = begun(['a']).list(found(['a', 'x', 'y'], BEGAN + HOUR), BEGAN + HOUR);
    const rows = found(['b', 'c'], BEGAN + HOUR + 5000);
    book.deliver([{ before: ['a'], rows, after: ['x', 'y'] }], BEGAN + HOUR + 5000);
    expect(book.counted).toEqual(['b', 'c', 'x', 'y']);
  });

  test('counts what connects a list that began anew with what was known before', () => {
    const book = begun(['a', 'b']).list(found(['x', 'y'], BEGAN + HOUR), BEGAN + HOUR);
    const rows = found(['c', 'd'], BEGAN + HOUR + 5000);
    book.deliver([{ before: ['a', 'b'], rows, after: ['x', 'y'] }], BEGAN + HOUR + 5000);
    expect(book.counted).toEqual(['c', 'd']);
  });

  test('goes on counting at its end though another tab jumps to old days, again and again', () => {
    const book = begun(names('a', 60));
    for (const [i, letter] of ['x', 'y', 'z'].entries())
      book.list(found(names(letter, 80), BEGAN + HOUR + i), BEGAN + HOUR + i);
    book.below(names('a', 60).slice(-50), [came('new', BEGAN + 2 * HOUR)], BEGAN + 2 * HOUR);
    expect(book.counted).toEqual(['new']);
  });

  test('a pause is never filled in, however much was said in it', () => {
    const book = begun(['a']).below(['a'], [came('b', BEGAN + 5000)], BEGAN + 5000);
    book.pause(BEGAN + HOUR).include(BEGAN + 2 * HOUR);
    const all = ['a', 'b', ...names('p', 80)];
    book.list(found(all, BEGAN + 2 * HOUR + 100), BEGAN + 2 * HOUR + 100, true);
    // Reloaded: the list as a whole again, with one new row.
    book.list(found([...all, 'z'], BEGAN + 3 * HOUR), BEGAN + 3 * HOUR);
    expect(book.counted).toEqual(['b', 'z']);
  });

  test('looking at old rows again does not make the newest unknown', () => {
    const rows = names('m', 90);
    const book = begun(['a']).list(found(['a', ...rows], BEGAN + HOUR), BEGAN + HOUR);
    const old = found(rows.slice(0, 60), BEGAN + 2 * HOUR);
    book.deliver([{ before: [], rows: old, after: rows.slice(60) }], BEGAN + 2 * HOUR);
    book.below(rows.slice(-50), [came('z', BEGAN + 3 * HOUR)], BEGAN + 3 * HOUR);
    expect(book.counted).toHaveLength(91);
    expect(book.gaps).toEqual([]);
  });

  test('a pause is not filled in either when one scrolls up into it', () => {
    const book = begun(['a']).below(['a'], [came('b', BEGAN + 5000)], BEGAN + 5000);
    const back = BEGAN + 2 * HOUR;
    book.pause(BEGAN + HOUR).include(back);
    book.list(found(['p8', 'p9'], back + 100), back + 100, true);
    const rows = found(['p5', 'p6', 'p7'], back + MINUTE);
    book.deliver([{ before: ['a', 'b'], rows, after: ['p8', 'p9'] }], back + MINUTE);
    expect(book.counted).toEqual(['b']);
  });

  test('a tab that did not hear of the pause tells nothing of its end', () => {
    const book = begun(['a']).pause(BEGAN + HOUR);
    book.below(['a'], [came('p', BEGAN + HOUR + 5000)], BEGAN + HOUR + 5000);
    const back = BEGAN + 2 * HOUR;
    book.include(back).below(['a', 'p'], [came('q', back + 5000)], back + 5000);
    expect(book.counted).toEqual([]);
    book.list(found(['a', 'p', 'q'], back + 9000), back + 9000, true);
    book.below(['p', 'q'], [came('r', back + MINUTE)], back + MINUTE);
    expect(book.counted).toEqual(['r']);
  });

  test('a look that did not reach the end of the list does not date what comes below', () => {
    const days = 86_400_000;
    const book = begun(['a']).list(found(['x', 'y'], BEGAN + 2 * days), BEGAN + 2 * days);
    // Jumped to an old day; back at the end there is one more.
    const seen = BEGAN + 2 * days + MINUTE;
    book.list(found(['a', 'b'], seen), seen);
    expect(book.events.get('b')).toMatchObject({ earliest: BEGAN + 100, latest: seen });
  });

  test('a delivery that had to wait for the worker counts, though a pause has begun since', () => {
    const book = begun(['a']).pause(BEGAN + HOUR);
    book.below(['a'], [came('b', BEGAN + HOUR - 5000)], BEGAN + HOUR + MINUTE);
    expect(book.counted).toEqual(['b']);
  });
});

describe('a clock set back', () => {
  test('while the list is open: what comes then counts, at the time the clock shows', () => {
    const book = begun(['a']).below(['a'], [came('b', BEGAN + 2 * HOUR)], BEGAN + 2 * HOUR);
    const seen = BEGAN + HOUR;
    const rows = [row('c', 'in', { seen, notBefore: BEGAN + 2 * HOUR + 5000 })];
    book.below(['a', 'b'], rows, seen);
    expect(book.counted).toEqual(['b', 'c']);
    expect(book.events.get('c')).toMatchObject({ source: 'live', at: seen, earliest: seen });
  });

  test('behind the moment of choosing: nothing counts until it has caught up', () => {
    const book = begun(['a']);
    const rows = [row('b', 'in', { seen: BEGAN - HOUR, notBefore: BEGAN + 5000 })];
    book.below(['a'], rows, BEGAN - HOUR);
    expect(book.counted).toEqual([]);
    // Shown again after the clock was put right: it is not counted in between.
    book.list(found(['a', 'b'], BEGAN + HOUR), BEGAN + HOUR);
    book.below(['a', 'b'], [came('c', BEGAN + HOUR + 5000)], BEGAN + HOUR + 5000);
    expect(book.counted).toEqual(['c']);
  });
});

describe('repetition', () => {
  const evening = Date.parse('2026-11-22T23:00:00Z');
  const tomorrow = Date.parse('2026-11-23T10:00:00Z');

  test('changes nothing, also on the next day', () => {
    const book = begun(['a']).list(found(['a'], evening - HOUR), evening - HOUR);
    book.list(found(['a', 'b'], evening), evening);
    const before = book.events.get('b');
    for (const hours of [0, 1, 11, 24])
      book.list(found(['a', 'b'], evening + hours * HOUR), evening + hours * HOUR);
    expect(book.events.get('b')).toEqual(before);
    expect(isUndated(before as never, UTC)).toBe(false);
  });

  test('a list that is filled again does not make an old message new', () => {
    const book = begun(['a']).list(found(['a', 'b'], evening), evening);
    const before = book.events.get('b');
    // Another tab, long open, catches up: to it, the row came just now.
    book.below(['a'], [came('b', tomorrow)], tomorrow);
    expect(book.events.get('b')).toEqual(before);
    expect([...rowsOf([...book.events.values()], UTC, DEFINITIONS).keys()]).toEqual(['2026-11-22']);
  });

  test('an earlier sighting that was held up is the better one', () => {
    const book = begun(['a']).list(found(['a', 'b'], evening), evening);
    book.below(['a'], [came('b', evening - HOUR)], evening + MINUTE);
    expect(book.events.get('b')).toMatchObject({ source: 'live', at: evening - HOUR });
  });

  test('of a whole delivery changes nothing', () => {
    const book = begun(['a']).below(['a'], [came('b', BEGAN + 5000)], BEGAN + 5000);
    const once = structuredClone([...book.events.values()]);
    const { anchors } = book.state;
    book.below(['a'], [came('b', BEGAN + 5000)], BEGAN + 9000);
    expect([...book.events.values()]).toEqual(once);
    expect(book.state.anchors).toEqual(anchors);
  });
});

const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };
