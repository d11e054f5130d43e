import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import type { ConversationId } from '../shared/types';
import { contentHandlers } from './handlers/content';
import { conversationOf, eraseLedger, eventsOf } from './ledger';
import { chosen, countedTimes, DAY, HOUR, NOON, REF, sighting, stretch } from './made-up-ledger';
import { onAlarm } from './plan';
import { refreshRows, rowsOfConversation } from './tally';
import { weekView } from './week';

const SITE = 'https://chat.example.net';
const SENDER = { id: 'toward', url: `${SITE}/`, tab: { id: 7 } } as chrome.runtime.MessageSender;
const UPKEEP = { name: 'upkeep', scheduledTime: 0, persistAcrossSessions: true };

let storage: FakeStorage;
let id: ConversationId;

beforeEach(async () => {
  storage = installStorage({
    zones: [{ from: 0, zone: 'UTC' }],
    settings: { countConsent: true },
    sites: [SITE],
  });
  Object.assign(chrome, {
    permissions: { contains: async () => true },
    management: { getSelf: async () => ({ installType: 'normal' }) },
  });
  await eraseLedger();
  id = await chosen(NOON);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Messages of mine so many hours after noon, as the page tells of them. */
function tell(...hours: number[]): Promise<unknown> {
  const rows = hours.map((h) => sighting(`m${h}`, 'out', NOON + h * HOUR));
  const delivery = { ref: REF, stretches: [stretch(rows)], baseline: true, practiceNow: null };
  return contentHandlers['content:rows'](delivery, SENDER);
}

const times = (...hours: number[]) => hours.map((h) => NOON + h * HOUR);

const failing = (name: string) => Promise.reject(new DOMException('No room.', name)) as never;

/** The write itself fails, or the browser ends the transaction after it was done. */
const WAYS = {
  'at a write': () => failing('QuotaExceededError'),
  'at the end of a transaction': (write: () => IDBRequest) => {
    const request = write();
    const tx = request.transaction as IDBTransaction & { _abort(name: string): void };
    request.addEventListener('success', () => tx._abort('QuotaExceededError'));
    return request;
  },
};

/** From the given write on there is no room. */
function full(way: (write: () => IDBRequest) => IDBRequest, from = 1): void {
  let writes = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    const write = () => put.apply(this, args);
    return (++writes >= from ? way(write) : write()) as IDBRequest<IDBValidKey>;
  });
}

describe.each(Object.entries(WAYS))('without room, told %s', (_, way) => {
  test('what was counted stays, it is said, and the page tells it again until there is', async () => {
    await tell(1);
    const before = { chat: await conversationOf(id), events: await eventsOf(id) };
    for (const from of [1, 2]) {
      full(way, from);
      await expect(tell(1, 2)).rejects.toMatchObject({ name: 'QuotaExceededError' });
      vi.restoreAllMocks();
      expect({ chat: await conversationOf(id), events: await eventsOf(id) }).toEqual(before);
      expect(storage.values.storageFull).toBe(true);
    }
    await tell(1, 2);
    expect(await countedTimes(id)).toEqual(times(1, 2));
    expect(storage.values.storageFull).toBe(false);
  });

  test('rows stay as they are and are made later; pages show what there is', async () => {
    await tell(1);
    await refreshRows(NOON + DAY);
    const before = await rowsOfConversation(id);
    await tell(1, 2, 13);
    full(way);
    await expect(refreshRows(NOON + DAY)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(storage.values.storageFull).toBe(true);
    expect(await rowsOfConversation(id)).toEqual(before);
    const view = await weekView('2026-W47', false, NOON + DAY);
    expect(view.chats[0]?.sums.sent).toBe(1);
    vi.restoreAllMocks();
    await refreshRows(NOON + DAY);
    expect((await rowsOfConversation(id)).map(({ row }) => row.sent)).toEqual([2, 1]);
    expect(storage.values.storageFull).toBe(false);
  });

  test('the hourly upkeep goes on', async () => {
    await tell(1);
    full(way);
    await onAlarm(UPKEEP);
    expect(storage.values.storageFull).toBe(true);
    expect(await countedTimes(id)).toEqual(times(1));
  });
});

test('any other failure is none of it', async () => {
  full(() => failing('UnknownError'));
  await expect(tell(1)).rejects.toMatchObject({ name: 'UnknownError' });
  expect(storage.values.storageFull ?? false).toBe(false);
});
