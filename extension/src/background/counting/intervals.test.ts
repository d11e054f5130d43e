import { describe, expect, test } from 'vitest';
import { close, isOpen, open, place, without } from './intervals';

const RUNNING = [{ from: 1500, to: null }];
const PAUSED = [
  { from: 1500, to: 4500 },
  { from: 8500, to: null },
];

describe('where a time lies', () => {
  test.each([
    ['a millisecond inside', 1500, 1, 'inside'],
    ['a millisecond before', 1499, 1, 'outside'],
    ['the whole second in which counting began', 1000, 1000, 'straddles'],
    ['the second before', 500, 1000, 'outside'],
    ['the next second', 2000, 1000, 'inside'],
    ['the last millisecond before a pause', 4499, 1, 'inside'],
    ['the beginning of a pause', 4500, 1, 'outside'],
    ['the second in which a pause began', 4000, 1000, 'straddles'],
    ['within a pause', 5000, 1000, 'outside'],
    ['the second in which counting went on', 8000, 1000, 'straddles'],
    ['an hour around all of it', 0, 3_600_000, 'straddles'],
  ] as const)('%s', (_, at, resolution, expected) => {
    expect(place(at, resolution, PAUSED)).toBe(expected);
  });

  test('nothing lies inside of nothing', () => {
    expect(place(1500, 1, [])).toBe('outside');
  });
});

describe('intervals', () => {
  test('are open from their beginning to their end, exclusive', () => {
    expect([1499, 1500, 4499, 4500, 8500].map((at) => isOpen(PAUSED, at))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  test('close once, and never before they began', () => {
    expect(close(RUNNING, 4500)).toEqual([{ from: 1500, to: 4500 }]);
    expect(close(close(RUNNING, 4500), 9000)).toEqual([{ from: 1500, to: 4500 }]);
    expect(close(RUNNING, 1000)).toEqual([{ from: 1500, to: 1500 }]);
  });

  test('open once', () => {
    expect(open(RUNNING, 9000)).toEqual(RUNNING);
    expect(open([{ from: 1500, to: 4500 }], 8500)).toEqual(PAUSED);
  });

  test('a stretch can be cut out of them', () => {
    expect(without(RUNNING, 3000, 5000)).toEqual([
      { from: 1500, to: 3000 },
      { from: 5000, to: null },
    ]);
    expect(without(PAUSED, 0, 9000)).toEqual([{ from: 9000, to: null }]);
    expect(without(PAUSED, 4500, 8500)).toEqual(PAUSED);
  });

  test('an empty stretch, such as a day that has not begun, cuts nothing', () => {
    expect(without(RUNNING, 5000, 3000)).toEqual(RUNNING);
    expect(without(RUNNING, 3000, 3000)).toEqual(RUNNING);
  });
});
