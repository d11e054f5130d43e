import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakeServer, json } from '../../made-up/server';
import { addDays } from '../../shared/days';
import { eraseChat, eraseDay } from '../erase';
import { changeConversation, conversationOf, ledger, type StoredRow } from '../ledger';
import { chosen, NOON } from '../made-up-ledger';
import { rowsOfConversation } from '../tally';
import { connect, optIn } from './connect';
import { NOW, problemOf, say, URL_OF_SERVER, type World, world } from './made-up';
import { synchronise } from './upload';

let here: World;
let server: FakeServer;
let id: string;

beforeEach(async () => {
  here = await world();
  ({ server, id } = here);
  await connect(URL_OF_SERVER);
  await optIn(3, NOW);
  server.asked = [];
});

const puts = () => server.asked.filter(({ method }) => method === 'PUT');

describe('uploading', () => {
  test('sends each day once', async () => {
    expect(server.sent).toEqual({ [`2026-11-22 ${id}`]: 1, [`2026-11-23 ${id}`]: 1 });
    await synchronise(NOW);
    expect(puts()).toEqual([]);
  });

  test('sends what changed, under revisions that always rise', async () => {
    const seen: number[] = [];
    for (const hour of [2, 3, 14, 15]) {
      await say(hour);
      await synchronise(NOW);
      seen.push(...puts().map(({ body }) => body?.revision as number));
      server.asked = [];
    }
    expect(seen).toHaveLength(4);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(server.sent).toEqual({ [`2026-11-22 ${id}`]: 3, [`2026-11-23 ${id}`]: 3 });
  });

  test('sends ids, days and eight counts: nothing else', async () => {
    await say(2);
    await synchronise(NOW);
    const [{ body, headers, options } = fail()] = puts();
    expect(Object.keys(body ?? {})).toEqual(['revision', 'erasures', 'rows']);
    expect(Object.keys(body?.rows as object)).toEqual([id]);
    expect(Object.values((body?.rows as object) ?? {})[0]).toEqual({
      ...{ sent: 2, received: 0, opened_by_me: 0, opened_by_them: 0 },
      ...{ turns_sent: 2, turns_sent_answered: 0, turns_received: 0, turns_received_answered: 0 },
    });
    expect(headers.Authorization).toBe(`Bearer ${server.account?.token}`);
    expect(options).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
  });

  test('never sends practice', async () => {
    await changeConversation(id, (old) => ({ ...old, practice: true }));
    await say(2);
    await synchronise(NOW);
    expect(puts()).toEqual([]);
  });

  test('asked for twice at once runs once', async () => {
    await say(2);
    await Promise.all([synchronise(NOW), synchronise(NOW)]);
    expect(puts()).toHaveLength(1);
  });

  test('marks a long time of days without walking through all of them for each', async () => {
    const db = await ledger();
    const [row] = await rowsOfConversation(id);
    for (let i = 0; i < 100; i++)
      await db.put('rows', { ...(row as StoredRow), day: addDays('2026-08-01', i), uploaded: 0 });
    const walks = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
    await synchronise(NOW);
    expect(puts()).toHaveLength(100);
    expect(walks.mock.calls.length).toBeLessThan(10);
    walks.mockRestore();
    server.asked = [];
    await synchronise(NOW);
    expect(puts()).toEqual([]);
  });

  test('does not send what was erased elsewhere on any of its days', async () => {
    await say(2, 14);
    server.erase({ conversation: id });
    await synchronise(NOW);
    await synchronise(NOW);
    expect(server.sent).toEqual({});
  });

  test('does not send a later day that was erased elsewhere', async () => {
    await say(2, 14);
    server.erase({ day: '2026-11-23' });
    await synchronise(NOW);
    await synchronise(NOW);
    expect(server.sent).toEqual({ [`2026-11-22 ${id}`]: 2 });
  });

  test('sends more than 500 chats of a day in parts', async () => {
    const db = await ledger();
    const [row] = await rowsOfConversation(id);
    for (let i = 0; i < 501; i++) {
      const conversation = `${String(i).padStart(21, '0')}A`;
      await db.put('rows', { ...(row as StoredRow), conversation, uploaded: 0 });
    }
    await synchronise(NOW);
    expect(puts().map(({ body }) => Object.keys(body?.rows as object).length)).toEqual([500, 1]);
  });

  test('of a row that changed while it was on its way sends it again the next time', async () => {
    await say(2);
    server.meanwhile = async () => {
      server.meanwhile = null;
      await say(3);
    };
    await synchronise(NOW);
    expect(server.sent[`2026-11-22 ${id}`]).toBe(2);
    await synchronise(NOW);
    expect(server.sent[`2026-11-22 ${id}`]).toBe(3);
  });
});

