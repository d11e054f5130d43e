import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { LedgerEvent } from '../shared/types';
import { fromBase64Url, toBase64Url } from './base64url';
import { eventsOf, ledger } from './ledger';

const id = (byte: number) => toBase64Url(new Uint8Array(16).fill(byte));
const pair = (a: number, b: number) =>
  Uint8Array.of(...fromBase64Url(id(a)), ...fromBase64Url(id(b)));

const event: LedgerEvent = {
  ...{ conversation: id(1), key: id(7), source: 'machine', direction: 1, counted: true },
  ...{ at: 5000, earliest: 5000, latest: 5000, previous: [] },
};

async function asVersion1Left(): Promise<void> {
  const db = await openDB('toward', 1, {
    upgrade(made) {
      made.createObjectStore('events');
      made.createObjectStore('conversations', { keyPath: 'id' });
    },
  });
  await db.put('events', { s: 0, a: 5000, d: 1 }, pair(1, 7));
  await db.put('events', { s: 1, a: 6000, e: -9, d: 2, p: pair(7, 8) }, pair(1, 9));
  await db.put('events', { s: 2, a: 7000, l: 999, d: 3, u: 1 }, pair(2, 7));
  await db.put('conversations', { id: id(1), changes: 4 });
  db.close();
}

test('a ledger of the first version keeps all that it holds', async () => {
  await asVersion1Left();
  const live = { source: 'live', at: 6000, earliest: 5991, latest: 6000 } as const;
  expect(await eventsOf(id(1))).toEqual([
    event,
    { ...event, ...live, key: id(9), direction: 2, previous: [id(7), id(8)] },
  ]);
  const between = { source: 'between', at: 7000, earliest: 7000, latest: 7999 } as const;
  expect(await eventsOf(id(2))).toEqual([
    { ...event, ...between, conversation: id(2), direction: 3, counted: false },
  ]);
  expect(await (await ledger()).get('conversations', id(1))).toMatchObject({ changes: 4 });
});
