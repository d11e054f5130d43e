/** A restored browser goes on as a device of its own, and sends nothing before it is one. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../../made-up/chrome';
import { json } from '../../made-up/server';
import { endedAtEachStep } from '../../made-up/steps';
import { type Account, load } from '../../shared/storage';
import { eraseChat, eraseDay, eraseEverything } from '../erase';
import { forgetSecret } from '../ids';
import { eraseLedger, ledger } from '../ledger';
import { connect, optIn, withdraw } from '../server/connect';
import { serverExport } from '../server/export';
import { NOW, problemOf, say, URL_OF_SERVER, type World, world } from '../server/made-up';
import { offer, takeOff } from '../server/pairing';
import { synchronise } from '../server/upload';
import { refreshRows } from '../tally';
import { weekView } from '../week';
import { restored as afterRestoring } from './account';
import type { Contents } from './file';
import { contentsHere, finishRestore, putHere } from './here';
import { makeBackup, restore } from './restore';

let here: World;
let kept: Contents;

/** The browser is lost, its token with it; another one is given what a sealed backup of it holds. */
async function restored(): Promise<void> {
  here.storage = installStorage();
  forgetSecret();
  await eraseLedger();
  await putHere(afterRestoring(await contentsHere(), kept) as Contents);
}

beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
  await optIn(3, NOW);
  kept = await contentsHere();
  here.server.asked = [];
});

const account = () => load('account') as Promise<Account>;
const tokens = () => here.server.asked.map(({ headers }) => headers.Authorization ?? '');
const writes = () => here.server.paths.filter((path) => /^(PUT|DELETE)/.test(path));

describe('restored', () => {
  test('it becomes another device of the account, with a token of its own', async () => {
    const { token: old } = await account();
    await restored();
    await synchronise(NOW);
    const { token, device, restored: waits } = await account();
    expect(here.server.paths.slice(0, 2)).toEqual(['POST /v1/pairings', 'POST /v1/pairings/claim']);
    expect([device, waits]).toEqual([2, undefined]);
    expect(token).not.toBe(old);
    expect(tokens().filter((one) => one === `Bearer ${old}`)).toHaveLength(1);
  });

  test('what was there already is not sent again, and what comes is', async () => {
    await restored();
    await synchronise(NOW);
    expect(writes()).toEqual([]);
    await say(14);
    await refreshRows(NOW);
    await synchronise(NOW);
    expect(writes()).toEqual(['PUT /v1/days/2026-11-23']);
  });

  test('while the server is away it waits, and nothing is sent under the old token', async () => {
    await restored();
    await say(14);
    here.server.next = [() => json(503, {}), () => json(503, {})];
    await expect(synchronise(NOW)).rejects.toThrow('away');
    await expect(synchronise(NOW)).rejects.toThrow('away');
    expect(here.server.paths).toEqual(['POST /v1/pairings', 'POST /v1/pairings']);
    expect((await account()).restored).toBe(true);
    await synchronise(NOW);
    expect(writes()).toEqual(['PUT /v1/days/2026-11-23']);
  });

  test('ended at any step, it becomes one the next time', async () => {
    await endedAtEachStep(
      async () => {
        await restored();
        here.server.asked = [];
      },
      () => synchronise(NOW),
      async () => {
        await synchronise(NOW);
        expect((await account()).restored).toBeUndefined();
        expect(writes()).toEqual([]);
      },
    );
  });

  test('an answer that makes no sense gives it no device', async () => {
    await restored();
    const claim = { account: 'another', device: 2, token: 't', sealed: 'x' };
    here.server.next = [() => json(201, { expires_in: 600 }), () => json(201, claim)];
    await expect(synchronise(NOW)).rejects.toThrow();
    expect((await account()).restored).toBe(true);
    expect(problemOf(here)).toContain('Nothing is lost');
  });

  test('where the old browser was taken off the account, it is told so', async () => {
    await restored();
    here.server.devices = [];
    await expect(synchronise(NOW)).rejects.toThrow('taken off');
    expect((await account()).revoked).toBe(true);
  });

  test('what was erased elsewhere since the backup goes here, too', async () => {
    here.server.erase({ day: '2026-11-22' });
    await restored();
    await say(14);
    await refreshRows(NOW);
    await synchronise(NOW);
    expect(Object.keys(here.server.sent)).toEqual([`2026-11-23 ${here.id}`, expect.any(String)]);
    expect(Object.keys(here.server.sent).some((key) => key.startsWith('2026-11-22'))).toBe(false);
  });

  test('what is erased before it has joined is erased there once it has', async () => {
    await restored();
    await eraseDay('2026-11-22', NOW);
    await eraseChat(here.id);
    expect(here.server.asked).toEqual([]);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({});
  });

  test('it reads nothing either, and asks for nothing', async () => {
    await restored();
    expect(await offer(NOW)).toMatchObject({ ok: false });
    expect(await takeOff(1)).toMatchObject({ ok: false });
    expect(await serverExport('json')).toMatchObject({ ok: false });
    expect((await weekView('2026-W47', false, NOW)).source).toBe('server-away');
    expect(here.server.asked).toEqual([]);
  });

  test('withdrawing before it has joined erases the account', async () => {
    await restored();
    expect(await withdraw(NOW)).toEqual({ ok: true });
    expect(here.server.account).toBeNull();
  });
});

