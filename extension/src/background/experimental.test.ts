import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { DEFAULT_SETTINGS } from '../shared/storage';
import { include } from './chats';
import { contentHandlers } from './handlers/content';
import { pageHandlers } from './handlers/pages';
import { conversationOf, conversations, eraseLedger, eventsOf } from './ledger';
import { choice, REF, sighting, stretch } from './made-up-ledger';

const SITE = 'https://www.instagram.com';
const REFERENCE = { ...REF, adapter: 'instagram' };
const SENDER = { url: `${SITE}/direct/t/1/`, tab: { id: 7 } } as chrome.runtime.MessageSender;
const executeScript = vi.fn(async (_: object) => []);
const query = vi.fn(async (_: object) => [{ id: 7, url: SENDER.url, discarded: false }]);

beforeEach(async () => {
  executeScript.mockClear();
  installStorage({
    zones: [{ from: 0, zone: 'UTC' }],
    sites: [SITE],
    settings: { ...DEFAULT_SETTINGS, countConsent: true, experimental: ['instagram'] },
  });
  Object.assign(chrome, {
    permissions: { contains: async () => true },
    management: { getSelf: async () => ({ installType: 'normal' }) },
    runtime: { getManifest: () => ({ version: '0.1.0' }) },
    tabs: { query, sendMessage: async () => true },
    scripting: { executeScript },
  });
  await eraseLedger();
});

const choose = (...experimental: string[]) =>
  pageHandlers['page:settings']({ change: { experimental } });

async function chosen() {
  const { chat, ...rest } = choice();
  return include({ ...rest, chat: { ...chat, ref: REFERENCE } }, SITE, Date.now() - 1_000);
}

const ask = () =>
  contentHandlers['content:conversation'](
    { ref: REFERENCE, kind: 'one', practiceNow: null },
    SENDER,
  );

async function tell() {
  const delivery = { ref: REFERENCE, stretches: [stretch([sighting('a', 'in', Date.now())])] };
  await contentHandlers['content:rows']({ ...delivery, baseline: true, practiceNow: null }, SENDER);
}

test('a page is given an experimental adapter only while it is chosen', async () => {
  const given = async () =>
    (await contentHandlers['content:hello']({}, SENDER)).adapters.map(({ id }) => id);
  expect(await given()).toContain('instagram');
  await choose();
  expect(await given()).not.toContain('instagram');
});

test('switched off, a page that is open counts no more', async () => {
  const id = await chosen();
  expect((await ask()).state).toBe('counting');
  await choose();
  expect((await ask()).state).toBe('no-consent');
  await tell();
  expect(await eventsOf(id)).toEqual([]);
});

test('what came while it was off is not counted when it is on again', async () => {
  const id = await chosen();
  await choose();
  const intervals = (await conversationOf(id))?.intervals;
  expect(intervals?.every(({ to }) => to !== null)).toBe(true);
  await choose('instagram');
  expect((await ask()).state).toBe('not-chosen');
  expect((await conversationOf(id))?.intervals).toEqual(intervals);
});

test('switched on, open pages of the app begin anew; others are left alone', async () => {
  await choose();
  expect(executeScript).not.toHaveBeenCalled();
  await choose('instagram', 'reddit');
  expect(query).toHaveBeenCalledWith({
    url: expect.arrayContaining(['https://www.instagram.com/*', 'https://www.reddit.com/*']),
  });
  expect(executeScript).toHaveBeenCalledExactlyOnceWith({
    target: { tabId: 7 },
    files: ['content.js'],
  });
});

test('other settings leave it as it is', async () => {
  const id = await chosen();
  await pageHandlers['page:settings']({ change: { discreet: true } });
  expect((await conversationOf(id))?.intervals[0]?.to).toBeNull();
  expect(executeScript).not.toHaveBeenCalled();
  expect(await conversations()).toHaveLength(1);
});

test('a site that is forgotten takes its own ids and its health with it', async () => {
  Object.assign(chrome.permissions, { remove: async () => true });
  Object.assign(chrome.scripting, { getRegisteredContentScripts: async () => [] });
  await contentHandlers['content:self']({ scope: 'instagram  ', id: 'me' }, SENDER);
  const report = { adapter: 'instagram', trouble: 'no-rows' as const };
  await contentHandlers['content:health'](report, SENDER);
  expect((await pageHandlers['page:state']({})).sites).toMatchObject([
    { origin: SITE, adapter: 'instagram', trouble: { what: 'no-rows' } },
  ]);
  const kept = () => chrome.storage.local.get('selves');
  expect((await kept()).selves).toEqual({ 'instagram  ': 'me' });
  await pageHandlers['page:forget-site']({ origin: SITE });
  expect((await kept()).selves).toEqual({});
  expect((await chrome.storage.local.get('seenSites')).seenSites).toEqual({});
});
