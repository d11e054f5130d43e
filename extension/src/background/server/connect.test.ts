/** Promise P3: nothing leaves before its own consent, and each can be taken back alone. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../made-up/server';
import { eraseDay } from '../erase';
import { ledger } from '../ledger';
import { refreshCatalogue } from '../nudging/catalogue';
import { weekView } from '../week';
import { checkedUrl } from './call';
import { connect, disconnect, optIn, withdraw } from './connect';
import {
  everything,
  NOW,
  offeredBy,
  problemOf,
  say,
  URL_OF_SERVER,
  type World,
  world,
} from './made-up';
import { join } from './pairing';
import { synchronise } from './upload';

let here: World;

beforeEach(async () => {
  here = await world();
});

describe('an address', () => {
  test.each([
    ['https://toward.example.net', 'https://toward.example.net'],
    ['https://toward.example.net/some/path?x=1', 'https://toward.example.net'],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['http://localhost:8000/', 'http://localhost:8000'],
    ['http://[::1]:8000', null],
    ['http://toward.example.net', null],
    ['http://127.0.0.1.example.net', null],
    ['http://localhost.example.net', null],
    ['ftp://127.0.0.1', null],
    ['javascript:alert(1)', null],
    ['toward.example.net', null],
    ['', null],
  ])('%s', (text, origin) => {
    expect(checkedUrl(text)).toBe(origin);
  });
});

describe('before a server was connected', () => {
  test('nothing is ever fetched', async () => {
    await synchronise(NOW);
    await weekView(null, false, NOW);
    await eraseDay('2026-11-22', NOW);
    await withdraw(NOW);
    await expect(refreshCatalogue('en')).rejects.toThrow('No server');
    await connect('http://toward.example.net');
    expect(await optIn(3, NOW)).toMatchObject({ ok: false });
    expect(here.server.asked).toEqual([]);
  });
});

describe('connecting', () => {
  test('asks for the consent text, keeps the address, and sends nothing', async () => {
    expect(await connect(` ${URL_OF_SERVER}/ `)).toEqual({
      ok: true,
      consent: { version: 3, text: 'What is kept there.' },
    });
    expect(here.server.paths).toEqual(['GET /v1/consent']);
    expect(here.storage.values.server).toMatchObject({ url: URL_OF_SERVER });
  });

  test.each([
    ['HTML', () => new Response('<p>Hello</p>', { status: 200 })],
    ['another JSON', () => json(200, { hello: true })],
    ['an error', () => json(500, {})],
    ['nobody', () => Promise.reject(new TypeError('refused'))],
  ])('to what answers with %s keeps nothing', async (_, answer) => {
    here.server.next = [answer];
    expect(await connect(URL_OF_SERVER)).toMatchObject({ ok: false });
    expect((here.storage.values.server as { url?: string })?.url ?? '').toBe('');
  });

  test('without consent (3) only nudges are fetched after it', async () => {
    await connect(URL_OF_SERVER);
    here.server.asked = [];
    await synchronise(NOW);
    await weekView(null, false, NOW);
    await eraseDay('2026-11-22', NOW);
    await refreshCatalogue('en').catch(() => {});
    expect(here.server.paths).toEqual(['GET /v1/nudges?lang=en']);
    expect(here.server.asked[0]?.headers).not.toHaveProperty('Authorization');
  });

  test('can be undone, unless weeks are kept there', async () => {
    await connect(URL_OF_SERVER);
    await optIn(3, NOW);
    await expect(disconnect()).rejects.toThrow('Withdraw first');
    await withdraw(NOW);
    await disconnect();
    here.server.asked = [];
    await synchronise(NOW);
    expect(here.server.asked).toEqual([]);
  });

  test('elsewhere is refused while weeks are kept on one', async () => {
    await connect(URL_OF_SERVER);
    await optIn(3, NOW);
    expect(await connect('http://127.0.0.1:9000')).toMatchObject({ ok: false });
    expect(here.storage.values.server).toMatchObject({ url: URL_OF_SERVER });
  });
});

describe('agreeing', () => {
  beforeEach(() => connect(URL_OF_SERVER));

  test('opens an account and sends what is there', async () => {
    expect(await optIn(3, NOW)).toEqual({ ok: true });
    expect(here.server.rows.size).toBe(2);
    expect(await optIn(3, NOW)).toEqual({ ok: true });
    expect(here.server.paths.filter((path) => path === 'POST /v1/accounts')).toHaveLength(1);
  });

  test('twice at once opens one account', async () => {
    expect(await Promise.all([optIn(3, NOW), optIn(3, NOW)])).toEqual([{ ok: true }, { ok: true }]);
    expect(here.server.paths.filter((path) => path === 'POST /v1/accounts')).toHaveLength(1);
  });

  test('to an old text opens none', async () => {
    expect(await optIn(2, NOW)).toMatchObject({ ok: false });
    expect(here.storage.values.account ?? null).toBeNull();
  });

  test.each([
    ['no token', { account: 'a', device: 1 }],
    ['an empty token', { account: 'a', device: 1, token: '' }],
    ['a strange device', { account: 'a', device: -1, token: 't' }],
    ['a list', []],
  ])('answered with %s opens none', async (_, body) => {
    here.server.next = [() => json(201, body)];
    const before = await everything(here);
    expect(await optIn(3, NOW)).toMatchObject({ ok: false });
    expect(await everything(here)).toEqual(before);
    expect(problemOf(here)).toBeTruthy();
  });

  test('is agreed, also when the first upload fails', async () => {
    let calls = 0;
    here.server.meanwhile = async () => {
      if (++calls === 2) here.server.next = [() => json(503, {})];
    };
    expect(await optIn(3, NOW)).toEqual({ ok: true });
    expect(problemOf(here)).toContain('away');
    await synchronise(NOW);
    expect(here.server.rows.size).toBe(2);
  });

  test('again while a withdrawal waits ends that first, and begins anew', async () => {
    await optIn(3, NOW);
    here.server.next = [() => json(503, {})];
    await withdraw(NOW);
    expect(await optIn(3, NOW)).toEqual({ ok: true });
    expect(here.storage.values.account).toMatchObject({ token: here.server.account?.token });
    expect(here.storage.values.account).not.toHaveProperty('withdrawn');
    expect(here.server.rows.size).toBe(2);
  });
});

describe('at once with opening an account', () => {
  beforeEach(() => connect(URL_OF_SERVER));

  /** Begins when the server is asked for this, once. */
  function during(path: string, work: () => Promise<unknown>): { done: () => Promise<unknown> } {
    let begun: Promise<unknown> | null = null;
    here.server.meanwhile = async (asked) => {
      if (asked.path === path) begun ??= work();
    };
    return { done: () => begun ?? Promise.reject(new Error(`${path} was not asked for.`)) };
  }

  test('withdrawing leaves no account, here or there', async () => {
    const withdrawal = during('/v1/accounts', () => withdraw(NOW));
    await optIn(3, NOW);
    expect(await withdrawal.done()).toEqual({ ok: true });
    expect(here.server.account).toBeNull();
    expect(here.storage.values.account ?? null).toBeNull();
  });

  test('withdrawing what is joined likewise', async () => {
    const code = await offeredBy(here);
    const withdrawal = during('/v1/pairings/claim', () => withdraw(NOW));
    await join(code, 3, NOW);
    expect(await withdrawal.done()).toEqual({ ok: true });
    expect(here.server.account).toBeNull();
    expect(here.storage.values.account ?? null).toBeNull();
  });

  test('joining another leaves none behind', async () => {
    const code = await offeredBy(here);
    const opening = during('/v1/pairings/claim', () => optIn(3, NOW));
    expect(await join(code, 3, NOW)).toEqual({ ok: true });
    expect(await opening.done()).toEqual({ ok: true });
    expect(here.server.paths.filter((path) => path === 'POST /v1/accounts')).toEqual([]);
  });
});

