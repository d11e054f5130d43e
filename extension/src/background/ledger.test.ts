import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import type { LedgerEvent } from '../shared/types';
import { toBase64Url } from './base64url';
import {
  conversationOf,
  eraseConversation,
  eraseLedger,
  eventsOf,
  forgetEventsBefore,
  ledger,
} from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { blockKey, blockOf, eventIn, eventsIn, NO_EVENTS, withEvent } from './packed';

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
  test('comes out of the ledger as it went in, whatever else is in its block', () => {
    const events = fc.uniqueArray(event, { selector: ({ key }) => key, maxLength: 6 });
    fc.assert(
      fc.property(events, id, (list, chat) => {
        const own = list.map((one) => ({ ...one, conversation: chat }));
        const block = structuredClone(own.reduce(withEvent, NO_EVENTS));
        expect(eventsIn(block, chat)).toEqual(own);
        for (const one of own) expect(eventIn(block, chat, one.key)).toEqual(one);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  test('takes the place of the one before it of its key, and no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 3, maxLength: 3 }),
        event,
        event,
        (keys, a, b) => {
          const [first, second, third] = keys.map((key) => ({ ...a, key })) as LedgerEvent[];
          const changed = { ...b, conversation: a.conversation, key: keys[1] as string };
          const block = [first, second, third, changed].reduce(
            (before, one) => withEvent(before, one as LedgerEvent),
            NO_EVENTS,
          );
          expect(eventsIn(block, a.conversation)).toEqual([first, changed, third]);
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  });

  test('takes few bytes: two small ids and a time', () => {
    const zero = toBase64Url(new Uint8Array(16));
    const one: LedgerEvent = {
      ...{ conversation: zero, key: zero, source: 'machine', direction: 1, counted: true },
      ...{ at: NOON, earliest: NOON, latest: NOON, previous: [zero] },
    };
    expect(withEvent(NO_EVENTS, one)).toHaveLength(16 + 1 + 1 + 8 + 16);
    expect(withEvent(NO_EVENTS, { ...one, latest: NOON + 999 })).toHaveLength(50);
    expect(blockKey(zero, 255)).toHaveLength(17);
  });

  test('is in the block of the first byte of its key', () => {
    const firstByte = (byte: number) => toBase64Url(new Uint8Array(16).fill(byte));
    expect([0x00, 0x03, 0x04, 0xff].map((byte) => blockOf(firstByte(byte)))).toEqual([
      0, 3, 4, 255,
    ]);
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
        const block = blockKey(conversation, blockOf(key));
        await db.put('events', withEvent((await db.get('events', block)) ?? NO_EVENTS, one), block);
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
