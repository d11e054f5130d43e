import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { eraseLedger, eventsOf } from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { onAlarm } from './plan';
import { rowsOfConversation } from './tally';

const UPKEEP = { name: 'upkeep', scheduledTime: 0, persistAcrossSessions: true };

beforeEach(async () => {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }] });
  await eraseLedger();
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Two old messages, hours apart: the newer of them is kept for the silence after it. */
async function twoMessages(): Promise<string> {
  const chat = await chosen(NOON);
  await deliver([stretch([sighting('a', 'in', NOON + HOUR)])], NOON + HOUR);
  await deliver([stretch([sighting('b', 'in', NOON + 5 * HOUR)], ['a'])], NOON + 5 * HOUR);
  return chat;
}

test('old events are let go of after 60 days', async () => {
  const chat = await twoMessages();
  vi.setSystemTime(NOON + 59 * DAY);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(2);
  vi.setSystemTime(NOON + 61 * DAY);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(1);
});

test('a clock that is a year ahead for less than an hour lets go of nothing', async () => {
  const chat = await twoMessages();
  vi.setSystemTime(NOON + DAY);
  await onAlarm(UPKEEP);
  vi.setSystemTime(NOON + 365 * DAY);
  await onAlarm(UPKEEP);
  vi.setSystemTime(NOON + DAY + HOUR);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(2);
  expect((await rowsOfConversation(chat)).map(({ row }) => row.received)).toEqual([2]);
});

test('after a long absence it takes an hour', async () => {
  const chat = await twoMessages();
  vi.setSystemTime(NOON + 90 * DAY);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(2);
  vi.setSystemTime(NOON + 90 * DAY + HOUR);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(1);
});

test('they are looked for once a day', async () => {
  const chat = await twoMessages();
  for (const hours of [0, 1]) {
    vi.setSystemTime(NOON + 58 * DAY + hours * HOUR);
    await onAlarm(UPKEEP);
  }
  vi.setSystemTime(NOON + 60 * DAY - HOUR);
  await onAlarm(UPKEEP);
  vi.setSystemTime(NOON + 60 * DAY + 8 * HOUR);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(2);
  vi.setSystemTime(NOON + 61 * DAY);
  await onAlarm(UPKEEP);
  expect(await eventsOf(chat)).toHaveLength(1);
});
