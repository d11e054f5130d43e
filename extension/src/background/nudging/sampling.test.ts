import { expect, test } from 'vitest';
import { nudge } from './made-up';
import { betaDraw, drawHeavy } from './sampling';

test('a draw from Beta(2, 3) is the second smallest of four uniform numbers', () => {
  const numbers = [0.9, 0.3, 0.1, 0.5];
  expect(betaDraw(2, 3, () => numbers.shift() as number)).toBe(0.3);
});

test('a draw from Beta(1, 1) is the uniform number itself', () => {
  expect(betaDraw(1, 1, () => 0.25)).toBe(0.25);
});

test('heavy cards are drawn evenly', () => {
  const three = [nudge('a'), nudge('b'), nudge('c')];
  const drawn = [0, 0.33, 0.34, 0.66, 0.67, 0.99].map((n) => drawHeavy(three, () => n)?.id);
  expect(drawn).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
  expect(drawHeavy([], () => 0)).toBeUndefined();
});
