import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { endedAtEachStep } from '../made-up/steps';
import { DEFAULT_SETTINGS, load, save } from '../shared/storage';
import { eraseAll, finishErasing } from './erase-all';
import { forgetSecret } from './ids';
import { connect, optIn } from './server/connect';
import { everything, NOW, URL_OF_SERVER, type World, world } from './server/made-up';
import { synchronise } from './server/upload';
import { refreshRows } from './tally';

let here: World;

async function lively(): Promise<void> {
  here = await world();
  await save('settings', { ...DEFAULT_SETTINGS, countConsent: true });
  await save('log', [{ at: NOW, words: 'Counting switched on.' }]);
  await save('selves', { 'discord  ': 'me' });
}

async function withAccount(): Promise<void> {
  await lively();
  await connect(URL_OF_SERVER);
  await optIn(3, NOW);
  await refreshRows(NOW);
  await synchronise(NOW);
}

/** Nothing is left here, by the values that stay when a browser has just been installed. */
async function nothingIsLeft(): Promise<boolean> {
  const { settings, log, selves, secret, account } = here.storage.values;
  expect([settings ?? DEFAULT_SETTINGS, log ?? [], selves ?? {}]).toEqual([
    DEFAULT_SETTINGS,
    [],
    {},
  ]);
  expect([secret ?? null, account ?? null]).toEqual([null, null]);
  expect(await load('emptying')).toBe(false);
  return JSON.stringify(await everything(here)).includes(here.id) === false;
}

describe.each([
  ['without a server', lively],
  ['with an account', withAccount],
])('erasing everything %s', (_, prepare) => {
  test('by a worker that is ended between any two steps is carried out by the next', async () => {
    let [untouched, erased] = [0, 0];
    await endedAtEachStep(
      async () => {
        forgetSecret();
        await prepare();
      },
      () => eraseAll(NOW),
      async () => {
        forgetSecret();
        if (!(await load('emptying')) && here.storage.values.log) {
          // Not even begun: the person was told that it did not work.
          untouched++;
          return;
        }
        await finishErasing(NOW);
        await synchronise(NOW).catch(() => {});
        expect(await nothingIsLeft()).toBe(true);
        expect([...here.server.rows.keys()]).toEqual([]);
        erased++;
      },
    );
    expect(await nothingIsLeft()).toBe(true);
    expect(untouched).toBe(1);
    expect(erased).toBeGreaterThan(3);
  });
});
