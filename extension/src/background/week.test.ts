import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../made-up/server';
import { emptyRow } from '../shared/rows';
import type { Row } from '../shared/types';
import { changeConversation } from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, stretch } from './made-up-ledger';
import { connect, optIn } from './server/connect';
import { NOW, URL_OF_SERVER, type World, world } from './server/made-up';
import { join, weekView } from './week';

const row = (change: Partial<Row>): Row => ({ ...emptyRow(), ...change });

describe('joining what two browsers saw', () => {
  const day = '2026-11-22';
  const joined = (here: Row | null, there: Row | null) =>
    join([day], new Map(here ? [[day, here]] : []), there ? { [day]: there } : {});

  test.each([
    ['this one saw more', row({ sent: 3 }), row({ sent: 2 }), 3, false],
    ['both saw the same', row({ sent: 3 }), row({ sent: 3 }), 3, false],
    ['only this one saw it', row({ sent: 3 }), null, 3, false],
    ['only another saw it', null, row({ sent: 4 }), 4, false],
    ['another saw more: at least', row({ sent: 3 }), row({ sent: 4 }), 4, true],
  ])('%s', (_, here, there, sent, atLeast) => {
    expect(joined(here, there)).toEqual({ days: { [day]: row({ sent }) }, atLeast });
  });

  test('a day of zeros is no day', () => {
    expect(joined(row({}), row({}))).toEqual({ days: {}, atLeast: false });
    expect(joined(null, null)).toEqual({ days: {}, atLeast: false });
  });
});

describe('a week', () => {
  let here: World;

  beforeEach(async () => {
    here = await world();
  });

  test('shows local rows without a server', async () => {
    const view = await weekView('2026-W47', false, NOW);
    expect(view).toMatchObject({ week: '2026-W47', today: '2026-11-23', running: false });
    expect(view.source).toBe('local');
    expect(view.chats[0]?.days).toEqual({ '2026-11-22': row({ sent: 1, turns_sent: 1 }) });
    expect(view.chats[0]?.sums.sent).toBe(1);
  });

  test('shows a pause as a gap on each of its days', async () => {
    const gap = { from: NOON + HOUR, to: NOON + DAY, reason: 'paused' as const };
    await changeConversation(here.id, (old) => ({ ...old, gaps: [gap] }));
    const sunday = await weekView('2026-W47', false, NOW);
    const monday = await weekView('2026-W48', false, NOW);
    expect(sunday.chats[0]?.gaps).toEqual([{ day: '2026-11-22', reason: 'paused' }]);
    expect(monday.chats[0]?.gaps).toEqual([{ day: '2026-11-23', reason: 'paused' }]);
  });

  test('tells of how many messages the day is not certain, of those that would count', async () => {
    const plain = (
      key: string,
      direction: 'in' | null,
      seen: number,
      notBefore: number | null,
    ) => ({
      ...{ key, direction, at: null, resolution: 1 },
      ...{ seen, notBefore },
    });
    const chat = await chosen(NOON, 'kim@example.net');
    const tell = (rows: ReturnType<typeof plain>[], now: number, baseline = false) =>
      deliver([stretch(rows)], now, { baseline, conversation: 'kim@example.net' });
    await tell([plain('a', 'in', NOON + 1, null)], NOON + 1, true);
    // Reopened the next morning: both came some time since noon, of one nobody knows from whom.
    const later = NOON + 20 * HOUR;
    await tell([plain('a', 'in', later, null), plain('b', 'in', later, null)], later);
    await tell([plain('b', 'in', later, null), plain('c', null, later, null)], later);
    const undated = async (week: string) =>
      (await weekView(week, false, NOW)).chats.find((one) => one.chat.id === chat)?.undated;
    expect([await undated('2026-W47'), await undated('2026-W48')]).toEqual([0, 1]);
  });

  test.each([
    ['a page of HTML', () => new Response('<p>')],
    ['nobody', () => Promise.reject(new TypeError('refused'))],
    ['a row that is none', () => json(200, weekReply({ sent: -1 } as Row))],
    ['a row with a word', () => json(200, weekReply({ ...row({}), sent: '4' } as never))],
    ['no rows', () => json(200, { week: '2026-W47' })],
  ])('is shown from here when %s answers', async (_, answer) => {
    await connect(URL_OF_SERVER);
    await optIn(3, NOW);
    here.server.next = [answer];
    const view = await weekView('2026-W47', false, NOW);
    expect(view.source).toBe('server-away');
    expect(view.chats[0]?.sums.sent).toBe(1);
  });

  test('is joined with what another browser saw', async () => {
    await connect(URL_OF_SERVER);
    await optIn(3, NOW);
    here.server.next = [() => json(200, weekReply(row({ sent: 7 })))];
    const view = await weekView('2026-W47', false, NOW);
    expect(view.source).toBe('joined');
    expect(view.chats[0]).toMatchObject({ atLeast: true, sums: { sent: 7 } });
    expect(view.chats[0]?.trend).toEqual([{ week: '2026-W46', row: row({ sent: 70 }) }]);
  });

  function weekReply(one: Row): object {
    const trend = [{ week: '2026-W46', ...row({ sent: 70 }) }];
    const chat = { days: { '2026-11-22': one }, sums: one, trend };
    return { week: '2026-W47', conversations: { [here.id]: chat }, totals: one, trend: [] };
  }
});
