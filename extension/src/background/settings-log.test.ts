import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { load, loadSettings } from '../shared/storage';
import { eraseChat } from './erase';
import { changeConversation, eraseLedger } from './ledger';
import { chosen, NOON } from './made-up-ledger';
import { answerCard } from './nudging/cards';
import { logged, noteChange } from './settings-log';
import { LOGGED } from './settings-log-words';

beforeEach(async () => {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: 'A'.repeat(43) });
  await eraseLedger();
});

const words = async () => (await load('log')).map((entry) => entry.words);
const OK = { ok: true as const };

describe('a change', () => {
  test('is in the log with its time, once it is done', async () => {
    const handlers = logged({ 'page:consent': async (_: unknown) => words() });
    expect(await handlers['page:consent']({ to: 'count', given: true })).toEqual([]);
    expect(await load('log')).toEqual([
      { at: expect.any(Number), words: 'Count in the chats I choose: on' },
    ]);
  });

  test('that failed is not, and neither is what changes nothing', async () => {
    const handlers = logged({
      'page:opt-in': async (_: unknown) => ({ ok: false, problem: 'Away.' }),
      'page:take-off': async (_: unknown): Promise<typeof OK> => {
        throw new Error('No.');
      },
      'page:state': async (_: unknown) => OK,
    });
    await handlers['page:opt-in']({ consent: 3 });
    await expect(handlers['page:take-off']({ device: 2 })).rejects.toThrow('No.');
    await handlers['page:state']({});
    expect(await words()).toEqual([]);
  });

  test('that the server could not be told of is: a withdrawal holds at once', async () => {
    const withdraw = { 'page:withdraw': async (_: unknown) => ({ ok: false, problem: 'Away.' }) };
    await logged(withdraw)['page:withdraw']({});
    expect(await words()).toEqual([]);
    installStorage({ account: { id: 'a', device: 1, token: 't', consent: 3, erasures: 0 } });
    await logged(withdraw)['page:withdraw']({});
    expect(await words()).toEqual(['Keep my weeks on the server: off']);
  });

  test('of a chat names it by its number, also when it is gone by then', async () => {
    const id = await chosen(NOON);
    await changeConversation(id, (old) => ({ ...old, name: 'Robin' }));
    const handlers = logged({
      'page:chat': async (_: unknown) => OK,
      'page:exclude': async (_: unknown) => eraseChat(id),
    });
    await handlers['page:chat']({ id, change: { name: 'Robin B.', bond: 'friend' } });
    await handlers['page:exclude']({ id, erase: true });
    expect(await words()).toEqual([
      'Chat 1: its name was changed',
      'Chat 1: who it is was changed',
      'Chat 1 is not counted any more, and was erased',
    ]);
    expect(JSON.stringify(await load('log'))).not.toMatch(new RegExp(`Robin|${id}`));
  });

  test('of settings says which, and what of a list', async () => {
    const handlers = logged({ 'page:settings': async (_: unknown) => OK });
    const change = {
      ...{ discreet: true, wholeSites: ['https://chat.example'], language: 'de' as const },
      definitions: { openingHours: 8, turnMinutes: 5 },
    };
    await handlers['page:settings']({ change });
    expect(await words()).toEqual([
      'Discreet mode: on',
      'Count every chat between two people, https://chat.example: on',
      'Language: de',
      'How it counts: an opening after 8 hours, a turn within 5 minutes',
    ]);
  });
});

test('the answer to a card that asks for consent is a change, wherever it was given', async () => {
  await answerCard('a-card', 'stop', NOON);
  await answerCard('a-card', 'helpful', NOON);
  expect(await words()).toEqual(['Show small thoughts: off']);
});

test('the last 500 are kept, also of those that come at once', async () => {
  await Promise.all(Array.from({ length: 510 }, (_, n) => noteChange(`change ${n}`)));
  const log = await words();
  expect([log.length, log[0], log.at(-1)]).toEqual([500, 'change 10', 'change 509']);
});

test('a passphrase, a code or a note never comes into it', async () => {
  const chats = [{ id: 'x', number: 1, practice: false }];
  const before = { settings: await loadSettings(), chats, account: null };
  const told = [
    ...(LOGGED['page:backup']?.({ passphrase: 'secret words' }, before) ?? []),
    ...(LOGGED['page:join']?.({ code: 'SECRETCODE', consent: 3 }, before) ?? []),
    ...(LOGGED['page:restore']?.({ file: 'secret', passphrase: 'secret', replace: true }, before) ??
      []),
  ].join();
  expect(told).not.toMatch(/secret/i);
  expect(LOGGED['page:note']).toBeNull();
});
