/** One chat that is seen in several ways: by two adapters, in two tabs, after a server's restart. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import type { NamedAdapter, Sighting } from '../shared/messages';
import type { ConversationId } from '../shared/types';
import { adapterOf } from './adapters';
import { stateOf } from './chats';
import { forgetSecret } from './ids';
import { takeIn } from './intake';
import { conversationOf, eraseLedger, eventsOf } from './ledger';
import {
  chosen,
  countedTimes,
  deliver,
  HOUR,
  NOON,
  REF,
  sighting,
  stretch,
} from './made-up-ledger';

const SECOND = 1000;
let id: ConversationId;

beforeEach(async () => {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }] });
  forgetSecret();
  await eraseLedger();
  id = await chosen(NOON);
});

const rows = (...minutes: number[]) =>
  minutes.map((m) => sighting(`m${m}`, m % 2 === 0 ? 'out' : 'in', NOON + m * 60_000));
const times = (...minutes: number[]) => minutes.map((m) => NOON + m * 60_000);
const plain = (key: string, seen: number, notBefore: number | null = null): Sighting => ({
  ...{ key, direction: 'in', at: null, resolution: 1 },
  ...{ notBefore, seen },
});

describe('two adapters of one service', () => {
  const one = adapterOf(REF.adapter);
  const other: NamedAdapter = { ...one, id: 'other-client' };
  const through = (adapter: NamedAdapter, list: Sighting[], above: string[] = []) =>
    takeIn(
      {
        ref: { ...REF, adapter: adapter.id },
        stretches: [stretch(list, above)],
        baseline: false,
      },
      adapter,
      NOON + HOUR,
    );

  test('count what both show once, and share the choice', async () => {
    await deliver([stretch(rows(-1))], NOON + 100, { baseline: true });
    await through(one, rows(1, 2));
    await through(other, rows(-1, 1, 2, 3));
    await through(one, rows(3, 4), ['m2']);
    expect(await countedTimes(id)).toEqual(times(1, 2, 3, 4));
    const found = await stateOf({ ...REF, adapter: other.id }, other, NOON + HOUR);
    expect(found).toEqual({ state: 'counting', fresh: false });
  });

  test('of which only one shows times agree on the better one', async () => {
    await deliver([stretch(rows(-1))], NOON + 100, { baseline: true });
    await through(other, [plain('m1', NOON + 61 * SECOND, NOON + 60 * SECOND)], ['m-1']);
    await through(one, rows(-1, 1));
    await through(other, [plain('m-1', NOON + HOUR), plain('m1', NOON + HOUR)]);
    expect(await countedTimes(id)).toEqual(times(1));
    expect((await eventsOf(id)).find(({ counted }) => counted)?.source).toBe('machine');
  });

  test('of another service are another chat, though all the names are the same', async () => {
    await through({ ...other, service: 'elsewhere' }, rows(1, 2));
    expect(await eventsOf(id)).toEqual([]);
  });
});

describe('keys of time, direction and ordinal', () => {
  /** As they are made where ids live only as long as a server: `12:00:01`, in, its second one. */
  const ordinal = (second: number, way: 'in' | 'out', nth: number): Sighting => ({
    ...sighting(`${NOON + second * SECOND}|${way}|${nth}`, way, NOON + second * SECOND),
    resolution: SECOND,
  });

  test('after a restart tell nothing new, however much of the list is shown', async () => {
    const list = [ordinal(5, 'in', 0), ordinal(5, 'in', 1), ordinal(5, 'out', 0)];
    await deliver([stretch(list)], NOON + 10 * SECOND, { baseline: true });
    const before = { chat: await conversationOf(id), events: await eventsOf(id) };
    await deliver([stretch(list)], NOON + HOUR);
    await deliver([stretch(list.slice(1))], NOON + HOUR);
    expect(await eventsOf(id)).toEqual(before.events);
    expect((await conversationOf(id))?.changes).toBe(before.chat?.changes);
    expect(await countedTimes(id)).toHaveLength(3);
  });
});

describe('two tabs', () => {
  const minute = 60 * SECOND;
  const seen = (m: number) => NOON + m * minute;
  const came = (key: string, m: number) => plain(key, seen(m), seen(m) - 500);

  test('with times, one scrolled up and one at the end, count each message once', async () => {
    await deliver([stretch(rows(-9, -8))], NOON + 100, { baseline: true });
    await deliver([stretch(rows(1, 2), ['m-9', 'm-8'])], seen(3));
    await deliver([stretch(rows(-30, -29, -9))], seen(4));
    await deliver([stretch(rows(3, 4), ['m2'])], seen(5));
    await deliver([stretch(rows(-8, 1), ['m-9'])], seen(6));
    await deliver([stretch(rows(5), ['m4'])], seen(7));
    await deliver([stretch(rows(2, 3, 4, 5), ['m1'])], seen(8));
    expect(await countedTimes(id)).toEqual(times(1, 2, 3, 4, 5));
  });

  test('without times count each message once, dated as the first of them saw it', async () => {
    const start = [plain('a', NOON + 100), plain('b', NOON + 100)];
    await deliver([stretch(start)], NOON + 100, { baseline: true });
    await deliver([stretch([came('c', 1)], ['a', 'b'])], seen(1));
    await deliver([stretch([...start, plain('c', seen(2))])], seen(2));
    await deliver([stretch([came('d', 3)], ['b', 'c'])], seen(3));
    await deliver([stretch([came('d', 4), came('e', 4)], ['b', 'c'])], seen(4));
    // Scrolled up, the second shows what was there before.
    await deliver([stretch([plain('y', seen(5)), plain('z', seen(5))], [], ['a', 'b'])], seen(5));
    await deliver([stretch([came('e', 6)], ['c', 'd'])], seen(6));
    expect(await countedTimes(id)).toEqual([seen(1), seen(3), seen(4)]);
  });
});

describe('a clock', () => {
  const day = 24 * HOUR;

  test('that ran a year ahead leaves no look behind that nobody took', async () => {
    await deliver([stretch([plain('a', NOON + 100)])], NOON + 100, { baseline: true });
    const ahead = NOON + 365 * day;
    await deliver([stretch([plain('b', ahead, ahead - 500)], ['a'])], ahead);
    expect((await conversationOf(id))?.lastSeen).toBe(ahead);
    await deliver([stretch([plain('c', NOON + HOUR, NOON + HOUR - 500)], ['b'])], NOON + HOUR);
    expect((await conversationOf(id))?.lastSeen).toBe(NOON + HOUR);
    // While the tab was closed: its day is known, since the last look is.
    await deliver(
      [stretch([plain('c', NOON + HOUR), plain('d', NOON + 2 * HOUR)])],
      NOON + 2 * HOUR,
    );
    const last = (await eventsOf(id)).find(({ at }) => at === NOON + 2 * HOUR);
    expect(last).toMatchObject({ source: 'between', earliest: NOON + HOUR, counted: true });
  });
});