describe('restored in the very browser', () => {
  let file: string;
  const goBack = () => restore({ file, passphrase: null, replace: true });

  beforeEach(async () => {
    file = await makeBackup(null, NOW);
  });

  test('what it erased since goes again', async () => {
    await eraseChat(here.id);
    await synchronise(NOW);
    expect(await goBack()).toMatchObject({ ok: true });
    await synchronise(NOW);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({});
  });

  test('what it erased while the server was away goes again', async () => {
    await eraseChat(here.id);
    await eraseDay('2026-11-23', NOW);
    expect(await goBack()).toMatchObject({ ok: true });
    await synchronise(NOW);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({});
    expect(await (await ledger()).getAll('rows')).toEqual([]);
  });

  test('likewise when the worker ended before it went again', async () => {
    await endedAtEachStep(
      async () => {
        here = await world();
        await connect(URL_OF_SERVER);
        await optIn(3, NOW);
        file = await makeBackup(null, NOW);
        await eraseChat(here.id);
      },
      goBack,
      async () => {
        await finishRestore();
        await synchronise(NOW);
        await synchronise(NOW);
        expect(here.server.sent).toEqual({});
      },
    );
  }, 30_000);

  test('during an upload, revisions rise on', async () => {
    await say(2, 14);
    let restoring: Promise<unknown> | null = null;
    here.server.meanwhile = async ({ method }) => {
      if (method === 'PUT') restoring ??= goBack();
    };
    await synchronise(NOW).catch(() => {});
    expect(await restoring).toMatchObject({ ok: true });
    here.server.meanwhile = null;
    await say(3, 15);
    await refreshRows(NOW);
    await synchronise(NOW);
    const seen = here.server.asked.flatMap(({ body }) => (body?.revision as number) ?? []);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });
});

describe('everything erased while the server is away', () => {
  test('is carried out there later, and then the address goes, too', async () => {
    here.server.next = [() => json(503, {})];
    expect(await withdraw(NOW)).toMatchObject({ ok: false });
    await eraseEverything();
    expect(here.server.rows.size).toBe(2);
    await synchronise(NOW);
    expect(here.server.account).toBeNull();
    expect(await load('account')).toBeNull();
    expect(await load('server')).toEqual({ url: '', lastUpload: null, problem: null });
    here.server.asked = [];
    await synchronise(NOW);
    expect(here.server.asked).toEqual([]);
  });
});
