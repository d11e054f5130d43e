/** Codes that are wrong, late or used, and places that cannot be taken: nothing is changed. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../made-up/server';
import { codeText, newCode } from '../pairing/code';
import { pairingKeys, seal } from '../pairing/seal';
import { connect } from './connect';
import {
  ACCOUNTS,
  everything,
  NOW,
  OPENED,
  offeredBy,
  problemOf,
  URL_OF_SERVER,
  type World,
  world,
} from './made-up';
import { join, takeOff } from './pairing';

let here: World;
const offered = () => offeredBy(here);

beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
});

describe('a code', () => {
  test.each([
    [
      'that is too short',
      async () => (await offered()).slice(0, -1),
      'has 26 characters; here are 25',
    ],
    ['with a letter that is none', async () => (await offered()).replace(/.$/, 'U'), '“U”'],
    ['of nobody', async () => codeText(newCode()), 'Nothing waits under this code'],
  ])('%s changes nothing and says what to do', async (_, make, text) => {
    const before = await everything(here);
    const code = await make();
    expect(await join(code, 3, NOW)).toEqual({ ok: false, problem: expect.stringContaining(text) });
    expect(await everything(here)).toEqual(before);
    expect(problemOf(here)).toBeNull();
  });

  test('typed in small letters, with blanks, O for 0 and l for 1, works', async () => {
    const code = (await offered()).toLowerCase().replaceAll('-', ' ');
    const typed = code.replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await join(typed, 3, NOW)).toEqual({ ok: true });
  });

  test('works once', async () => {
    const code = await offered();
    await join(code, 3, NOW);
    await takeOff(2);
    const before = await everything(here);
    expect(await join(code, 3, NOW)).toEqual({
      ok: false,
      problem: expect.stringContaining('works once, and for ten minutes'),
    });
    expect(await everything(here)).toEqual(before);
  });

  test('asked for too often says to wait', async () => {
    here.server.next = [() => json(429, { code: 429 }, { 'Retry-After': '60' })];
    expect(await join(codeText(newCode()), 3, NOW)).toEqual({
      ok: false,
      problem: expect.stringContaining('in a few minutes'),
    });
  });

  test.each([
    ['sealed under another key', seal],
    ['changed on the way', async () => 'AAAA'],
  ])('whose content is %s gives its place back', async (_, make) => {
    here.server.opened(OPENED);
    const code = newCode();
    const { lookup } = await pairingKeys(code);
    const other = await pairingKeys(newCode());
    here.server.pairings.set(lookup, await make(other.key, ACCOUNTS));
    const before = await everything(here);
    expect(await join(codeText(code), 3, NOW)).toEqual({
      ok: false,
      problem: expect.stringMatching(/could not be opened.*Nothing was changed\.$/),
    });
    expect(await everything(here)).toEqual(before);
    expect(here.server.devices.map(({ id }) => id)).toEqual([1]);
  });

  test('whose place cannot be given back says so', async () => {
    here.server.opened(OPENED);
    const code = newCode();
    here.server.pairings.set((await pairingKeys(code)).lookup, 'AAAA');
    here.server.meanwhile = async ({ method }) => {
      if (method === 'DELETE') here.server.next = [() => json(503, {})];
    };
    expect(await join(codeText(code), 3, NOW)).toEqual({
      ok: false,
      problem: expect.stringContaining('please take it off in your other browser'),
    });
  });

  test.each([
    ['HTML', () => new Response('<p>', { status: 201 })],
    ['no seal', () => json(201, { account: 'a', device: 2, token: 't' })],
    ['an empty token', () => json(201, { account: 'a', device: 2, token: '', sealed: 'AAAA' })],
    ['500', () => json(500, {})],
    ['nobody', () => Promise.reject(new TypeError('refused'))],
  ])('answered with %s changes nothing', async (_, reply) => {
    const code = await offered();
    const before = await everything(here);
    here.server.next = [reply];
    expect(await join(code, 3, NOW)).toMatchObject({ ok: false });
    expect(await everything(here)).toEqual(before);
  });
});
