import { describe, expect, test } from 'vitest';
import { directionOf } from '../../shared/turns';
import { ANCHORS_KEPT } from './admit';
import { Book, row } from './made-up';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-22T12:00:00.000Z');
/** Counting begins here: not on a whole second. */
const BEGAN = NOON + 350;

/** A row with milliseconds, so many after noon. */
const ms = (key: string, after: number, way: 'out' | 'in' | null = 'in') =>
  row(key, way, { at: NOON + after });
/** A row whose time is a whole second. */
const second = (key: string, after: number, way: 'out' | 'in' | null = 'in') =>
  row(key, way, { at: NOON + after, resolution: 1000, seen: NOON + after + 999 });

describe('history', () => {
  test('from before counting began is not counted, whenever it is shown', () => {
    const book = new Book().include(BEGAN);
    book.list([ms('a', -5000), ms('b', -10)], BEGAN + 100, true);
    book.list([ms('older', -9000), ms('a', -5000), ms('b', -10)], BEGAN + 5000);
    expect(book.counted).toEqual([]);
  });

  test('the newest row of the baseline is kept, uncounted, to know the silence', () => {
    const book = new Book().include(BEGAN);
    book.list([ms('a', -5000), ms('b', -10)], BEGAN + 100, true);
    expect([...book.events.keys()]).toEqual(['b']);
    expect(book.events.get('b')?.counted).toBe(false);
  });

  test('is told by its time also after the page was away', () => {
    const book = new Book().include(BEGAN).list([ms('a', -10)], BEGAN + 100, true);
    book.list([ms('x', -7000), ms('a', -10), ms('b', 5000), ms('c', 9000)], NOON + HOUR);
    expect(book.counted).toEqual(['b', 'c']);
  });

  test('above a counted row that was first on the page: the silence before it becomes known', () => {
    const book = new Book().include(BEGAN).list([], BEGAN + 100, true);
    book.list([ms('c', 5000)], NOON + HOUR);
    const rows = [ms('a', -5000), ms('b', -HOUR)];
    book.deliver([{ before: [], rows, after: ['c'] }], NOON + HOUR + 100);
    expect(book.events.get('c')?.previous).toEqual(['b']);
    expect(book.events.get('b')?.counted).toBe(false);
    expect(book.counted).toEqual(['c']);
  });

  test('does not become countable when its time was shown too late for a moment', () => {
    const book = new Book().include(BEGAN).list([ms('a', -9000)], BEGAN + 100, true);
    book.below(['a'], [ms('b', 700)], NOON + 1000);
    expect(book.counted).toEqual(['b']);
    // The archive's time: sent before counting began.
    book.list([ms('a', -9000), second('b', -3000)], NOON + 2000);
    expect(book.counted).toEqual([]);
    book.list([ms('a', -9000), ms('b', 700)], NOON + 3000);
    expect(book.counted).toEqual([]);
  });

  test('turning up twice in one delivery is judged like in two', () => {
    const book = new Book().include(BEGAN).list([ms('a', -9000)], BEGAN + 100, true);
    const early = { before: ['a'], rows: [ms('b', 700)], after: [] };
    const late = { before: ['a'], rows: [second('b', -3000)], after: [] };
    book.deliver([early, late], NOON + 2000);
    expect(book.counted).toEqual([]);
  });
});

describe('two tabs that were shown different times of one row', () => {
  /** It came while the tab looked on. */
  const came = (key: string, after: number) =>
    row(key, 'in', { at: NOON + after, seen: NOON + 2000, notBefore: NOON + 1500 });
  const begun = () => new Book().include(BEGAN).list([ms('a', -9000)], BEGAN + 100, true);

  test('take it for history in either order, when its true time is', () => {
    const one = begun().below(['a'], [came('b', -3000)], NOON + 2000);
    const other = begun().below(['a'], [came('b', 700)], NOON + 2000);
    one.below(['a'], [came('b', 700)], NOON + 3000);
    other.below(['a'], [came('b', -3000)], NOON + 3000);
    expect([one.counted, other.counted]).toEqual([[], []]);
    expect(one.events.get('b')).toEqual(other.events.get('b'));
  });

  test('count it in either order, when it only seemed to come in a pause', () => {
    const paused = () => begun().pause(NOON + 1000);
    const one = paused().below(['a'], [came('b', 1200)], NOON + 2000);
    const other = paused().below(['a'], [came('b', 700)], NOON + 2000);
    expect(one.counted).toEqual([]);
    one.below(['a'], [came('b', 700)], NOON + 3000);
    other.below(['a'], [came('b', 1200)], NOON + 3000);
    expect([one.counted, other.counted]).toEqual([['b'], ['b']]);
    expect(one.events.get('b')).toEqual(other.events.get('b'));
  });

  test('do not count what stood there at the beginning, whatever time it shows', () => {
    const book = new Book().include(BEGAN).list([second('a', 0)], BEGAN + 100, true);
    book.list([ms('a', 900)], NOON + 2000);
    expect(book.counted).toEqual([]);
  });
});

