import { expect, test } from 'vitest';
import type { AppState, ChatInfo } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { isSwitchedOn } from './grant';
import { here } from './here';
import { endOfToday } from './pause';
import { cardsText } from './today';
import type { Open } from './view';

const ANA: ChatInfo = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  name: 'Ana',
  number: 1,
  adapter: 'converse',
  kind: 'one',
  bond: null,
  felt: null,
  newInLife: false,
  quiet: false,
  resting: false,
  practice: false,
  since: 0,
  counting: true,
  limits: [],
};
const STATE: AppState = {
  version: '0.1.0',
  settings: { ...DEFAULT_SETTINGS, countConsent: true },
  sites: [{ origin: 'https://chat.example', adapter: 'converse', trouble: null }],
  experimental: [],
  chats: [ANA],
  server: {
    url: '',
    connected: false,
    account: null,
    lastUpload: null,
    problem: null,
    waitingRows: 0,
    device: null,
    browsers: [],
    takenOff: false,
    chatsToJoin: 0,
  },
  managed: false,
  storageFull: false,
  cardsLeftToday: 1,
  now: Date.UTC(2026, 10, 22, 12),
  zone: 'Europe/Berlin',
};
const REF = { adapter: 'converse', host: '', account: 'a', conversation: 'b' };
const about = (chosen: string | null) => ({
  chosen,
  limits: [],
  earlier: { ask: false, chats: [] },
});
const OPEN: Open = {
  origin: 'https://chat.example',
  status: {
    late: false,
    chats: [
      { ref: REF, kind: 'one', label: null, practice: false, byTitle: false, practiceNow: null },
    ],
    health: [],
  },
  about: [about(ANA.id)],
  unchosenApps: [],
};

const NOTHING = { late: false, chats: [], health: [] };
const NO_APP = { adapter: '', trouble: 'no-adapter' as const };
const UNKNOWN = { status: { ...NOTHING, health: [NO_APP] }, about: [] };

test('a chosen chat that is counted is named', () => {
  expect(here(STATE, OPEN)).toEqual({ title: 'Counting here', detail: 'Ana' });
});

test.each<[string, Partial<AppState>, Partial<Open>]>([
  ['administrator', { managed: true }, {}],
  ['not one that Toward can', {}, { origin: null }],
  ['not been asked', { settings: DEFAULT_SETTINGS }, {}],
  ['off on chat.example', { sites: [] }, {}],
  ['has not answered', {}, { status: null, about: [] }],
  ['No chat is open', {}, { status: NOTHING, about: [] }],
  ['Reddit chat is an experimental app', {}, { ...UNKNOWN, unchosenApps: ['Reddit chat'] }],
  ['has not been chosen', {}, { about: [about(null)] }],
  ['stopped for this chat', { chats: [{ ...ANA, counting: false }] }, {}],
])('what cannot be counted is said: %s', (words, state, open) => {
  const told = here({ ...STATE, ...state }, { ...OPEN, ...open });
  expect(told.title).toBe('Not counting here');
  expect(told.detail).toContain(words);
});

test('a page that cannot be read says why, also for a chosen chat', () => {
  const health = [{ adapter: 'converse', trouble: 'no-direction' as const }];
  const status = { late: false, chats: [], health };
  const { detail } = here(STATE, { ...OPEN, status });
  expect(detail).toContain('which messages are yours');
  expect(detail).toContain('goes on by itself');
});

test('a pause comes before everything on the page', () => {
  const settings = { ...STATE.settings, pausedUntil: 'open' as const };
  expect(here({ ...STATE, settings }, OPEN).title).toBe('Paused');
});

test('a permission covers a site on all its ports, and no other site', () => {
  const sites = [{ origin: 'http://127.0.0.1/*', adapter: null, trouble: null }];
  expect(isSwitchedOn(sites, 'http://127.0.0.1:8000')).toBe(true);
  expect(isSwitchedOn(sites, 'https://127.0.0.1')).toBe(false);
  expect(isSwitchedOn(sites, 'http://localhost:8000')).toBe(false);
});

test('today ends at midnight of the account’s zone', () => {
  expect(endOfToday(STATE)).toBe(Date.UTC(2026, 10, 22, 23));
});

test('the cards left are told in words', () => {
  const settings = { ...STATE.settings, nudgeConsent: true };
  expect(cardsText(STATE)).toContain('off until you say');
  expect(cardsText({ ...STATE, settings })).toBe('Up to one more card may come today.');
  expect(cardsText({ ...STATE, settings, cardsLeftToday: 0 })).toContain('No more cards');
});
