import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import { endedAtEachStep } from '../made-up/steps';
import { load, save } from '../shared/storage';
import { addAlias, addOther } from './aliases';
import { fromBase64Url } from './base64url';
import { isOpen } from './counting/intervals';
import { changeWaiting, eraseChat, eraseDay, eraseDayHere, eraseEverything } from './erase';
import {
  changeConversation,
  conversationOf,
  conversations,
  eraseLedger,
  eventsOf,
  ledger,
  type ShownCard,
} from './ledger';
import {
  chosen,
  countedTimes,
  DAY,
  deliver,
  HOUR,
  NOON,
  sighting,
  stretch,
} from './made-up-ledger';
import { noteChange } from './settings-log';
import { refreshRows, rowsOfConversation } from './tally';

const ACCOUNT = { id: 'a', device: 1, token: 't', consent: 1, erasures: 0 };
let storage: FakeStorage;

async function fresh(zones = [{ from: 0, zone: 'UTC' }]): Promise<void> {
  storage = installStorage({ zones, secret: 'A'.repeat(43), account: ACCOUNT });
  await eraseLedger();
}

beforeEach(() => fresh());

const rows = (...hours: number[]) =>
  hours.map((h) => sighting(`m${h}`, h % 2 === 0 ? 'in' : 'out', NOON + h * HOUR));
const times = (...hours: number[]) => hours.map((h) => NOON + h * HOUR);

describe('erasing a day', () => {
  test('takes its events and rows, and nothing of the days beside it', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1, 13, 14, 40))], NOON + 2 * DAY);
    await refreshRows(NOON + 2 * DAY);
    await eraseDayHere('2026-11-23', NOON + 2 * DAY);
    await refreshRows(NOON + 2 * DAY);
    expect(await countedTimes(id)).toEqual(times(1, 40));
    const left = (await rowsOfConversation(id)).map(({ day }) => day);
    expect(left).toEqual(['2026-11-22', '2026-11-24']);
  });

  test('shown again, its messages are not counted again', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1, 13, 14, 40))], NOON + 2 * DAY);
    await eraseDayHere('2026-11-23', NOON + 2 * DAY);
    await deliver([stretch(rows(1, 13, 14, 15, 40, 41))], NOON + 2 * DAY);
    expect(await countedTimes(id)).toEqual(times(1, 40, 41));
  });

  test('counts on after today was erased', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1, 2))], NOON + 2 * HOUR);
    await eraseDayHere('2026-11-22', NOON + 3 * HOUR);
    await deliver([stretch(rows(1, 2, 4))], NOON + 4 * HOUR);
    expect(await countedTimes(id)).toEqual(times(4));
  });

  test('tells the day before anew: its turn lost the answer', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1, 14))], NOON + DAY);
    await refreshRows(NOON + DAY);
    expect((await rowsOfConversation(id))[0]?.row.turns_sent_answered).toBe(1);
    await eraseDayHere('2026-11-23', NOON + DAY);
    await refreshRows(NOON + DAY);
    expect((await rowsOfConversation(id))[0]?.row.turns_sent_answered).toBe(0);
  });

  test('takes the day of the zone of that time', async () => {
    await fresh([
      { from: 0, zone: 'Asia/Tokyo' },
      { from: NOON + DAY, zone: 'America/New_York' },
    ]);
    const id = await chosen(NOON - DAY);
    // 22 November in Tokyo: from 15:00 of the 21st to 15:00 of the 22nd, UTC.
    await deliver([stretch(rows(-22, -20, 2, 4))], NOON + 2 * DAY);
    await eraseDayHere('2026-11-22', NOON + 2 * DAY);
    await deliver([stretch(rows(-22, -20, 2, 4))], NOON + 2 * DAY);
    expect(await countedTimes(id)).toEqual(times(-22, 4));
  });

  test.each(['', '20260-11-22', '2026-02-31', 'today'])(
    'that is none (%j) is refused',
    async (day) => {
      const id = await chosen(NOON);
      await expect(eraseDay(day, NOON + HOUR)).rejects.toThrow('choose a day');
      expect((await conversationOf(id))?.intervals).toEqual([{ from: NOON, to: null }]);
      expect(storage.values.erasing ?? []).toEqual([]);
    },
  );

  test('that has not begun here changes nothing, and does not outlive a withdrawal', async () => {
    const id = await chosen(NOON);
    await eraseDayHere('2026-11-23', NOON + HOUR);
    const chat = await conversationOf(id);
    expect(chat?.intervals).toEqual([{ from: NOON, to: null }]);
    expect(isOpen(chat?.intervals ?? [], NOON + HOUR)).toBe(true);
  });
});

