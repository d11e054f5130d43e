import { describe, expect, test } from 'vitest';
import { newShift, nextTry, nextUpload } from './hours';

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
const MINUTE = 60_000;

describe('uploads', () => {
  test.each([
    ['00:00:00', 0, '06:00:00'],
    ['05:59:59', 0, '06:00:00'],
    ['06:00:00', 0, '12:00:00'],
    ['11:00:00', 95, '13:35:00'],
    ['13:35:00', 95, '19:35:00'],
  ])('after %s, shifted by %i minutes, come at %s', (now, shift, next) => {
    expect(nextUpload(at(now), shift * MINUTE)).toBe(at(next));
  });

  test('are shifted by whole minutes, less than three hours', () => {
    expect(newShift(() => 0)).toBe(0);
    expect(newShift(() => 0.9999)).toBe(179 * MINUTE);
  });
});

describe('after a failure', () => {
  test.each([
    [0, 0.5, 10],
    [1, 0.5, 20],
    [3, 0.5, 80],
    [3, 0, 60],
    [3, 1, 100],
    [50, 0.5, 24 * 60],
  ])('number %i the next try is %d of the way through its time: %i minutes', (n, draw, minutes) => {
    expect(nextTry(0, n, () => draw)).toBe(minutes * MINUTE);
  });
});
