import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { endedAtEachStep } from '../made-up/steps';
import { pauseAll, suspend } from './chats';
import { forgetSecret } from './ids';
import { conversationOf, conversations, eraseConversation, eraseLedger, eventsOf } from './ledger';
import { chosen, countedTimes, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';

async function fresh(): Promise<void> {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: 'A'.repeat(43) });
  forgetSecret();
  await eraseLedger();
}

beforeEach(fresh);

const rows = (...minutes: number[]) =>
  minutes.map((m) => sighting(`m${m}`, m % 2 === 0 ? 'out' : 'in', NOON + m * 60_000));
const times = (...minutes: number[]) => minutes.map((m) => NOON + m * 60_000);

describe('taking in', () => {
  test('knows no chat that was not chosen', async () => {
    await deliver([stretch(rows(1, 2))], NOON + HOUR, { baseline: true });
    expect(await conversations()).toEqual([]);
  });

  test('counts from the moment of choosing', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(-3, -2, 1, 2))], NOON + HOUR, { baseline: true });
    expect(await countedTimes(id)).toEqual(times(1, 2));
    expect((await conversationOf(id))?.fresh).toBe(false);
  });

  test('of the same twice changes nothing, not even the need to make rows anew', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1, 2))], NOON + HOUR);
    const before = await conversationOf(id);
    await deliver([stretch(rows(1, 2))], NOON + HOUR);
    expect(await conversationOf(id)).toEqual(before);
    expect(before?.changes).toBe(1);
  });

  test('of two tabs at once loses nothing', async () => {
    const id = await chosen(NOON);
    await Promise.all([
      deliver([stretch(rows(1, 2, 3))], NOON + HOUR, { baseline: true }),
      deliver([stretch(rows(2, 3, 4))], NOON + HOUR, { baseline: true }),
      deliver([stretch(rows(5), ['m4'])], NOON + HOUR),
      deliver([stretch(rows(-1, 1))], NOON + HOUR),
    ]);
    expect(await countedTimes(id)).toEqual(times(1, 2, 3, 4, 5));
    expect((await conversationOf(id))?.changes).toBe(4);
  });

  test('of two chats keeps them apart, though their keys are the same', async () => {
    const robin = await chosen(NOON);
    const kim = await chosen(NOON, 'kim@example.net');
    await deliver([stretch(rows(1, 2))], NOON + HOUR);
    await deliver([stretch(rows(1))], NOON + HOUR, { conversation: 'kim@example.net' });
    expect(await countedTimes(robin)).toEqual(times(1, 2));
    expect(await countedTimes(kim)).toEqual(times(1));
  });

  test('after the chat was left out adds nothing that came since', async () => {
    const id = await chosen(NOON);
    await suspend(id, NOON + 90_000);
    await deliver([stretch(rows(1, 2))], NOON + HOUR);
    expect(await countedTimes(id)).toEqual(times(1));
  });

  test('after a pause never fills it in', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1))], NOON + 60_500);
    await pauseAll(true, NOON + 90_000);
    await pauseAll(false, NOON + 210_000);
    await deliver([stretch(rows(1, 2, 3, 4))], NOON + HOUR, { baseline: true });
    expect(await countedTimes(id)).toEqual(times(1, 4));
    const gap = { from: NOON + 90_000, to: NOON + 210_000, reason: 'paused' };
    expect((await conversationOf(id))?.gaps).toEqual([gap]);
  });

  test('of an erased chat brings nothing back', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1))], NOON + HOUR);
    await eraseConversation(id);
    await deliver([stretch(rows(1, 2))], NOON + HOUR);
    expect(await eventsOf(id)).toEqual([]);
    expect(await conversations()).toEqual([]);
  });

  test('notes when the page was looked at, though the worker was away for long', async () => {
    const id = await chosen(NOON);
    await deliver([stretch(rows(1))], NOON + 5 * HOUR);
    expect((await conversationOf(id))?.lastSeen).toBe(NOON + 60_000);
  });
});

test('a gap that goes on is one, and the next one is another', async () => {
  const plain = (key: string, seen: number, notBefore: number | null = null) => ({
    ...{ key, direction: 'in' as const, at: null, resolution: 1 },
    ...{ seen, notBefore },
  });
  const id = await chosen(NOON);
  await deliver([stretch([plain('a', NOON + 100)])], NOON + 100, { baseline: true });
  // Nothing tells what these follow.
  for (const [i, key] of ['x', 'y'].entries())
    await deliver([stretch([plain(key, NOON + HOUR + i)])], NOON + HOUR + i);
  const first = { from: NOON + 100, to: NOON + HOUR + 1, reason: 'not-open' };
  expect((await conversationOf(id))?.gaps).toEqual([first]);
  const later = NOON + 2 * HOUR;
  await deliver([stretch([plain('b', later, later - 500)], ['a'])], later);
  await deliver([stretch([plain('z', NOON + 5 * HOUR)])], NOON + 5 * HOUR);
  const second = { from: later, to: NOON + 5 * HOUR, reason: 'not-open' };
  expect((await conversationOf(id))?.gaps).toEqual([first, second]);
});

test('a worker ended between any two steps of it loses nothing and counts nothing twice', async () => {
  const begin = async () => {
    await fresh();
    await chosen(NOON);
    await deliver([stretch(rows(-2, -1, 1))], NOON + 60_500, { baseline: true });
  };
  const news = () => deliver([stretch(rows(2, 3), ['m-2', 'm-1', 'm1'])], NOON + HOUR);
  await begin();
  await news();
  const id = (await conversations())[0]?.id as string;
  const truth = { chat: await conversationOf(id), events: await eventsOf(id) };
  const ended = await endedAtEachStep(
    async () => {
      await begin();
      forgetSecret();
    },
    news,
    async () => {
      // The page insists, and the acknowledgement may be lost as well.
      await news();
      await news();
      expect({ chat: await conversationOf(id), events: await eventsOf(id) }).toEqual(truth);
    },
  );
  expect(ended).toBeGreaterThan(8);
});

test('a secret or a ledger that could not be read once is asked for again', async () => {
  const id = await chosen(NOON);
  forgetSecret();
  const get = chrome.storage.local.get;
  Object.assign(chrome.storage.local, { get: () => Promise.reject(new Error('busy')) });
  await expect(deliver([stretch(rows(1))], NOON + HOUR)).rejects.toThrow('busy');
  Object.assign(chrome.storage.local, { get });
  await deliver([stretch(rows(1))], NOON + HOUR);
  expect(await countedTimes(id)).toEqual(times(1));
});
