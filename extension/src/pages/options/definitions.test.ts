import { expect, test } from 'vitest';
import { RANGES, readNumber } from './definitions';

test.each([
  ['6', 6],
  [' 24 ', 24],
  ['1', 1],
  ['0', null],
  ['25', null],
  ['1.5', null],
  ['', null],
  ['-3', null],
])('“%s” hours of silence is read as %s', (typed, hours) => {
  expect(readNumber(typed, RANGES.openingHours)).toBe(hours);
});
