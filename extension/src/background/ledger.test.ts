import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import type { LedgerEvent } from '../shared/types';
import { toBase64Url } from './ids';
import {
  conversationOf,
  eraseConversation,
  eraseLedger,
  eventsOf,
  forgetEventsBefore,
  ledger,
} from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { eventKey, pack, unpack } from './packed';

beforeEach(async () => {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }] });
  await eraseLedger();
});

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64Url);
const time = fc.integer({ min: 0, max: 8e12 });
const event: fc.Arbitrary<LedgerEvent> = fc.record({
  conversation: id,
  key: id,
  source: fc.constantFrom('machine', 'live', 'between'),
  at: time,
  earliest: time,
  latest: time,
  direction: fc.constantFrom(0, 1, 2, 3),
  previous: fc.array(id, { maxLength: 4 }),
  counted: fc.boolean(),
});

describe('an event', () => {
  test('comes out of the ledger as it went in', () => {
    fc.assert(
      fc.property(event, (one) => {
        const stored = structuredClone(pack(one));
        expect(unpack(eventKey(one.conversation, one.key), stored)).toEqual(one);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  test('takes few bytes: two small ids and a handful of numbers', () => {
    const zero = toBase64Url(new Uint8Array(16));
    const one: LedgerEvent = {
      ...{ conversation: zero, key: zero, source: 'machine', direction: 1, counted: true },
      ...{ at: NOON, earliest: NOON, latest: NOON, previous: [zero] },
    };
    expect(eventKey(zero, zero)).toHaveLength(32);
    expect(Object.keys(pack(one)).sort()).toEqual(['a', 'd', 'p', 's']);
    expect(pack(one).p).toHaveLength(16);
  });

  test('belongs to its conversation alone, whatever the bytes of its neighbours', async () => {
    const ids = [0x00, 0x01, 0xff].map((byte) => toBase64Url(new Uint8Array(16).fill(byte)));
    const db = await ledger();
    for (const conversation of ids) {
      for (const key of ids) {
        const one: LedgerEvent = {
          ...{ conversation, key, source: 'machine', direction: 1, counted: true },
          ...{ at: NOON, earliest: NOON, latest: NOON, previous: [] },
        };
        await db.put('events', pack(one), eventKey(conversation, key));
      }
    }
    for (const conversation of ids) {
      expect((await eventsOf(conversation)).map(({ key }) => key)).toEqual(ids);
    }
    await eraseConversation(ids[1] as string);
    expect((await db.getAll('events')).length).toBe(6);
  });
});

describe('forgetting', () => {
  test('lets go of old events, but for the newest of them: a silence must stay known', async () => {
    const chat = await chosen(NOON);
    const rows = [1, 2, 3].map((hours) => sighting(`m${hours}`, 'in', NOON + hours * HOUR));
    await deliver([stretch([...rows, sighting('new', 'out', NOON + 10 * DAY)])], NOON + 10 * DAY);
    await forgetEventsBefore(NOON + 5 * DAY);
    const left = (await eventsOf(chat)).map(({ at }) => at).sort();
    expect(left).toEqual([NOON + 3 * HOUR, NOON + 10 * DAY]);
    expect((await conversationOf(chat))?.forgotten).toBe(NOON + 2 * HOUR);
  });

  test('keeps the whole burst of the newest old event', async () => {
    const chat = await chosen(NOON);
    const rows = [1, 2, 3].map((s) => sighting(`m${s}`, 'in', NOON + s * 1000));
    await deliver([stretch(rows)], NOON + 5000);
    await forgetEventsBefore(NOON + DAY);
    expect(await eventsOf(chat)).toHaveLength(3);
    expect((await conversationOf(chat))?.forgotten).toBeUndefined();
  });

  test('touches nothing young', async () => {
    const chat = await chosen(NOON);
    await deliver([stretch([sighting('a', 'in', NOON + 1)])], NOON + 5);
    await forgetEventsBefore(NOON);
    expect(await eventsOf(chat)).toHaveLength(1);
  });
});
