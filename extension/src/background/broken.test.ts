import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { noteReadable } from './broken';
import { forgetSecret } from './ids';
import { changeConversation, conversationOf, eraseLedger } from './ledger';
import { chosen, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';

const SITE = 'https://chat.example.net';
const told = (trouble: 'no-rows' | 'no-list' | null, hour: number, site = SITE) =>
  noteReadable(site, { adapter: 'converse', trouble }, NOON + hour * HOUR);

let id: string;

beforeEach(async () => {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: 'A'.repeat(43) });
  forgetSecret();
  await eraseLedger();
  id = await chosen(NOON);
});

async function broken() {
  const { brokenSince = null, gaps = [] } = (await conversationOf(id)) ?? {};
  return { since: brokenSince, gaps };
}

const gap = (from: number, to: number) => {
  return { from: NOON + from * HOUR, to: NOON + to * HOUR, reason: 'broken' };
};

test('a page that cannot be read is a gap from the first report until it says that it can', async () => {
  await told('no-rows', 2);
  await told('no-rows', 3);
  expect(await broken()).toEqual({ since: NOON + 2 * HOUR, gaps: [] });
  await told(null, 5);
  expect(await broken()).toEqual({ since: null, gaps: [gap(2, 5)] });
});

test('rows of the chat end it as well', async () => {
  await told('no-rows', 2);
  await deliver([stretch([sighting('a', 'in', NOON + 4 * HOUR)])], NOON + 4 * HOUR);
  expect(await broken()).toEqual({ since: null, gaps: [gap(2, 4)] });
});

test('that no chat is open is no trouble, and another site is another matter', async () => {
  await told('no-list', 2);
  await told('no-rows', 2, 'https://other.example.net');
  expect((await broken()).since).toBeNull();
});

test('a chat that is not counted is not missed', async () => {
  await changeConversation(id, (old) => ({ ...old, intervals: [{ from: NOON, to: NOON + HOUR }] }));
  await told('no-rows', 2);
  expect((await broken()).since).toBeNull();
});
