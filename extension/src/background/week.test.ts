import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../made-up/server';
import { emptyRow } from '../shared/rows';
import type { Row } from '../shared/types';
import { changeConversation } from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, stretch } from './made-up-ledger';
import { connect, optIn } from './server/connect';
import { NOW, URL_OF_SERVER, type World, world } from './server/made-up';
import { weekView } from './week';

const row = (change: Partial<Row>): Row => ({ ...emptyRow(), ...change });

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

  test('that is running comes with the finished one, of which no rows are told twice', async () => {
    const view = await weekView(null, false, NOW);
    expect(view).toMatchObject({ week: '2026-W48', running: true });
    expect(view.chats[0]?.sums.sent).toBe(1);
    expect(view.chats[0]?.trend.map(({ week }) => week)).toEqual(['2026-W47']);
    const { openedTimesToday } = view;
    expect(view.finished).toEqual({
      ...(await weekView('2026-W47', false, NOW)),
      openedTimesToday,
    });
    expect(view.finished?.finished).toBeUndefined();
  });

  test('names what was not seen: before the chat was chosen, and a pause', async () => {
    const gap = { from: NOON + 13 * HOUR, to: NOON + DAY, reason: 'paused' as const };
    await changeConversation(here.id, (old) => ({ ...old, gaps: [gap] }));
    const sunday = await weekView('2026-W47', false, NOW);
    const monday = await weekView('2026-W48', false, NOW);
    const days = ['16', '17', '18', '19', '20', '21', '22'];
    expect(sunday.chats[0]?.gaps).toEqual(
      days.map((day) => ({ day: `2026-11-${day}`, reason: 'not-chosen' })),
    );
    expect(monday.chats[0]?.gaps).toEqual([{ day: '2026-11-23', reason: 'paused' }]);
    expect(monday.chats[0]?.trendGaps.at(-1)).toEqual({ week: '2026-W47', reason: 'not-chosen' });
    expect(monday.chats[0]?.trendGaps).toHaveLength(12);
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

  test('has no gap where another browser was there, and this one not', async () => {
    await connect(URL_OF_SERVER);
    await optIn(3, NOW);
    const reply = weekReply(row({ sent: 7 }), '2026-11-20');
    here.server.next = [() => json(200, reply)];
    const gaps = (await weekView('2026-W47', false, NOW)).chats[0]?.gaps;
    expect(gaps?.map(({ day }) => day.slice(-2))).toEqual(['16', '17', '18', '19', '21', '22']);
  });

  function weekReply(one: Row, day = '2026-11-22'): object {
    const trend = [{ week: '2026-W46', ...row({ sent: 70 }) }];
    const chat = { days: { [day]: one }, sums: one, trend };
    return { week: '2026-W47', conversations: { [here.id]: chat }, totals: one, trend: [] };
  }
});
