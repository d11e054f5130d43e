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
  test('needs eight weeks of ten turns, which need not lie beside each other', () => {
    const seven = [10, 20, 30, 40, 50, 60, 70].map((sent) => week(sent));
    expect(usualOf([...seven, week(80, 9)])).toBeNull();
    const eight = [week(500, 9), ...seven, week(700, 9), week(80)];
    // Places 0.7, 3.5 and 6.3 of 0 to 7.
    expect(usualOf(eight)?.sent).toEqual({ low: 17, middle: 45, high: 73 });
  });

  test('is told by the last eight such weeks', () => {
    const weeks = [90, 90, 90, 1, 1, 1, 1, 1, 1, 1, 1].map((sent) => week(sent));
    expect(usualOf(weeks)?.sent).toEqual({ low: 1, middle: 1, high: 1 });
  });
});
