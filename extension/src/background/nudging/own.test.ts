import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { installStorage } from '../../made-up/chrome';
import type { OwnNudge } from '../../shared/nudge';
import { load } from '../../shared/storage';
import { eraseEverything } from '../erase';
import { exportLocal } from '../export';
import { eraseLedger, ledger } from '../ledger';
import { choose } from './choose';
import { explain } from './explain';
import { at, card, chooseInput, READY } from './made-up';
import { allNudges, asNudge, dropOwn, keepOwn, ownNudges } from './own';
import { changeBudget, forgetLearned, switchNudge, thoughtsView } from './own-choices';

const MINE: OwnNudge = {
  id: '',
  say: ' Evenings are long. ',
  ask: 'What would do me good?',
  moment: 'opened',
  when: [{ signal: 'local_hour', min: 18 }],
  cooldown_days: 21,
};

beforeEach(async () => {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }] });
  await eraseLedger();
});

async function kept(): Promise<OwnNudge> {
  await keepOwn(MINE);
  const [own] = await ownNudges();
  if (!own) throw new Error('it was not kept');
  return own;
}

test('a thought is kept under an id of its own, changed in place, and deleted', async () => {
  const own = await kept();
  expect(own).toMatchObject({ say: 'Evenings are long.', cooldown_days: 21 });
  await keepOwn({ ...own, ask: 'What would be kind?' });
  expect((await ownNudges()).map(({ ask }) => ask)).toEqual(['What would be kind?']);
  await dropOwn(own.id);
  expect(await ownNudges()).toEqual([]);
});

test('what is wrong is refused in a sentence, and nothing is kept', async () => {
  await expect(keepOwn({ ...MINE, when: [] })).rejects.toThrow('one or two');
  await expect(keepOwn({ ...MINE, id: 'a-good-evening' })).rejects.toThrow('none of yours');
  expect(await load('ownNudges')).toEqual([]);
});

test('one whose rule is no longer known stays away', async () => {
  const odd = { ...MINE, id: 'yours-1', when: [{ signal: 'gone', min: 1 }] };
  installStorage({ ownNudges: [odd, null] });
  expect(await ownNudges()).toEqual([]);
});

test('it is light, has its words in "Why this?" and is said to be yours', async () => {
  const { id } = await kept();
  const nudge = (await allNudges()).find((one) => one.id === id);
  if (!nudge) throw new Error('it is not among all');
  expect(nudge.weight).toBe('light');
  const { rules, sources } = explain(nudge, { local_hour: 19 });
  expect(rules).toEqual(['It is 18:00 or later.']);
  expect(sources).toEqual([{ claim: 'You wrote this.', work: 'Your own words', kind: 'yours' }]);
});

test('it comes by its rule, and obeys the budget and its own days', () => {
  const mine = asNudge({ ...MINE, id: 'yours-1' });
  const evening = { ...READY, local_hour: 19 };
  const input = chooseInput({ catalogue: [mine], signals: evening });
  expect(choose(input)).toMatchObject({ nudge: { id: 'yours-1' } });
  expect(choose({ ...input, signals: { ...READY, local_hour: 17 } })).toEqual({
    none: 'nothing-fits',
  });
  const today = [card('b', '11-22 09:00', { conversation: 'd' })];
  expect(choose({ ...input, history: today })).toEqual({ none: 'day-full' });
  const between = [card('yours-1', '11-02 12:00'), card('b', '11-10 12:00')];
  expect(choose({ ...input, history: between })).toEqual({ none: 'nothing-fits' });
});

test('what lies out of bounds is refused, and the rest stays', async () => {
  await changeBudget({ perDay: 2 });
  await expect(changeBudget({ heavyPerWeek: 2 })).rejects.toThrow('outside');
  const { budget } = await thoughtsView();
  expect(budget).toMatchObject({ perDay: 2, heavyPerWeek: 1 });
  expect((await load('settings')).nudges).toEqual({ perDay: 2 });
});

test('switched off and brought back, one by one', async () => {
  const { id } = await kept();
  await switchNudge(id, false, at('11-22 12:00'));
  const state = async () => (await thoughtsView()).thoughts.find((one) => one.id === id)?.retired;
  expect(await state()).toBe('off');
  await switchNudge(id, true, at('11-22 13:00'));
  expect(await state()).toBeNull();
});

test('what was learned is told by concept, and forgotten when asked', async () => {
  const db = await ledger();
  const answered = card('a', '11-20 12:00', { answer: 'helpful', answeredAt: at('11-20 12:01') });
  await db.put('shown', { ...answered, id: '1' });
  expect((await thoughtsView()).learned).toEqual([{ concept: 'a', helpful: 1, notNow: 0 }]);
  await forgetLearned(at('11-22 12:00'));
  expect((await thoughtsView()).learned).toEqual([]);
});

test('they are in the export, and gone with everything', async () => {
  const own = await kept();
  Object.assign(chrome, { runtime: { getManifest: () => ({ version: '0' }) } });
  expect(await exportLocal(Date.now())).toMatchObject({ ownThoughts: [own] });
  await eraseEverything();
  expect(await ownNudges()).toEqual([]);
});
