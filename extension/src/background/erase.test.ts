import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import { endedAtEachStep } from '../made-up/steps';
import { isOpen } from './counting/intervals';
import { eraseChat, eraseDay, eraseDayHere, eraseEverything } from './erase';
import { conversationOf, conversations, eraseLedger, eventsOf, ledger } from './ledger';
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

test('erasing everything leaves nothing, and a new secret makes other ids', async () => {
  const before = await chosen(NOON);
  await deliver([stretch(rows(1))], NOON + HOUR);
  await eraseEverything();
  expect(storage.values).toEqual({});
  expect(await conversations()).toEqual([]);
  expect(await (await ledger()).getAll('events')).toEqual([]);
  expect(await chosen(NOON)).not.toBe(before);
});
