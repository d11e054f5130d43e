/** Two browsers and one account: nothing is half done, and nothing that was counted is lost. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../made-up/server';
import { zoneAt } from '../../shared/days';
import { load, save } from '../../shared/storage';
import { adapterOf } from '../adapters';
import { conversationId, forgetSecret } from '../ids';
import { eraseLedger } from '../ledger';
import { chosen, HOUR, NOON, REF } from '../made-up-ledger';
import { codeText, newCode, parseCode } from '../pairing/code';
import { type Crossing, open, pairingKeys } from '../pairing/seal';
import { upkeep } from '../plan';
import { serverInfo } from '../state';
import { rowsOfConversation } from '../tally';
import { connect, optIn, withdraw } from './connect';
import {
  ACCOUNTS,
  everything,
  NOW,
  offeredBy,
  problemOf,
  say,
  URL_OF_SERVER,
  type World,
  world,
} from './made-up';
import { join, offer } from './pairing';
import { synchronise } from './upload';

const { service } = adapterOf(REF.adapter);
let here: World;

const offered = (crossing?: Crossing) => offeredBy(here, crossing);
const account = () => here.storage.values.account as Record<string, unknown>;

beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
});

describe('a browser with an account', () => {
  beforeEach(async () => {
    await optIn(3, NOW);
    here.server.asked = [];
  });

  test('offers its secret and zones under a code that is not sent', async () => {
    const answer = await offer(NOW);
    if (!answer.ok) throw new Error(answer.problem);
    expect(answer.until).toBe(NOW + 600_000);
    const [{ path, body, headers }] = here.server.asked as [(typeof here.server.asked)[0]];
    expect(path).toBe('/v1/pairings');
    expect(headers.Authorization).toBe(`Bearer ${account().token}`);
    expect(Object.keys(body ?? {})).toEqual(['lookup', 'sealed']);
    const sent = JSON.stringify(body).toUpperCase();
    expect(sent).not.toContain(answer.code);
    expect(sent).not.toContain(answer.code.replaceAll('-', ''));
    const parsed = parseCode(answer.code);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const { lookup, key } = await pairingKeys(parsed.bytes);
    expect(body?.lookup).toBe(lookup);
    expect(await open(key, body?.sealed as string)).toEqual({
      secret: 'A'.repeat(43),
      zones: [{ from: 0, zone: 'UTC' }],
    });
  });

  test('offers a traveller’s newest zones only: the server takes no more', async () => {
    const zones = Array.from({ length: 200 }, (_, i) => ({
      from: i * 24 * HOUR,
      zone: 'America/Argentina/ComodRivadavia',
    }));
    await save('zones', zones);
    await offer(NOW);
    const [asked] = here.server.asked;
    expect(`${asked?.body?.sealed}`.length).toBeLessThan(8192);
  });

  test.each([
    ['HTML', () => new Response('<p>', { status: 201 })],
    ['no time', () => json(201, {})],
    ['a refusal', () => json(409, { code: 409 })],
    ['nobody', () => Promise.reject(new TypeError('refused'))],
  ])('offers nothing when answered with %s', async (_, reply) => {
    here.server.next = [reply];
    expect(await offer(NOW)).toMatchObject({ ok: false });
  });

  test('cannot join another one', async () => {
    const before = await everything(here);
    expect(await join(codeText(newCode()), 3, NOW)).toEqual({
      ok: false,
      problem: expect.stringContaining('an account of its own'),
    });
    expect(await everything(here)).toEqual(before);
    expect(here.server.asked).toEqual([]);
  });

  test('that is to be erased joins when that is done', async () => {
    here.server.next = [() => json(503, {})];
    await withdraw(NOW);
    await synchronise(NOW);
    const code = await offered();
    expect(await join(code, 3, NOW)).toEqual({ ok: true });
    expect(account()).toMatchObject({ id: here.server.account?.id, device: 2 });
  });
});

test('without an account there is nothing to offer', async () => {
  here.server.asked = [];
  expect(await offer(NOW)).toMatchObject({ ok: false });
  expect(here.server.asked).toEqual([]);
});

describe('joining', () => {
  test('takes the account’s secret and home zone, and keeps the old secret', async () => {
    const ids = [here.id];
    expect(await join(await offered(), 3, NOW)).toEqual({ ok: true });
    expect(account()).toMatchObject({ id: here.server.account?.id, device: 2, consent: 3 });
    expect(here.storage.values).toMatchObject({
      secret: ACCOUNTS.secret,
      zones: ACCOUNTS.zones,
      oldSecrets: [{ secret: 'A'.repeat(43), ids }],
    });
    expect(here.server.paths).toEqual([
      'GET /v1/consent',
      'POST /v1/pairings/claim',
      'PUT /v1/days/2026-11-23',
      'GET /v1/devices',
    ]);
    expect(here.server.asked[1]?.headers).not.toHaveProperty('Authorization');
    expect(Object.keys(here.server.asked[1]?.body ?? {})).toEqual(['lookup']);
  });

  test('sends no row of a chat before it has its id under the account’s secret', async () => {
    await join(await offered(), 3, NOW);
    await synchronise(NOW);
    expect(here.server.rows.size).toBe(0);
    expect(await serverInfo(NOW)).toMatchObject({ waitingRows: 0, chatsToJoin: 1 });
    const id = await conversationId(service, REF);
    expect(await serverInfo(NOW)).toMatchObject({ waitingRows: 2, chatsToJoin: 0 });
    await synchronise(NOW);
    // One at 13:00 UTC on the 22nd (22:00 in Tokyo), one at 1:00 on the 23rd (10:00).
    expect(here.server.sent).toEqual({ [`2026-11-22 ${id} 2`]: 1, [`2026-11-23 ${id} 2`]: 1 });
  });

  test('makes rows anew by the account’s days', async () => {
    // 17:00 UTC is the next day in Tokyo.
    await say(5);
    await join(await offered(), 3, NOW);
    const id = await conversationId(service, REF);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({ [`2026-11-22 ${id} 2`]: 1, [`2026-11-23 ${id} 2`]: 2 });
    expect((await rowsOfConversation(id)).map(({ day, row }) => [day, row.sent])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 2],
    ]);
  });

  test('twice at once takes one place', async () => {
    const code = await offered();
    const both = await Promise.all([join(code, 3, NOW), join(code, 3, NOW)]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(here.server.devices.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('goes well in a browser that never counted', async () => {
    await eraseLedger();
    here.storage.values = { server: here.storage.values.server };
    forgetSecret();
    expect(await join(await offered(), 3, NOW)).toEqual({ ok: true });
    expect(here.storage.values).toMatchObject({ secret: ACCOUNTS.secret, oldSecrets: [] });
    const id = await chosen(NOON);
    await say(3);
    await synchronise(NOW);
    // The hours 1, 3 and 13 after noon UTC: 15:00 is midnight in Tokyo.
    expect(here.server.sent).toEqual({ [`2026-11-22 ${id} 2`]: 1, [`2026-11-23 ${id} 2`]: 2 });
  });

  test('is done although the server goes away after it; it is learned later what was erased', async () => {
    const code = await offered();
    here.server.erase({ day: '2026-11-22' });
    let calls = 0;
    here.server.meanwhile = async () => {
      if (++calls === 2) here.server.next = [() => json(503, {})];
    };
    expect(await join(code, 3, NOW)).toEqual({ ok: true });
    expect(account()).toMatchObject({ joined: true, erasures: 0 });
    expect(problemOf(here)).toContain('away');
    await synchronise(NOW);
    expect(account()).not.toHaveProperty('joined');
    expect(account()).toMatchObject({ erasures: 1, before: { days: ['2026-11-22'] } });
  });

  test('leaves a device whose own zone is another at home with the account', async () => {
    await join(await offered(), 3, NOW);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(timeZone).not.toBe('Asia/Tokyo');
    expect(here.storage.values.zoneLeftAside).toBe(timeZone);
    await upkeep();
    expect(here.storage.values.zones).toEqual(ACCOUNTS.zones);
    // The device travels: from the next midnight on its days are those of where it is.
    await save('zoneLeftAside', 'Europe/Lisbon');
    await upkeep();
    expect(here.storage.values.zoneLeftAside).toBeNull();
    const zones = await load('zones');
    expect(zones).toHaveLength(2);
    expect(zoneAt(Date.now() + 48 * HOUR, zones)).toBe(timeZone);
  });
});