describe('withdrawing', () => {
  beforeEach(async () => {
    await connect(URL_OF_SERVER);
    await optIn(3, NOW);
  });

  test('erases the account, and leaves this browser what it has', async () => {
    expect(await withdraw(NOW)).toEqual({ ok: true });
    expect(here.server.account).toBeNull();
    const rows = await (await ledger()).getAll('rows');
    expect(rows.map(({ uploaded }) => uploaded)).toEqual([0, 0]);
    await optIn(3, NOW);
    expect(here.server.rows.size).toBe(2);
  });

  test('is done when the account is gone already, though erasures wait', async () => {
    await eraseDay('2026-11-22', NOW);
    here.server.account = null;
    expect(await withdraw(NOW)).toEqual({ ok: true });
    expect(here.storage.values.account).toBeNull();
    expect(here.storage.values.erasing).toEqual([]);
  });

  test('during an upload stops it', async () => {
    await say(2, 14);
    here.server.asked = [];
    let withdrawal: Promise<unknown> | null = null;
    here.server.meanwhile = async ({ method }) => {
      if (method === 'PUT') withdrawal ??= withdraw(NOW);
    };
    await synchronise(NOW).catch(() => {});
    expect(await withdrawal).toEqual({ ok: true });
    expect(here.server.paths).toEqual(['PUT /v1/days/2026-11-22', 'DELETE /v1/accounts/me']);
    expect(here.server.account).toBeNull();
    expect(problemOf(here)).toBeNull();
  });

  test('an answer that got lost is no loss: the next try finds the account gone', async () => {
    here.server.meanwhile = async () => {
      here.server.meanwhile = null;
      here.server.account = null;
      here.server.next = [() => Promise.reject(new TypeError('lost'))];
    };
    expect(await withdraw(NOW)).toMatchObject({ ok: false });
    expect(await withdraw(NOW)).toEqual({ ok: true });
    expect(here.storage.values.account).toBeNull();
  });
});
