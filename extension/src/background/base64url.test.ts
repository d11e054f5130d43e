import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url';

test.each([
  [[], ''],
  [[0], 'AA'],
  [[255], '_w'],
  [[251, 239], '--8'],
  [[0, 16, 131], 'ABCD'],
  [[102, 111, 111, 98], 'Zm9vYg'],
])('%j as text is %s', (bytes, text) => {
  expect(toBase64Url(Uint8Array.from(bytes))).toBe(text);
});

test('bytes come back from text as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(Uint8Array.from(bytes));
    }),
    { seed: 20261122 },
  );
});