describe('the second in which counting began', () => {
  test('a row that was there is history', () => {
    const book = new Book().include(BEGAN).list([second('a', 0)], BEGAN + 100, true);
    book.below(['a'], [second('b', 0)], BEGAN + 500);
    expect(book.counted).toEqual(['b']);
  });

  test('history stays history when it is shown again much later', () => {
    const book = new Book().include(BEGAN).list([second('a', 0)], BEGAN + 100, true);
    const more = Array.from({ length: 60 }, (_, i) => second(`m${i + 10}`, 2000 + i * 1000));
    book.below(['a'], more, NOON + HOUR);
    book.list([second('a', 0), ...more], NOON + 2 * HOUR);
    expect(book.counted).not.toContain('a');
    expect(book.counted).toHaveLength(60);
  });

  test('a row above those that were there is history', () => {
    const book = new Book().include(BEGAN).list([second('b', 0)], BEGAN + 100, true);
    book.deliver([{ before: [], rows: [second('a', 0)], after: ['b'] }], BEGAN + 500);
    expect(book.counted).toEqual([]);
  });

  test('on an empty list the first row counts', () => {
    const book = new Book().include(BEGAN).list([], BEGAN + 100, true);
    book.list([second('a', 0)], BEGAN + 500);
    expect(book.counted).toEqual(['a']);
  });

  test('a counted row that the archive rounds down later stays counted, with the smaller time', () => {
    const book = new Book().include(BEGAN).list([ms('a', -9000)], BEGAN + 100, true);
    book.below(['a'], [ms('b', 500)], BEGAN + 500);
    book.list([ms('a', -9000), second('b', 0)], NOON + 5000);
    expect(book.counted).toEqual(['b']);
    expect(book.events.get('b')).toMatchObject({ at: NOON, earliest: NOON + 500 });
  });
});

describe('a pause', () => {
  test('is never filled in', () => {
    const book = new Book().include(BEGAN).list([ms('a', 1000)], NOON + 1000, true);
    book.pause(NOON + 2000).include(NOON + 9000);
    book.list([ms('a', 1000), ms('p', 5000), ms('q', 8999)], NOON + 9100, true);
    book.below(['a', 'p', 'q'], [ms('b', 9500)], NOON + 9600);
    expect(book.counted).toEqual(['a', 'b']);
    // Shown again as a whole, by another tab too.
    book.list([ms('a', 1000), ms('p', 5000), ms('q', 8999), ms('b', 9500)], NOON + HOUR);
    expect(book.counted).toEqual(['a', 'b']);
  });

  test('a row in the second in which it began is not guessed', () => {
    const book = new Book().include(BEGAN).list([second('a', 1000)], NOON + 1999, true);
    book
      .pause(NOON + 5500)
      .include(NOON + 9000)
      .list([second('a', 1000)], NOON + 9100, true);
    book.below(['a'], [second('p', 5000), second('b', 10_000)], NOON + 11_000);
    expect(book.counted).toEqual(['a', 'b']);
  });

  test('what was counted in that second before it began stays counted', () => {
    const book = new Book().include(BEGAN).list([second('a', 5000)], NOON + 5400, true);
    book
      .pause(NOON + 5500)
      .include(NOON + 9000)
      .list([second('a', 5000)], NOON + 9100, true);
    expect(book.counted).toEqual(['a']);
  });

  test('the row before and the row after it are not neighbours in a silence', () => {
    const book = new Book().include(BEGAN).list([ms('a', 1000)], NOON + 1000, true);
    book.pause(NOON + 2000).include(NOON + 7 * HOUR);
    book.below([], [ms('b', 8 * HOUR)], NOON + 8 * HOUR);
    book.list([ms('a', 1000), ms('p', HOUR), ms('b', 8 * HOUR)], NOON + 9 * HOUR);
    // The newest of the pause is kept, uncounted, since what follows it is counted.
    expect(book.events.get('p')?.counted).toBe(false);
    expect(book.events.get('b')?.previous).toEqual(['p']);
  });
});

describe('direction', () => {
  test('may be learned late', () => {
    const book = new Book().include(BEGAN).list([ms('a', 1000, null)], NOON + 1000, true);
    book.list([ms('a', 1000, 'out')], NOON + 2000);
    expect([...book.events.values()].map(directionOf)).toEqual(['out']);
  });

  test('that contradicts itself is unknown from then on', () => {
    const book = new Book().include(BEGAN).list([ms('a', 1000, 'out')], NOON + 1000, true);
    book.list([ms('a', 1000, 'in')], NOON + 2000).list([ms('a', 1000, 'out')], NOON + 3000);
    expect([...book.events.values()].map(directionOf)).toEqual([null]);
    expect(book.counted).toEqual(['a']);
  });
});

describe('anchors', () => {
  test('are the newest fifty, oldest first', () => {
    const book = new Book().include(BEGAN).list([], BEGAN, true);
    const rows = Array.from({ length: 70 }, (_, i) => ms(`k${i + 10}`, 1000 + i));
    book.list(rows, NOON + 5000);
    expect(book.state.anchors).toHaveLength(ANCHORS_KEPT);
    expect([book.state.anchors[0], book.state.anchors.at(-1)]).toEqual(['k30', 'k79']);
    // Old rows looked at again do not push the newest out.
    book.list(rows.slice(0, 30), NOON + 6000);
    expect(book.state.anchors.at(-1)).toBe('k79');
  });
});
