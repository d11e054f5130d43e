import { beforeEach, expect, test, vi } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import { forgetSeen, noteAdapter, noteHealth, noteWell, seenAt } from './health';

const SITE = 'https://chat.example';
const report = (trouble: 'no-rows' | null) => ({
  ...{ adapter: 'converse', trouble },
});
let storage: FakeStorage;

beforeEach(() => {
  storage = installStorage();
});

test('nothing is known of a site at first', async () => {
  expect(await seenAt(SITE)).toEqual({ adapter: null, trouble: null });
});

test('the trouble last told stays, with its time, until the page says otherwise', async () => {
  await noteHealth(SITE, report('no-rows'), 7);
  const told = { adapter: 'converse', trouble: { what: 'no-rows', at: 7 } };
  expect(await seenAt(SITE)).toEqual(told);
  await noteAdapter(SITE, 'converse');
  expect(await seenAt(SITE)).toEqual(told);
  await noteHealth(SITE, report(null), 8);
  expect(await seenAt(SITE)).toEqual({ adapter: 'converse', trouble: null });
});

test('rows that came end the trouble of their own adapter', async () => {
  await noteHealth(SITE, report('no-rows'), 7);
  await noteWell(SITE, 'thelounge');
  expect((await seenAt(SITE)).trouble).not.toBeNull();
  await noteWell(SITE, 'converse');
  expect(await seenAt(SITE)).toEqual({ adapter: 'converse', trouble: null });
});

test('rows without trouble write nothing', async () => {
  await noteAdapter(SITE, 'converse');
  const set = vi.spyOn(storage, 'set');
  await noteAdapter(SITE, 'converse');
  await noteWell(SITE, 'converse');
  expect(set).not.toHaveBeenCalled();
});

test('that there is no room for a note stops nothing', async () => {
  vi.spyOn(storage, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
  await noteHealth(SITE, report('no-rows'), 7);
});

test('a forgotten site leaves nothing', async () => {
  await noteHealth(SITE, report('no-rows'), 7);
  await forgetSeen(SITE);
  expect(storage.values.seenSites).toEqual({});
});
