/** Of two changes at once none is lost: a consent that is taken back stays taken back. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { load, loadSettings } from '../shared/storage';
import { pageHandlers } from './handlers/pages';
import { eraseLedger } from './ledger';
import { answerCard } from './nudging/cards';
import { changeBudget } from './nudging/own-choices';
import { switchOff, switchOn } from './registration';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const [ONE, TWO] = ['https://one.example.net', 'https://two.example.net'];

beforeEach(async () => {
  installStorage({ settings: { countConsent: true }, sites: [ONE] });
  Object.assign(chrome, {
    runtime: { getManifest: () => ({ version: '1' }) },
    permissions: { contains: async () => false, remove: async () => true },
    scripting: { getRegisteredContentScripts: async () => [] },
    management: { getSelf: async () => ({ installType: 'normal' }) },
    alarms: { create: vi.fn(), clear: vi.fn(), get: async () => ({}) },
  });
  await eraseLedger();
});

describe('at once', () => {
  test('a card that stops thoughts, and another budget', async () => {
    await Promise.all([answerCard('card', 'stop', NOON), changeBudget({ perDay: 3 })]);
    expect(await loadSettings()).toMatchObject({ nudgeConsent: false, nudges: { perDay: 3 } });
  });

  test('a consent taken back, a pause and a setting', async () => {
    await Promise.all([
      pageHandlers['page:consent']({ to: 'count', given: false }),
      pageHandlers['page:pause']({ until: 'open' }),
      pageHandlers['page:settings']({ change: { discreet: true } }),
    ]);
    const wanted = { countConsent: false, pausedUntil: 'open', discreet: true };
    expect(await loadSettings()).toMatchObject(wanted);
  });

  test('one site on, another off', async () => {
    await Promise.all([switchOn([TWO]), switchOff(ONE)]);
    expect(await load('sites')).toEqual([TWO]);
  });
});
