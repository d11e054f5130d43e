import { expect, test } from 'vitest';
import { limitsText, unchosenText } from './words';

test('what an app does not show is said in a sentence each', () => {
  expect(limitsText([])).toBe('');
  expect(limitsText(['while-open', 'seen-times'])).toBe(
    'Messages are counted only while it is open. Times are when a message was first seen here.',
  );
});

test('an app that is off is named', () => {
  expect(unchosenText(['Reddit chat'])).toBe(
    'Reddit chat is an experimental app: counted only if you choose it in the options.',
  );
  expect(unchosenText(['A', 'B'])).toBe(
    'A, B are experimental apps: counted only if you choose them in the options.',
  );
});
