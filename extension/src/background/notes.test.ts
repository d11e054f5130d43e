import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { eraseLedger } from './ledger';
import { keepText, noteText, openingsToday, wordsKey } from './notes';

beforeEach(() => eraseLedger());

test('a note is kept, changed and, when emptied, gone', async () => {
  const key = wordsKey('note', false, '2026-W47');
  expect(await noteText(key)).toBeNull();
  await keepText(key, 'We talked.');
  expect(await noteText(key)).toBe('We talked.');
  await keepText(key, '');
  expect(await noteText(key)).toBeNull();
});

test('practice has notes of its own', async () => {
  await keepText(wordsKey('note', true, '2026-W47'), 'Practice.');
  expect(await noteText(wordsKey('note', false, '2026-W47'))).toBeNull();
});

test('a note is at most 4000 characters', async () => {
  await keepText('note', 'x'.repeat(5000));
  expect((await noteText('note'))?.length).toBe(4000);
});

test('openings of the page are counted by day', async () => {
  expect(await openingsToday('2026-11-22', true)).toBe(1);
  expect(await openingsToday('2026-11-22', true)).toBe(2);
  expect(await openingsToday('2026-11-22', false)).toBe(2);
  expect(await openingsToday('2026-11-23', true)).toBe(1);
});
