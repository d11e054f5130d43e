import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { endedAtEachStep } from '../made-up/steps';
import { emptyRow, rowsOf } from '../shared/rows';
import type { Row } from '../shared/types';
import { eraseDayHere } from './erase';
import {
  changeConversation,
  conversations,
  eraseConversation,
  eraseLedger,
  eventsOf,
  forgetEventsBefore,
  ledger,
  type StoredRow,
} from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import {
  changedRows,
  lastReceived,
  refreshRows,
  rowsOfConversation,
  rowsOfMany,
  undatedDays,
} from './tally';

const UTC = [{ from: 0, zone: 'UTC' }];

async function fresh(): Promise<void> {
  installStorage({ zones: UTC, secret: 'A'.repeat(43) });
  await eraseLedger();
}

beforeEach(fresh);

const row = (change: Partial<Row>): Row => ({ ...emptyRow(), ...change });
const stored = (day: string, change: Partial<StoredRow>): StoredRow => ({
  ...{ conversation: 'c', day, row: row({ sent: 1 }), revision: 1, uploaded: 0 },
  ...change,
});

describe('rows that change', () => {
  const changed = (old: StoredRow[], now: [string, Row][], changes: number) =>
    changedRows('c', old, new Map(now), '2026-09-25', changes);

  test('a new day is a new row', () => {
    const rows = changed([], [['2026-11-22', row({ sent: 2 })]], 3);
    expect(rows).toEqual([stored('2026-11-22', { row: row({ sent: 2 }), revision: 3 })]);
  });

  test('the same counts are no change', () => {
    expect(changed([stored('2026-11-22', {})], [['2026-11-22', row({ sent: 1 })]], 9)).toEqual([]);
  });

  test('a changed day gets a higher revision, and keeps what the server has', () => {
    const old = stored('2026-11-22', { revision: 4, uploaded: 3 });
    const [made] = changed([old], [['2026-11-22', row({ sent: 2 })]], 2);
    expect(made).toMatchObject({ revision: 5, uploaded: 3 });
  });

  test('a refused row that changed is tried again', () => {
    const old = stored('2026-11-22', { refused: 'No.' });
    expect(changed([old], [['2026-11-22', row({ sent: 2 })]], 2)[0]).not.toHaveProperty('refused');
  });

  test('a day that lost its counts becomes zeros, since a server may hold the old ones', () => {
    const [made] = changed([stored('2026-11-22', { uploaded: 1 })], [], 2);
    expect(made).toEqual(stored('2026-11-22', { row: emptyRow(), revision: 2, uploaded: 1 }));
  });

  test('a frozen day changes no more', () => {
    expect(changed([stored('2026-09-24', {})], [], 2)).toEqual([]);
    expect(changed([stored('2026-09-25', {})], [], 2)).toHaveLength(1);
  });
});

/** Choosing at noon, then a message of mine each given number of hours later. */
async function said(...hours: number[]): Promise<string> {
  const id = await chosen(NOON);
  await say(...hours);
  return id;
}

async function say(...hours: number[]): Promise<void> {
  const rows = hours.map((h) => sighting(`m${h}`, 'out', NOON + h * HOUR));
  await deliver([stretch(rows)], NOON + Math.max(...hours) * HOUR);
}

async function sent(id: string): Promise<Record<string, number>> {
  const rows = await rowsOfConversation(id);
  return Object.fromEntries(rows.map((one) => [one.day, one.row.sent]));
}

/** Does something just after the events were read, before rows are made of them. */
function onceEventsWereRead(work: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const getAll = IDBObjectStore.prototype.getAll;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    spy.mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = getAll.apply(this, args as never);
      if (this.name === 'events') {
        spy.mockRestore();
        resolve(work());
      }
      return request;
    });
  });
}

