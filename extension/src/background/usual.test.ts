import { describe, expect, test } from 'vitest';
import { emptyRow } from '../shared/rows';
import { bandOf, usualOf } from './usual';

const week = (sent: number, turns = 10) => ({
  row: { ...emptyRow(), sent, turns_sent: turns - 4, turns_received: 4 },
});

describe('a band', () => {
  test('is the median between the 10th and the 90th percentile', () => {
    expect(bandOf([5])).toEqual({ low: 5, middle: 5, high: 5 });
    expect(bandOf([11, 1, 6, 3, 9, 2, 7, 10, 4, 8, 5])).toEqual({ low: 2, middle: 6, high: 10 });
    expect(bandOf([0, 10])).toEqual({ low: 1, middle: 5, high: 9 });
  });
});

describe('the usual', () => {
  test('needs four weeks of ten turns', () => {
    expect(usualOf([week(1), week(2), week(3), week(4, 9)])).toBeNull();
    expect(usualOf([week(1), week(2), week(3), week(4, 10)])?.sent.middle).toBe(2.5);
  });

  test('is told by the last eight such weeks', () => {
    const weeks = [90, 90, 90, 1, 1, 1, 1, 1, 1, 1, 1].map((sent) => week(sent));
    expect(usualOf(weeks)?.sent).toEqual({ low: 1, middle: 1, high: 1 });
  });
});
