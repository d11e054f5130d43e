/** A browser that joined an account, and what was erased before and after. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { endedAtEachStep } from '../../made-up/steps';
import type { ConversationId } from '../../shared/types';
import { adapterOf } from '../adapters';
import { eraseChat, eraseDay } from '../erase';
import { conversationId, forgetSecret, nameId } from '../ids';
import { conversationOf, conversations } from '../ledger';
import {
  chosen,
  countedTimes,
  deliver,
  HOUR,
  NOON,
  REF,
  sighting,
  stretch,
} from '../made-up-ledger';
import { refreshRows } from '../tally';
import { connect } from './connect';
import {
  ACCOUNTS,
  everything,
  NOW,
  offeredBy,
  say,
  URL_OF_SERVER,
  type World,
  world,
} from './made-up';
import { join } from './pairing';
import { synchronise } from './upload';

const { service } = adapterOf(REF.adapter);
let here: World;

const account = () => here.storage.values.account as Record<string, unknown>;

beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
});

test('a worker ended between any two steps of joining has joined, or has not', async () => {
  let code = '';
  let before: unknown;
  const ended = await endedAtEachStep(
    async () => {
      here = await world();
      await connect(URL_OF_SERVER);
      await refreshRows(NOW);
      code = await offeredBy(here);
      before = await everything(here);
    },
    async () => {
      const answer = await join(code, 3, NOW);
      if (!answer.ok) throw new Error('The worker was ended.');
      await conversationId(service, REF);
      await synchronise(NOW);
    },
    async () => {
      forgetSecret();
      const { account: joined, secret } = here.storage.values;
      if (!joined) {
        expect(await everything(here)).toEqual(before);
        // What was claimed is used up: a new code is needed.
        expect(await join(await offeredBy(here), 3, NOW)).toEqual({ ok: true });
      } else expect(secret).toBe(ACCOUNTS.secret);
      const id = await conversationId(service, REF);
      await synchronise(NOW);
      expect(await conversations()).toHaveLength(1);
      expect(await countedTimes(id)).toEqual([NOON + HOUR, NOON + 13 * HOUR]);
      const sent = Object.values(here.server.sent);
      expect(sent).toEqual([1, 1]);
    },
  );
  expect(ended).toBeGreaterThan(80);
});

describe('what another browser erased', () => {
  let code: string;

  beforeEach(async () => {
    code = await offeredBy(here, { ...ACCOUNTS, zones: [{ from: 0, zone: 'UTC' }] });
  });

  test('before this one joined stays here, and is never sent', async () => {
    here.server.erase({ day: '2026-11-22' });
    await join(code, 3, NOW);
    const id = await conversationId(service, REF);
    await synchronise(NOW);
    expect(await countedTimes(id)).toEqual([NOON + HOUR, NOON + 13 * HOUR]);
    expect(here.server.sent).toEqual({ [`2026-11-23 ${id} 2`]: 1 });
    await say(2);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({ [`2026-11-23 ${id} 2`]: 1 });
  });

  test('before this one joined is never sent, though more is erased before it was told', async () => {
    here.server.erase({ day: '2026-11-22' });
    const { set } = here.storage;
    // The worker ends right after the first telling was kept.
    here.storage.set = async (values) => {
      await set.call(here.storage, values);
      if ((values.account as { before?: object } | null)?.before) {
        here.storage.set = () => Promise.reject(new Error('Ended.'));
      }
    };
    await join(code, 3, NOW).catch(() => {});
    here.storage.set = set;
    expect(account()).toHaveProperty('before');
    here.server.erase({ day: '2026-11-21' });
    const id = await conversationId(service, REF);
    await synchronise(NOW);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({ [`2026-11-23 ${id} 2`]: 1 });
  });

  test('of a whole chat before that likewise; what comes later is sent', async () => {
    const { secret } = ACCOUNTS;
    const id = await idUnder(secret);
    here.server.erase({ conversation: id });
    await join(code, 3, NOW);
    expect(await conversationId(service, REF)).toBe(id);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({});
    await say(40);
    await synchronise(NOW + 24 * HOUR);
    expect(here.server.sent).toEqual({ [`2026-11-24 ${id} 2`]: 1 });
  });

  test('since then goes here, too: a chat that has its new id', async () => {
    await join(code, 3, NOW);
    const id = await conversationId(service, REF);
    await synchronise(NOW);
    here.server.erase({ conversation: id });
    await say(14);
    await synchronise(NOW);
    expect(await conversationOf(id)).toBeUndefined();
    expect(here.server.sent).toEqual({});
  });

  test('since then goes here, too: a chat that waits for its id', async () => {
    const id = await idUnder(ACCOUNTS.secret);
    const kim = await chosen(NOON, 'kim@example.net');
    await join(code, 3, NOW);
    here.server.erase({ conversation: id });
    // Something has to be sent for the server to tell.
    const other = await conversationId(service, { ...REF, conversation: 'kim@example.net' });
    expect(other).not.toBe(kim);
    await sayIn('kim@example.net');
    await synchronise(NOW);
    expect(await conversationOf(here.id)).toBeDefined();
    expect(await conversationId(service, REF)).toBe(id);
    expect((await conversations()).map((chat) => chat.id)).toEqual([other]);
    await synchronise(NOW);
    expect(Object.keys(here.server.sent).filter((key) => key.includes(id))).toEqual([]);
  });

  test('is not brought back by what this one erases', async () => {
    await join(code, 3, NOW);
    const id = await conversationId(service, REF);
    await synchronise(NOW);
    here.server.erase({ day: '2026-11-23' });
    await eraseDay('2026-11-22', NOW);
    await say(15);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({});
    await eraseChat(id);
    await synchronise(NOW);
    expect(account()).toMatchObject({ erasures: 3, ownErasures: [2, 3] });
  });
});

async function idUnder(secret: string): Promise<ConversationId> {
  const kept = here.storage.values.secret;
  here.storage.values.secret = secret;
  forgetSecret();
  const id = await nameId(service, REF);
  here.storage.values.secret = kept;
  forgetSecret();
  return id;
}

async function sayIn(conversation: string): Promise<void> {
  await deliver([stretch([sighting('k', 'out', NOON + HOUR)])], NOW, { conversation });
}