describe('refreshing', () => {
  test('makes the rows, once', async () => {
    const id = await said(1, 2, 13);
    await refreshRows(NOON + DAY);
    expect(await sent(id)).toEqual({ '2026-11-22': 2, '2026-11-23': 1 });
    const before = await rowsOfConversation(id);
    await refreshRows(NOON + DAY);
    expect(await rowsOfConversation(id)).toEqual(before);
  });

  test('in steps ends in the same rows as at once', async () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(hours, fc.array(fc.boolean()), async (list, pauses) => {
        await fresh();
        const id = await chosen(NOON);
        for (const [i, hour] of list.entries()) {
          await say(hour);
          if (pauses[i]) await refreshRows(NOON + 9 * DAY);
        }
        await refreshRows(NOON + 9 * DAY);
        const once = rowsOf(await eventsOf(id), UTC, { openingHours: 6, turnMinutes: 10 });
        const kept = (await rowsOfConversation(id)).map((one) => [one.day, one.row]);
        expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(once));
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  test('writes nothing back of what was erased meanwhile', async () => {
    const id = await said(1, 13);
    const erased = onceEventsWereRead(() => eraseConversation(id));
    await refreshRows(NOON + DAY);
    await erased;
    expect(await (await ledger()).getAll('rows')).toEqual([]);
  });

  test('writes no day back that was erased meanwhile', async () => {
    const id = await said(1, 13);
    const erased = onceEventsWereRead(() => eraseDayHere('2026-11-22', NOON + DAY));
    await refreshRows(NOON + DAY);
    await erased;
    expect(await sent(id)).toEqual({ '2026-11-23': 1 });
  });

  test('at the same time as rows come in leaves nothing behind', async () => {
    const id = await said(1);
    await Promise.all([refreshRows(NOON + DAY), say(2), say(3), refreshRows(NOON + DAY)]);
    await refreshRows(NOON + DAY);
    expect(await sent(id)).toEqual({ '2026-11-22': 3 });
  });

  test('of other chats goes on beside one that has nothing new', async () => {
    const robin = await said(1);
    const kim = await chosen(NOON, 'kim@example.net');
    await refreshRows(NOON + DAY);
    const rows = [sighting('m1', 'in', NOON + HOUR)];
    await deliver([stretch(rows)], NOON + HOUR, { conversation: 'kim@example.net' });
    await refreshRows(NOON + DAY);
    expect(await sent(robin)).toEqual({ '2026-11-22': 1 });
    expect((await rowsOfConversation(kim))[0]?.row.received).toBe(1);
  });
});

test('a worker ended between any two steps makes the same rows in the end', async () => {
  await said(1, 2, 13, 40);
  await refreshRows(NOON + 3 * DAY);
  const id = (await conversations())[0]?.id as string;
  const truth = await rowsOfConversation(id);
  const ended = await endedAtEachStep(
    async () => {
      await fresh();
      await said(1, 2, 13, 40);
    },
    () => refreshRows(NOON + 3 * DAY),
    async () => {
      await refreshRows(NOON + 3 * DAY);
      expect(await rowsOfConversation(id)).toEqual(truth);
      expect((await conversations())[0]).toMatchObject({ changes: 1, tallied: 1 });
    },
  );
  expect(ended).toBeGreaterThan(8);
});

describe('what is told with the rows', () => {
  const chatOf = async (id: string) => {
    const chat = (await conversations()).find((one) => one.id === id);
    if (!chat) throw new Error('the chat is gone');
    return chat;
  };

  test('is when the other side last wrote, and is told anew of what came since', async () => {
    const id = await chosen(NOON);
    expect(await lastReceived(await chatOf(id))).toBe(0);
    const rows = [sighting('a', 'in', NOON + HOUR), sighting('b', 'out', NOON + 2 * HOUR)];
    await deliver([stretch(rows)], NOON + 2 * HOUR);
    expect(await lastReceived(await chatOf(id))).toBe(NOON + HOUR);
    await refreshRows(NOON + DAY);
    expect((await chatOf(id)).lastReceived).toBe(NOON + HOUR);
    await deliver([stretch([sighting('c', 'in', NOON + 3 * HOUR)], ['b'])], NOON + 3 * HOUR);
    expect(await lastReceived(await chatOf(id))).toBe(NOON + 3 * HOUR);
  });

  test('is which messages have no certain day', async () => {
    const plain = (key: string, seen: number) => {
      return { key, direction: 'in' as const, at: null, resolution: 1, notBefore: null, seen };
    };
    const id = await chosen(NOON);
    await deliver([stretch([plain('a', NOON + 1)])], NOON + 1, { baseline: true });
    // Some time between noon and eight the next morning.
    const morning = NOON + 20 * HOUR;
    await deliver([stretch([plain('a', morning), plain('b', morning)])], morning);
    expect((await chatOf(id)).undated).toBeUndefined();
    expect(await undatedDays(await chatOf(id), UTC)).toEqual(['2026-11-23']);
    await refreshRows(NOON + DAY);
    expect((await chatOf(id)).undated).toEqual(['2026-11-23']);
  });

  test('rows of many chats are those of the days that are asked for', async () => {
    const id = await said(1, 25, 49);
    await refreshRows(NOON + 3 * DAY);
    const found = await rowsOfMany([id, 'nobody'], '2026-11-23', '2026-11-24');
    expect([...(found.get(id) ?? [])].map(([day]) => day)).toEqual(['2026-11-23', '2026-11-24']);
    expect(found.get('nobody')?.size).toBe(0);
  });
});

describe('after events were let go', () => {
  test('an opening stays one, though the message before it was long ago', async () => {
    const id = await said(1, 10 * 24);
    await refreshRows(NOON + 10 * DAY);
    const before = await rowsOfConversation(id);
    expect(before.find(({ day }) => day === '2026-12-02')?.row.opened_by_me).toBe(1);
    // 62 days after the first, 52 after the second.
    await forgetEventsBefore(NOON + 2 * DAY);
    await say(62 * 24);
    await refreshRows(NOON + 62 * DAY);
    const after = await rowsOfConversation(id);
    expect(after.filter(({ day }) => day < '2027-01-01')).toEqual(before);
  });

  test('a clock that ran a year ahead for a while costs no row', async () => {
    const id = await said(1, 25, 50);
    await refreshRows(NOON + 3 * DAY);
    const before = await sent(id);
    await forgetEventsBefore(NOON + 300 * DAY);
    await say(100);
    await changeConversation(id, (old) => ({ ...old, changes: old.changes + 1 }));
    await refreshRows(NOON + 5 * DAY);
    expect(await sent(id)).toEqual({ ...before, '2026-11-26': 1 });
  });
});
