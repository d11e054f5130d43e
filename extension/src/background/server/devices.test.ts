/** The browsers of an account: told, taken off, and what is said then. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../made-up/server';
import type { ConversationId } from '../../shared/types';
import { adapterOf } from '../adapters';
import { waitingView } from '../backup/waiting';
import { eraseDay } from '../erase';
import { conversationId } from '../ids';
import { countedTimes, HOUR, NOON, REF } from '../made-up-ledger';
import { serverInfo } from '../state';
import { refreshRows } from '../tally';
import { weekView } from '../week';
import { connect, optIn, withdraw } from './connect';
import {
  NOW,
  OPENED,
  offeredBy,
  problemOf,
  say,
  URL_OF_SERVER,
  type World,
  world,
} from './made-up';
import { join, letGo, takeOff } from './pairing';
import { synchronise, synchroniseAgain } from './upload';

const { service } = adapterOf(REF.adapter);
let here: World;

const account = () => here.storage.values.account as Record<string, unknown>;

/** This browser, as the server knew it. */
const known = () => ({
  ...{ id: 2, token: account().token as string },
  ...{ created: OPENED, last_upload: null },
});

beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
});

describe('the account’s browsers', () => {
  test('are told with an upload, and with nothing else', async () => {
    await join(await offeredBy(here), 3, NOW);
    here.server.asked = [];
    const { device, browsers } = await serverInfo(NOW);
    expect(device).toBe(2);
    expect(browsers).toEqual([
      { id: 1, created: Date.parse(OPENED), lastUpload: Date.parse(OPENED) },
      { id: 2, created: NOON, lastUpload: NOW },
    ]);
    expect(here.server.asked).toEqual([]);
  });

  test.each([
    ['HTML', () => new Response('<p>')],
    ['no list', () => json(200, {})],
    [
      'a time that is none',
      () => json(200, { devices: [{ id: 1, created: 'x', last_upload: null }] }),
    ],
    ['404', () => json(404, { code: 404 })],
    ['500', () => json(500, {})],
  ])('answered with %s stay as they were, and the upload is done', async (_, reply) => {
    await join(await offeredBy(here), 3, NOW);
    const { browsers } = await serverInfo(NOW);
    here.server.meanwhile = async ({ path }) => {
      if (path === '/v1/devices') here.server.next = [reply];
    };
    await synchronise(NOW + HOUR);
    expect(await serverInfo(NOW)).toMatchObject({
      browsers,
      lastUpload: NOW + HOUR,
      problem: null,
    });
  });

  test('are taken off, one by another', async () => {
    await join(await offeredBy(here), 3, NOW);
    expect(await takeOff(1)).toEqual({ ok: true });
    expect(here.server.devices.map(({ id }) => id)).toEqual([2]);
    expect((await serverInfo(NOW)).browsers.map(({ id }) => id)).toEqual([2]);
    expect(await takeOff(2)).toEqual({
      ok: false,
      problem: expect.stringContaining('only browser'),
    });
    expect(account()).toMatchObject({ device: 2 });
  });

  test('lose this one by its own wish, and nothing here is lost', async () => {
    await join(await offeredBy(here), 3, NOW);
    const id = await conversationId(service, REF);
    await synchronise(NOW);
    expect(await takeOff(2)).toEqual({ ok: true });
    expect(here.storage.values.account).toBeNull();
    expect(await countedTimes(id)).toHaveLength(2);
    expect(here.server.account).not.toBeNull();
    expect(here.server.rows.size).toBe(2);
    here.server.asked = [];
    await synchronise(NOW);
    expect(here.server.asked).toEqual([]);
  });
});

describe('a browser that was taken off', () => {
  let id: ConversationId;

  beforeEach(async () => {
    await join(await offeredBy(here), 3, NOW);
    id = await conversationId(service, REF);
    await synchronise(NOW);
    here.server.devices = here.server.devices.filter((one) => one.id === 1);
    await say(14);
    await refreshRows(NOW);
    here.server.asked = [];
  });

  test('says so, keeps all that it has, opens no account and asks no more', async () => {
    const times = await countedTimes(id);
    await expect(synchronise(NOW)).rejects.toThrow('taken off');
    expect(await serverInfo(NOW)).toMatchObject({
      takenOff: true,
      problem: 'This browser was taken off the account. What it counted stays here.',
    });
    await synchronise(NOW);
    expect(await optIn(3, NOW)).toMatchObject({ ok: false });
    expect(here.server.paths).toEqual(['PUT /v1/days/2026-11-23']);
    expect(await countedTimes(id)).toEqual(times);
    expect(times).toHaveLength(3);
  });

  test('is told so by the list of browsers where it has nothing to send', async () => {
    const { devices } = here.server;
    here.server.devices = [...devices, known()];
    await synchronise(NOW);
    here.server.devices = devices;
    here.server.asked = [];
    await expect(synchronise(NOW)).rejects.toThrow('taken off');
    expect(here.server.paths).toEqual(['GET /v1/devices']);
    expect(await serverInfo(NOW)).toMatchObject({ takenOff: true });
  });

  test('goes on when the server knows it again, because the person asked', async () => {
    await synchronise(NOW).catch(() => {});
    here.server.devices.push(known());
    await synchroniseAgain(NOW);
    expect(await serverInfo(NOW)).toMatchObject({ takenOff: false, problem: null, waitingRows: 0 });
    expect(here.server.sent[`2026-11-23 ${id} 2`]).toBe(2);
  });

  test('lets go of the account, and may agree anew', async () => {
    await synchronise(NOW).catch(() => {});
    await letGo();
    expect(here.storage.values.account).toBeNull();
    expect(problemOf(here)).toBeNull();
    here.server.account = null;
    here.server.rows.clear();
    expect(await optIn(3, NOW)).toEqual({ ok: true });
    expect(here.server.sent).toMatchObject({ [`2026-11-23 ${id}`]: 2 });
  });

  test('never erases the account of the others by withdrawing', async () => {
    await synchronise(NOW).catch(() => {});
    here.server.asked = [];
    expect(await withdraw(NOW)).toEqual({ ok: true });
    expect(here.server.asked).toEqual([]);
    expect(here.storage.values.account).toBeNull();
  });

  test('joins again as a new one: its chats have their ids already', async () => {
    await synchronise(NOW).catch(() => {});
    expect(await join(await offeredBy(here), 3, NOW)).toEqual({ ok: true });
    expect(await serverInfo(NOW)).toMatchObject({
      chatsToJoin: 0,
      takenOff: false,
      waitingRows: 0,
    });
    expect(await conversationId(service, REF)).toBe(id);
    expect(here.server.sent[`2026-11-23 ${id} 3`]).toBe(2);
  });
});

describe('a browser that was taken off', () => {
  beforeEach(async () => {
    await optIn(3, NOW);
    here.server.devices = [];
  });

  test('is not told that the server is away: it answered', async () => {
    expect((await weekView('2026-W47', false, NOW)).source).toBe('local');
  });

  test('is not promised that what it erases is erased there', async () => {
    await expect(synchronise(NOW)).rejects.toThrow('taken off');
    await eraseDay('2026-11-22', NOW);
    expect(await waitingView()).toMatchObject({ erasing: 0, leaving: null });
  });
});
