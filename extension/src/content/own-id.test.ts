import { expect, test } from 'vitest';
import { likelySelf } from './own-id';
import type { ListedRow } from './reading/rows';

const from = (sender: string): ListedRow[] => [{ sender } as ListedRow];

test('whoever’s rows come just after writing, in three spells of it, is oneself', () => {
  const likely = likelySelf();
  const told = [1, 2, 3].map((spell) => {
    const last = spell * 60_000;
    return likely(from('me'), last + 500, { last, spell });
  });
  expect(told).toEqual([null, null, 'me']);
});

test('three rows in one spell say nothing: somebody may write while one is writing', () => {
  const likely = likelySelf();
  for (const at of [500, 1_000, 1_500])
    expect(likely(from('ines'), at, { last: 0, spell: 1 })).toBeNull();
});

test('whoever wrote once while nobody was writing here is another', () => {
  const likely = likelySelf();
  likely(from('ines'), 90_000, { last: 0, spell: 0 });
  for (const spell of [1, 2, 3, 4]) {
    const last = spell * 100_000;
    expect(likely(from('ines'), last + 500, { last, spell })).toBeNull();
  }
});

test('of two who both would do nobody is named', () => {
  const likely = likelySelf();
  const told = [1, 2, 3, 4].map((spell) => {
    const last = spell * 60_000;
    likely(from('ines'), last + 400, { last, spell });
    return likely(from('me'), last + 500, { last, spell });
  });
  expect(told).toEqual([null, null, null, null]);
});
