/** A browser that counted before it joined an account keeps what it has, and counts nothing twice. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../../made-up/chrome';
import { endedAtEachStep } from '../../made-up/steps';
import { load, saveAll } from '../../shared/storage';
import { adapterOf } from '../adapters';
import { addAlias, addOther, isOther } from '../aliases';
import { include, renamed } from '../chats';
import { conversationId, currentSecret, forgetSecret, nameId, oldNameIds } from '../ids';
import { conversationOf, conversations, eraseLedger, eventsOf, ledger } from '../ledger';
import {
  choice,
  chosen,
  countedTimes,
  DAY,
  deliver,
  HOUR,
  NOON,
  REF,
  sighting,
  stretch,
} from '../made-up-ledger';
import { refreshRows, rowsOfConversation } from '../tally';
import { presentId, waitingToJoin } from './find';

const OLD = 'A'.repeat(43);
const NEW = `B${'A'.repeat(42)}`;
const { service } = adapterOf(REF.adapter);
let storage: FakeStorage;
let before: string;

const rows = (...hours: number[]) =>
  hours.map((h) => sighting(`m${h}`, h % 2 === 0 ? 'in' : 'out', NOON + h * HOUR));
const times = (...hours: number[]) => hours.map((h) => NOON + h * HOUR);

/** What joining does to the ids: the account's secret from now on, the old one kept. */
async function takeOver(secret: string): Promise<void> {
  const old = { secret: await currentSecret(), ids: (await conversations()).map(({ id }) => id) };
  await saveAll({ secret, oldSecrets: [...(await load('oldSecrets')), old] });
  forgetSecret();
}

async function counted(): Promise<void> {
  storage = installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: OLD });
  forgetSecret();
  await eraseLedger();
  before = await chosen(NOON);
  await deliver([stretch(rows(1, 2, 13))], NOON + DAY);
  await refreshRows(NOON + DAY);
}

beforeEach(async () => {
  await counted();
  await takeOver(NEW);
});

const names = ['events', 'conversations', 'rows', 'shown', 'notes'] as const;

async function everything(): Promise<unknown> {
  const db = await ledger();
  return structuredClone(await Promise.all(names.map((name) => db.getAll(name))));
}

describe('a chat that is seen again', () => {
  test('has the account’s id and all that it had', async () => {
    const [chat] = await conversations();
    const events = await eventsOf(before);
    const kept = await rowsOfConversation(before);
    const id = await conversationId(service, REF);
    expect(id).not.toBe(before);
    expect(await conversations()).toEqual([
      { ...chat, id, former: { ids: [before], secret: 0 }, changes: (chat?.changes ?? 0) + 1 },
    ]);
    expect(await eventsOf(id)).toEqual(events.map((event) => ({ ...event, conversation: id })));
    expect(await eventsOf(before)).toEqual([]);
    expect(await rowsOfConversation(id)).toEqual(
      kept.map((row) => ({ ...row, conversation: id, uploaded: 0 })),
    );
    expect(await rowsOfConversation(before)).toEqual([]);
    expect(await waitingToJoin()).toEqual(new Set());
    expect([await presentId(before), await presentId(id)]).toEqual([id, id]);
  });

  test('has the id that any browser of the account gives it', async () => {
    const id = await conversationId(service, REF);
    storage.values = { secret: NEW, zones: [{ from: 0, zone: 'UTC' }] };
    forgetSecret();
    expect(await nameId(service, REF)).toBe(id);
  });

  test('counts none of its messages twice, and goes on', async () => {
    await deliver([stretch(rows(1, 2, 13, 14))], NOON + DAY);
    const id = await conversationId(service, REF);
    expect(await countedTimes(id)).toEqual(times(1, 2, 13, 14));
    await refreshRows(NOON + DAY);
    const made = (await rowsOfConversation(id)).map(({ day, row }) => [
      day,
      row.sent,
      row.received,
    ]);
    expect(made).toEqual([
      ['2026-11-22', 1, 1],
      ['2026-11-23', 1, 1],
    ]);
  });

  test('connects with its list where there are no times', async () => {
    const seen = NOON + 15 * HOUR;
    const untimed = (key: string, notBefore: number | null) => {
      const row = sighting(key, 'in', seen);
      return { ...row, at: null, resolution: 0, notBefore };
    };
    storage.values = { ...storage.values, secret: OLD, oldSecrets: [] };
    forgetSecret();
    await deliver([stretch([untimed('a', null)])], seen, { baseline: true });
    await takeOver(NEW);
    // Row a is an anchor: what follows it came since.
    await deliver([stretch([untimed('b', seen - 500)], ['a'])], seen);
    const id = await conversationId(service, REF);
    expect(await countedTimes(id)).toEqual(times(1, 2, 13, 15));
  });

  test('keeps the cards that were shown in it', async () => {
    const card = { id: 'c', nudge: 'n', concept: 'x', weight: 'light', moment: 'opened' } as const;
    const shown = { ...card, at: NOON, answer: null, answeredAt: null };
    await (await ledger()).put('shown', { ...shown, conversation: before });
    await (await ledger()).put('shown', { ...shown, id: 'd', conversation: null });
    const id = await conversationId(service, REF);
    const all = await (await ledger()).getAll('shown');
    expect(all.map(({ conversation }) => conversation)).toEqual([id, null]);
  });

  test('is not chosen anew when it is included again', async () => {
    const id = await include(choice(), 'https://chat.example.net', NOON + DAY);
    expect((await conversations()).map((chat) => chat.id)).toEqual([id]);
    expect((await conversationOf(id))?.former?.ids).toEqual([before]);
  });

  test('twice at once is moved once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => conversationId(service, REF)));
    expect(new Set(all).size).toBe(1);
    expect(await conversations()).toHaveLength(1);
    expect(await countedTimes(all[0] as string)).toEqual(times(1, 2, 13));
  });
});