describe('the server', () => {
  test('is told of a day and of a chat, once each', async () => {
    const id = await chosen(NOON);
    await eraseDay('2026-11-22', NOON + HOUR);
    await eraseDay('2026-11-22', NOON + 2 * HOUR);
    await eraseChat(id);
    expect(storage.values.erasing).toEqual(['/v1/days/2026-11-22', `/v1/conversations/${id}`]);
  });

  test('is told nothing without an account', async () => {
    delete storage.values.account;
    await eraseDay('2026-11-22', NOON + HOUR);
    expect(storage.values.erasing ?? []).toEqual([]);
  });

  test('is told wherever the worker was ended, unless nothing was erased', async () => {
    let id = '';
    const ended = await endedAtEachStep(
      async () => {
        await fresh();
        id = await chosen(NOON);
        await deliver([stretch(rows(1))], NOON + HOUR);
      },
      () => eraseChat(id),
      async () => {
        const gone = (await conversationOf(id)) === undefined;
        const told = ((storage.values.erasing ?? []) as string[]).length > 0;
        expect(told || !gone).toBe(true);
        expect((await eventsOf(id)).length).toBe(gone ? 0 : 1);
      },
    );
    expect(ended).toBeGreaterThan(5);
  });

  test('is told of two erasures at once', async () => {
    await Promise.all([
      eraseDay('2026-11-21', NOON),
      eraseDay('2026-11-22', NOON),
      eraseDay('2026-11-23', NOON),
    ]);
    expect(storage.values.erasing).toHaveLength(3);
  });
});

/** All that is kept, as one text of bytes: values, keys, and whatever is under them. */
async function everythingKept(): Promise<string> {
  const db = await ledger();
  const stores = [...db.objectStoreNames];
  const kept = stores.map(async (name) => [await db.getAllKeys(name), await db.getAll(name)]);
  const asText = (_: string, value: unknown) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer
      ? String.fromCharCode(...new Uint8Array(value))
      : value;
  return JSON.stringify([storage.values, await Promise.all(kept)], asText);
}

function traces(id: string): string[] {
  const raw = String.fromCharCode(...fromBase64Url(id));
  return [id, JSON.stringify(raw).slice(1, -1)];
}

describe('of an erased chat nothing is left', () => {
  let id = '';
  const FORMER = `${'F'.repeat(21)}A`;

  /** A chat that has left its id wherever one can be. */
  async function everywhere(): Promise<void> {
    await fresh();
    id = await chosen(NOON);
    await deliver([stretch(rows(1, 2, 30))], NOON + 2 * DAY);
    await refreshRows(NOON + 2 * DAY);
    const former = { ids: [FORMER], secret: 0 };
    await changeConversation(id, (old) => ({ ...old, name: 'Robin', former }));
    const card = { id: 'c', nudge: 'rain', concept: 'rain', weight: 'light', moment: 'sent' };
    const answer = { conversation: id, at: NOON, answer: 'helpful', answeredAt: NOON };
    await (await ledger()).put('shown', { ...card, ...answer } as ShownCard);
    await addAlias('B'.repeat(22), id);
    await addOther(id);
    await save('oldSecrets', [{ secret: 'A'.repeat(43), ids: [FORMER, `${'G'.repeat(21)}A`] }]);
    await noteChange('Chat 1: its name was changed');
  }

  test('once the server was told, wherever it had been', async () => {
    await everywhere();
    const before = await everythingKept();
    for (const trace of [...traces(id), FORMER, 'Robin']) expect(before).toContain(trace);
    await eraseChat(id);
    expect(await load('erasing')).toEqual([`/v1/conversations/${id}`]);
    await changeWaiting(() => []);
    const after = await everythingKept();
    for (const trace of [...traces(id), FORMER, 'Robin', 'B'.repeat(22)])
      expect(after).not.toContain(trace);
    expect(after).toContain('G'.repeat(21));
  });

  test('also when the worker was ended on the way and it was asked for again', async () => {
    const ended = await endedAtEachStep(
      everywhere,
      () => eraseChat(id),
      async () => {
        await eraseChat(id);
        await changeWaiting(() => []);
        const after = await everythingKept();
        for (const trace of [...traces(id), FORMER, 'Robin']) expect(after).not.toContain(trace);
      },
    );
    expect(ended).toBeGreaterThan(10);
  });

  test('also of one whose site is switched off', async () => {
    await everywhere();
    await save('sites', []);
    await eraseChat(id);
    await changeWaiting(() => []);
    expect(await everythingKept()).not.toContain(id);
  });
});

describe('erasing everything', () => {
  test('leaves nothing, and a new secret makes other ids', async () => {
    delete storage.values.account;
    const before = await chosen(NOON);
    await deliver([stretch(rows(1))], NOON + HOUR);
    await eraseEverything();
    expect(storage.values).toEqual({});
    expect(await conversations()).toEqual([]);
    expect(await (await ledger()).getAll('events')).toEqual([]);
    expect(await chosen(NOON)).not.toBe(before);
  });

  test('keeps of an account that is still to be erased only what that takes', async () => {
    await save('account', { ...ACCOUNT, ownErasures: [1], gone: ['A'.repeat(22)] });
    await save('server', { url: 'https://toward.example.net', lastUpload: 1, problem: 'Away.' });
    const id = await chosen(NOON);
    await eraseEverything();
    const { account, server, ...others } = storage.values;
    expect(account).toEqual({ ...ACCOUNT, withdrawn: true, leaving: true });
    expect(server).toMatchObject({ url: 'https://toward.example.net' });
    expect(others).toMatchObject({ secret: null, sites: [], zones: [], log: [] });
    for (const trace of traces(id)) expect(await everythingKept()).not.toContain(trace);
  });
});