describe('a 422 that names rows', () => {
  const naming = (...ids: string[]) =>
    json(422, {
      code: 422,
      errors: { json: { rows: Object.fromEntries(ids.map((x) => [x, {}])) } },
    });

  test('sets those aside, sends the rest, and tries a changed one again', async () => {
    const kim = await chosen(NOON, 'kim@example.net');
    const db = await ledger();
    const [row] = await rowsOfConversation(id);
    await db.put('rows', { ...(row as StoredRow), conversation: kim, uploaded: 0 });
    await say(2);
    server.next = [() => naming(kim)];
    await synchronise(NOW);
    expect(server.sent[`2026-11-22 ${id}`]).toBe(2);
    expect((await rowsOfConversation(kim))[0]?.refused).toBeTruthy();
    expect(problemOf(here)).toBeNull();
    server.asked = [];
    await synchronise(NOW);
    expect(puts()).toEqual([]);
  });

  test('but none of ours is no answer', async () => {
    await say(2);
    server.next = [() => naming('AAAAAAAAAAAAAAAAAAAAAA')];
    await expect(synchronise(NOW)).rejects.toThrow('422');
    expect(problemOf(here)).toContain('422');
  });
});

describe('erasures', () => {
  test('are carried out on the server before anything is sent', async () => {
    await say(2, 14);
    await eraseDay('2026-11-22', NOW);
    await synchronise(NOW);
    expect(server.paths).toEqual([
      ...['DELETE /v1/days/2026-11-22', 'PUT /v1/days/2026-11-23'],
      'GET /v1/devices',
    ]);
    expect(server.sent).toEqual({ [`2026-11-23 ${id}`]: 2 });
    expect(here.storage.values.erasing).toEqual([]);
  });

  test('asked for during an upload are carried out in the same run', async () => {
    await say(2);
    server.meanwhile = async () => {
      server.meanwhile = null;
      await eraseChat(id);
    };
    await synchronise(NOW);
    expect(server.rows.size).toBe(0);
    expect(here.storage.values.erasing).toEqual([]);
  });

  test('by another browser are carried out here first', async () => {
    server.erase({ day: '2026-11-22' });
    await say(14);
    await synchronise(NOW);
    expect(server.sent).toEqual({ [`2026-11-23 ${id}`]: 2 });
    expect((await rowsOfConversation(id)).map(({ day }) => day)).toEqual(['2026-11-23']);
    expect(here.storage.values.account).toMatchObject({ erasures: 1 });
  });

  test('by another browser are not passed over by one of ours', async () => {
    server.erase({ day: '2026-11-23' });
    await eraseDay('2026-11-22', NOW);
    await say(14);
    await synchronise(NOW);
    expect(server.rows.size).toBe(0);
    expect(await rowsOfConversation(id)).toEqual([]);
    expect(here.storage.values.account).toMatchObject({ erasures: 2 });
  });

  test('of ours, told back to us, do not take what was chosen again since', async () => {
    server.erase({ day: '2026-11-20' });
    await eraseChat(id);
    await chosen(NOON + 2 * 3_600_000);
    await say(3);
    await synchronise(NOW);
    expect(await conversationOf(id)).toBeDefined();
    expect(server.sent).toEqual({ [`2026-11-22 ${id}`]: 1, [`2026-11-23 ${id}`]: 1 });
  });

  test('of a whole chat by another browser take it from here', async () => {
    server.erase({ conversation: id });
    await say(2);
    await synchronise(NOW);
    expect(await conversationOf(id)).toBeUndefined();
    expect(server.rows.size).toBe(0);
  });
});

test('a day erased and counted again while its upload was on its way is sent', async () => {
  await say(2, 3);
  server.meanwhile = async ({ method }) => {
    if (method !== 'PUT') return;
    server.meanwhile = null;
    await eraseDay('2026-11-22', NOON + 4 * 3_600_000);
    await say(5);
  };
  await synchronise(NOW);
  await synchronise(NOW);
  expect(server.sent[`2026-11-22 ${id}`]).toBe(1);
});

function fail(): never {
  throw new Error('Nothing was sent.');
}
