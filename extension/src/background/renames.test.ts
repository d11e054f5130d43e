import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import type { Sighting } from '../shared/messages';
import type { Kind } from '../shared/types';
import { adapterOf } from './adapters';
import { addAlias, forgetNames } from './aliases';
import { include, renamed, stateOf, suspend } from './chats';
import { exportLocal } from './export';
import { pageHandlers } from './handlers/pages';
import { conversationId, nameId } from './ids';
import { takeIn } from './intake';
import { conversations, eraseConversation, eraseLedger } from './ledger';
import { countedTimes, DAY, HOUR, NOON, REF, sighting, stretch } from './made-up-ledger';
import { earlierNames, isMissing, longestSilence } from './renames';

const WHATSAPP = adapterOf('whatsapp');
const SITE = 'https://web.whatsapp.com';
let storage: FakeStorage;

beforeEach(async () => {
  storage = installStorage({ zones: [{ from: 0, zone: 'UTC' }] });
  await eraseLedger();
});

const ref = (conversation: string) => ({ ...REF, adapter: 'whatsapp', conversation });
const open = (name: string, kind: Kind = 'unknown') => ({
  ...{ ref: ref(name), kind, label: name, practice: false, byTitle: true, practiceNow: null },
});
const choose = (name: string, at = NOON, kind: Kind = 'one') =>
  include({ chat: open(name, kind), name, bond: null, kind }, SITE, at);

/** Its list was seen at these hours after noon, each time with one message more; then now. */
async function seen(name: string, ...hours: number[]): Promise<void> {
  const row = (h: number): Sighting => {
    const at = NOON + h * HOUR;
    return { ...sighting(`${h}`, 'in', at), at: null, notBefore: at - 1, seen: at };
  };
  for (const [i, h] of hours.entries()) {
    const delivery = { ref: ref(name), stretches: [stretch(hours.slice(0, i + 1).map(row))] };
    await takeIn({ ...delivery, baseline: i === 0 }, WHATSAPP, NOON + h * HOUR);
  }
}

const earlier = (name: string, hours: number, kind?: Kind, ids: string[] = []) =>
  earlierNames(open(name, kind), new Set(ids), NOON + hours * HOUR);

describe('a silence', () => {
  test('is the longest between two messages, in whatever order they are', () => {
    expect(longestSilence([])).toBe(0);
    expect(longestSilence([5])).toBe(0);
    expect(longestSilence([40, 10, 11])).toBe(29);
  });

  test('is odd when it is longer than a day and than all before', () => {
    expect(isMissing(NOON, [], NOON + DAY)).toBe(false);
    expect(isMissing(NOON, [], NOON + DAY + 1)).toBe(true);
    const weekly = [NOON - 14 * DAY, NOON - 7 * DAY, NOON];
    expect(isMissing(NOON, weekly, NOON + 7 * DAY)).toBe(false);
    expect(isMissing(NOON, weekly, NOON + 7 * DAY + 1)).toBe(true);
  });

  test('is none where the clock was set back', () => {
    expect(isMissing(NOON + 9 * DAY, [], NOON)).toBe(false);
  });
});

describe('an open chat without an id', () => {
  test('may be the chosen one that is missing', async () => {
    const id = await choose('Ana');
    await seen('Ana', 1, 2);
    expect(await earlier('Ana Maria', 26)).toEqual({ ask: false, chats: [id] });
    expect(await earlier('Ana Maria', 27)).toEqual({ ask: true, chats: [id] });
  });

  test('is asked about a chat with rare messages only after a longer silence', async () => {
    const id = await choose('Ana');
    await seen('Ana', 1, 73);
    expect(await earlier('Ana Maria', 73 + 72)).toEqual({ ask: false, chats: [id] });
    expect(await earlier('Ana Maria', 73 + 73)).toEqual({ ask: true, chats: [id] });
  });

  test('is asked first about the one seen last', async () => {
    const ana = await choose('Ana');
    const kim = await choose('Kim');
    await seen('Ana', 3);
    await seen('Kim', 5);
    expect(await earlier('Ana Maria', 60)).toEqual({ ask: true, chats: [kim, ana] });
  });

  test('is no chat that is open, stopped, or of another kind', async () => {
    const ana = await choose('Ana');
    const group = await choose('Choir', NOON, 'group');
    await suspend(await choose('Kim'), NOON + 1);
    expect(await earlier('Ana Maria', 60, 'one')).toEqual({ ask: true, chats: [ana] });
    expect(await earlier('Singers', 60, 'group')).toEqual({ ask: true, chats: [group] });
    expect((await earlier('Ana Maria', 60, 'one', [ana])).chats).toEqual([]);
  });

  test('is never a chat of an app that shows ids, nor is such a chat asked about', async () => {
    const other = { ...open('kim@example.net'), ref: REF, byTitle: false };
    await include({ chat: other, name: null, bond: null, kind: 'one' }, SITE, NOON);
    expect((await earlier('Ana Maria', 60)).chats).toEqual([]);
    const id = await choose('Ana');
    expect((await earlierNames(other, new Set([id]), NOON + 9 * DAY)).chats).toEqual([]);
  });

  test('said to be another is not asked about again, and can still be picked', async () => {
    const id = await choose('Ana');
    await renamed(open('Zoe'), null);
    expect(await earlier('Zoe', 60)).toEqual({ ask: false, chats: [id] });
    expect((await earlier('Ana Maria', 60)).ask).toBe(true);
  });
});