test('a chat that was not seen yet waits, as it is', async () => {
  const kim = await chosen(NOON, 'kim@example.net');
  expect(await waitingToJoin()).toEqual(new Set([before]));
  await deliver([stretch(rows(1))], NOON + DAY, { conversation: 'kim@example.net' });
  expect(await countedTimes(before)).toEqual(times(1, 2, 13));
  expect(await countedTimes(kim)).toEqual(times(1));
});

test('a delivery that was on its way when the chat moved is booked under the new id', async () => {
  storage.values = { ...storage.values, secret: OLD, oldSecrets: [] };
  forgetSecret();
  const get = storage.get.bind(storage);
  let asked = false;
  // The first delivery knows the old id already when the browser joins and another look moves it.
  storage.get = async (name) => {
    const found = await get(name);
    if (name !== 'oldSecrets' || asked) return found;
    asked = true;
    await takeOver(NEW);
    await conversationId(service, REF);
    return found;
  };
  await deliver([stretch(rows(1, 2, 13, 14))], NOON + DAY);
  expect(asked).toBe(true);
  const id = await nameId(service, REF);
  expect(await countedTimes(id)).toEqual(times(1, 2, 13, 14));
  expect((await conversations()).map((chat) => chat.id)).toEqual([id]);
});

test('a worker ended between any two steps has everything once, before or after', async () => {
  const old = await everything();
  await conversationId(service, REF);
  const moved = await everything();
  const ended = await endedAtEachStep(
    async () => {
      await counted();
      await takeOver(NEW);
    },
    () => conversationId(service, REF),
    async () => {
      forgetSecret();
      expect([old, moved]).toContainEqual(await everything());
      await conversationId(service, REF);
      expect(await everything()).toEqual(moved);
    },
  );
  expect(ended).toBeGreaterThan(15);
});

describe('names that changed', () => {
  const called = (conversation: string) => ({ ...REF, conversation });

  test('before joining lead to the chat under each of them', async () => {
    storage.values = { ...storage.values, secret: OLD, oldSecrets: [] };
    forgetSecret();
    await addAlias(await nameId(service, called('Robin B.')), before);
    await takeOver(NEW);
    const id = await conversationId(service, called('Robin B.'));
    expect(id).toBe(await nameId(service, called('Robin B.')));
    expect(await conversationId(service, REF)).toBe(id);
    expect(await countedTimes(id)).toEqual(times(1, 2, 13));
  });

  test('after joining, told by the person, move it to the new name', async () => {
    await renamed({ ...choice('Robin B.').chat }, before);
    const id = await conversationId(service, called('Robin B.'));
    expect(id).toBe(await nameId(service, called('Robin B.')));
    expect(await conversationId(service, called('Robin B.'))).toBe(id);
    expect(await countedTimes(id)).toEqual(times(1, 2, 13));
  });

  test('of another chat, said before joining, are not asked about again', async () => {
    const [old] = await oldNameIds(service, called('Kim'));
    await addOther(old as string);
    expect(await isOther(await nameId(service, called('Kim')), old as string)).toBe(true);
  });
});

describe('joining more than once', () => {
  const THIRD = `C${'A'.repeat(42)}`;

  test('moves it again, and its list still connects', async () => {
    const second = await conversationId(service, REF);
    await takeOver(THIRD);
    await deliver([stretch(rows(1, 2, 13, 14))], NOON + DAY);
    const third = await conversationId(service, REF);
    expect((await conversationOf(third))?.former).toEqual({ ids: [before, second], secret: 0 });
    expect(await countedTimes(third)).toEqual(times(1, 2, 13, 14));
    expect(await conversations()).toHaveLength(1);
  });

  test('before it was seen, moves it from the first id', async () => {
    await takeOver(THIRD);
    await deliver([stretch(rows(1, 2, 13, 14))], NOON + DAY);
    const third = await conversationId(service, REF);
    expect((await conversationOf(third))?.former).toEqual({ ids: [before], secret: 0 });
    expect(await countedTimes(third)).toEqual(times(1, 2, 13, 14));
  });
});

test('a chat that another browser erased meanwhile goes when its id is known', async () => {
  const account = { id: 'a', device: 2, token: 't', consent: 3, erasures: 1 };
  await saveAll({ account: { ...account, gone: [await nameId(service, REF)] } });
  const id = await conversationId(service, REF);
  expect(await conversations()).toEqual([]);
  expect(await eventsOf(before)).toEqual([]);
  expect(await eventsOf(id)).toEqual([]);
  expect(await rowsOfConversation(before)).toEqual([]);
});
