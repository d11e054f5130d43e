import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import { DEFAULT_SETTINGS } from '../shared/storage';
import { adapterOf } from './adapters';
import { include, pauseAll, stateOf, suspend } from './chats';
import { conversationOf, conversations, eraseLedger } from './ledger';
import { choice, chosen, HOUR, NOON, REF } from './made-up-ledger';

let storage: FakeStorage;

beforeEach(async () => {
  storage = installStorage({ zones: [{ from: 0, zone: 'UTC' }] });
  await eraseLedger();
});

const state = (now: number) => stateOf(REF, adapterOf('converse'), now);

function pauseIsOn(): void {
  storage.values.settings = { ...DEFAULT_SETTINGS, pausedUntil: 'open' };
}

describe('choosing a chat', () => {
  test('begins counting now, with a baseline still to come', async () => {
    expect(await state(NOON)).toEqual({ state: 'not-chosen', fresh: false });
    await chosen(NOON);
    expect(await state(NOON)).toEqual({ state: 'counting', fresh: true });
  });

  test('twice at once makes one chat', async () => {
    const [a, b] = await Promise.all([chosen(NOON), chosen(NOON + 5)]);
    expect(a).toBe(b);
    expect(await conversations()).toMatchObject([{ number: 1 }]);
  });

  test('numbers them, and keeps a name only as given', async () => {
    await chosen(NOON);
    const named = { ...choice('kim@example.net'), name: `  ${'K'.repeat(100)} ` };
    const id = await include(named, 'https://chat.example.net', NOON);
    expect(await conversationOf(id)).toMatchObject({ number: 2, name: 'K'.repeat(80) });
  });

  test('to practise with again takes the place of the practice before', async () => {
    const real = await chosen(NOON);
    const practice = (n: number) => {
      const { chat, ...rest } = choice(`practice-${n}`);
      const ref = { ...chat.ref, adapter: 'practice' };
      return { ...rest, chat: { ...chat, ref, practice: true, practiceNow: NOON } };
    };
    await include(practice(1), 'http://127.0.0.1', NOON);
    const second = await include(practice(2), 'http://127.0.0.1', NOON);
    expect((await conversations()).map(({ id }) => id).sort()).toEqual([real, second].sort());
  });

  test('again after it was left out goes on, and the time between is a gap', async () => {
    const id = await chosen(NOON);
    await suspend(id, NOON + HOUR);
    expect((await state(NOON + 2 * HOUR)).state).toBe('not-chosen');
    await chosen(NOON + 3 * HOUR);
    expect(await conversationOf(id)).toMatchObject({
      intervals: [
        { from: NOON, to: NOON + HOUR },
        { from: NOON + 3 * HOUR, to: null },
      ],
      gaps: [{ from: NOON + HOUR, to: NOON + 3 * HOUR, reason: 'paused' }],
      fresh: true,
    });
  });

  test('during a pause begins when the pause ends', async () => {
    pauseIsOn();
    const id = await chosen(NOON);
    expect(await state(NOON + 1)).toEqual({ state: 'paused', fresh: false });
    await pauseAll(false, NOON + HOUR);
    expect((await conversationOf(id))?.intervals).toEqual([{ from: NOON + HOUR, to: null }]);
    expect(await state(NOON + HOUR)).toEqual({ state: 'counting', fresh: true });
  });
});

describe('a pause', () => {
  test('stops every chat and brings back those it stopped', async () => {
    const id = await chosen(NOON);
    await pauseAll(true, NOON + HOUR);
    expect((await state(NOON + HOUR)).state).toBe('paused');
    await pauseAll(false, NOON + 2 * HOUR);
    expect((await conversationOf(id))?.pausedAll).toBe(false);
    expect((await state(NOON + 2 * HOUR)).state).toBe('counting');
  });

  test('does not bring back a chat that was left out before or during it', async () => {
    const kim = await chosen(NOON, 'kim@example.net');
    const id = await chosen(NOON);
    await suspend(kim, NOON + 1);
    await pauseAll(true, NOON + HOUR);
    await suspend(id, NOON + HOUR + 5);
    await pauseAll(false, NOON + 2 * HOUR);
    for (const one of [kim, id])
      expect((await conversationOf(one))?.intervals).not.toContainEqual(
        expect.objectContaining({ to: null }),
      );
  });

  test('set twice ends once', async () => {
    const id = await chosen(NOON);
    await pauseAll(true, NOON + 1);
    await pauseAll(true, NOON + 2);
    await pauseAll(false, NOON + 3);
    expect((await conversationOf(id))?.intervals).toEqual([
      { from: NOON, to: NOON + 1 },
      { from: NOON + 3, to: null },
    ]);
  });
});