describe('a new name', () => {
  test('leads to the chat, and its list goes on where it was', async () => {
    const id = await choose('Ana');
    await seen('Ana', 1, 2, 3);
    await renamed(open('Ana Maria'), id);
    expect(await conversationId('whatsapp', ref('Ana Maria'))).toBe(id);
    expect(await stateOf(ref('Ana Maria'), WHATSAPP, NOON + DAY)).toMatchObject({
      state: 'counting',
      fresh: false,
    });
    const before = await countedTimes(id);
    const rows = [1, 2, 3, 4].map((h) => ({
      ...sighting(`${h}`, 'in', NOON + h * HOUR),
      ...{ at: null, notBefore: NOON + 3 * HOUR, seen: NOON + 5 * HOUR },
    }));
    const delivery = { ref: ref('Ana Maria'), stretches: [stretch(rows)], baseline: false };
    await takeIn(delivery, WHATSAPP, NOON + 5 * HOUR);
    expect((await countedTimes(id)).length).toBe(before.length + 1);
    expect(await conversations()).toHaveLength(1);
  });

  test('is kept as hashes only', async () => {
    const id = await choose('Ana');
    await renamed(open('Ana Maria'), id);
    await renamed(open('Zoe'), null);
    const { aliases, others } = storage.values;
    const kept = JSON.stringify([aliases, others]);
    expect(kept).toMatch(/^\[\{"[\w-]{22}":"[\w-]{22}"\},\["[\w-]{22}"\]\]$/);
    expect(JSON.stringify(await exportLocal(NOON))).not.toContain('Maria');
  });

  test('of a chat that is chosen by itself, or of none, is refused', async () => {
    const id = await choose('Ana');
    await choose('Kim');
    await expect(renamed(open('Kim'), id)).rejects.toThrow('chosen already');
    await expect(renamed(open('Zoe'), 'A'.repeat(22))).rejects.toThrow('not here any more');
    expect(storage.values.aliases ?? {}).toEqual({});
  });

  test('two at once are both kept', async () => {
    await Promise.all([addAlias('a', 'x'), addAlias('b', 'x'), addAlias('c', 'y')]);
    expect(storage.values.aliases).toEqual({ a: 'x', b: 'x', c: 'y' });
  });

  test('of an erased chat is a chat of its own', async () => {
    const id = await choose('Ana');
    await renamed(open('Ana Maria'), id);
    await eraseConversation(id);
    const own = await choose('Ana Maria');
    expect(own).toBe(await nameId('whatsapp', ref('Ana Maria')));
    expect(storage.values.aliases).toEqual({});
  });
});

test('erasing a chat forgets its names, and only its', async () => {
  Object.assign(chrome, {
    permissions: { contains: async () => true },
    management: { getSelf: async () => ({ installType: 'normal' }) },
    runtime: { getManifest: () => ({ version: '0.1.0' }) },
  });
  const ana = await choose('Ana');
  const kim = await choose('Kim');
  await renamed(open('Ana Maria'), ana);
  await renamed(open('Kimberly'), kim);
  await pageHandlers['page:exclude']({ id: ana, erase: true });
  expect(Object.values(storage.values.aliases as object)).toEqual([kim]);
  await forgetNames(kim);
  expect(storage.values.aliases).toEqual({});
});
