import { expect, test } from 'vitest';
import { budgetFrom, differing, outOfBounds } from './limits';
import { type Budget, NUDGE_DEFAULTS } from './nudge';

const { on: _, pausedUntil: __, ...DEFAULTS } = NUDGE_DEFAULTS;

test('nothing stored is the budget as it stands', () => {
  expect(budgetFrom({})).toEqual(DEFAULTS);
  expect(budgetFrom(undefined)).toEqual(DEFAULTS);
});

test('what was set within its bounds holds', () => {
  const set = { perDay: 0, perWeek: 10, chatGapDays: 7, composing: true, heavyPerWeek: 0 };
  const hours = { quietHours: { from: 6, to: 14 }, heavyQuietHours: { from: 18, to: 9 } };
  expect(budgetFrom({ ...set, ...hours })).toEqual({ ...DEFAULTS, ...set, ...hours });
});

test.each<[string, unknown]>([
  ['perDay', 4],
  ['perDay', 0.5],
  ['perWeek', 11],
  ['perWeek', '3'],
  ['chatGapDays', 0],
  ['quietHours', { from: 23, to: 4 }],
  ['quietHours', { from: 8, to: 8 }],
  ['quietHours', null],
  ['composing', 1],
  ['onlyNew', 'yes'],
  ['fromDay', -1],
  ['slowAfter', 0],
  ['retireAfter', 6],
  ['learnedFrom', null],
])('%s of %j gives way to the default', (name, value) => {
  expect(budgetFrom({ [name]: value })).toEqual(DEFAULTS);
});

test.each<[string, unknown]>([
  ['heavyPerWeek', 2],
  ['heavyChatGapDays', 13],
  ['heavyFromDay', 0],
  ['heavyPauseDays', 13],
  ['heavyApart', 0],
  ['heavyQuietHours', { from: 21, to: 8 }],
  ['heavyQuietHours', { from: 20, to: 7 }],
  ['heavyQuietHours', { from: 0, to: 23 }],
])('the guard of heavy cards is not loosened: %s of %j', (name, value) => {
  expect(budgetFrom({ [name]: value })).toEqual(DEFAULTS);
  expect(outOfBounds({ [name]: value })).toEqual([name]);
});

test('consent, a pause and unknown names do not come in by the budget', () => {
  const stored = { on: true, pausedUntil: null, typingPauseSeconds: 0, more: 1 };
  expect(budgetFrom(stored)).toEqual(DEFAULTS);
});

test('switches of single thoughts are kept where they are sound', () => {
  const nudges = { a: { on: false, since: 5 }, b: { on: 'no', since: 5 }, c: null };
  const stored = { nudges } as unknown as Partial<Budget>;
  expect(budgetFrom(stored).nudges).toEqual({ a: { on: false, since: 5 } });
});

test('what is as it was is not kept', () => {
  const quietHours = { from: 22, to: 8 };
  const budget = { ...DEFAULTS, perDay: 2, perWeek: 4, quietHours };
  expect(differing(budget)).toEqual({ perDay: 2 });
});
