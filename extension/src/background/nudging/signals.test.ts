import { describe, expect, test } from 'vitest';
import definitions from '../../../../nudges/signals.json';
import { addDays } from '../../shared/days';
import { emptyRow } from '../../shared/rows';
import type { Row } from '../../shared/types';
import { at, chat, signalInput, twentyAnswers, UTC } from './made-up';
import { computeSignals, thoughtSignals } from './signals';

function rows(entries: Record<string, Partial<Row>>): Map<string, Row> {
  return new Map(
    Object.entries(entries).map(([day, row]) => [`2026-${day}`, { ...emptyRow(), ...row }]),
  );
}

function weekly(entries: Record<string, Partial<Row>>, included: string, now: string) {
  const input = signalInput([], at(now));
  const meta = { ...input.meta, includedAt: at(included) };
  return computeSignals({ ...input, rows: rows(entries), meta });
}

function ofChat(lines: string[], now: string, meta: object = {}) {
  const input = signalInput(chat(...lines), at(now));
  return computeSignals({ ...input, meta: { ...input.meta, ...meta } });
}

describe('how it feels', () => {
  const felt = [
    { answer: 'more', at: at('10-20 12:00') },
    { answer: 'lighter', at: at('10-21 12:00') },
    { answer: 'lighter', at: at('10-30 12:00') },
    { answer: 'lighter', at: at('11-01 12:00') },
  ] as const;

  test('is the newest answer, for 28 days, with the weeks in which it was the same', () => {
    const told = computeSignals({ ...signalInput([], at('11-29 12:00')), felt });
    expect(told).toMatchObject({ felt_lighter: 1, felt_right: 0, felt_more: 0 });
    // 21 October lies in week 43; 30 October and Sunday 1 November both lie in week 44.
    expect(told.felt_same_weeks).toBe(2);
  });

  test('cannot be told after 28 days', () => {
    const told = computeSignals({ ...signalInput([], at('11-29 12:01')), felt });
    expect(told.felt_lighter).toBeUndefined();
    expect(told.felt_same_weeks).toBeUndefined();
  });
});

describe('weeks', () => {
  // Chosen on Tuesday 1 September: the first whole week begins on Monday the 7th.
  const included = '09-01 12:00';

  test('are counted when they are whole and finished', () => {
    expect(weekly({}, included, '09-13 12:00').weeks_counted).toBe(0);
    expect(weekly({}, included, '09-14 12:00').weeks_counted).toBe(1);
    expect(weekly({}, '09-07 12:00', '09-14 12:00').weeks_counted).toBe(1);
  });

  test('tell of the last finished one who began, who came back, and the days in touch', () => {
    const told = weekly(
      {
        '09-13': { sent: 9, received: 9, opened_by_them: 9 },
        '09-14': { sent: 2, received: 1, opened_by_me: 1, turns_sent_answered: 2 },
        '09-16': { sent: 2, turns_sent_answered: 1 },
        '09-20': { sent: 1, received: 3, opened_by_them: 1, turns_received_answered: 3 },
        '09-21': { sent: 9, received: 9 },
      },
      included,
      '09-21 12:00',
    );
    expect(told).toMatchObject({ both_began: 1, both_came_back: 1, days_in_touch: 2 });
  });

  test('tell the change in who opens against the first four, in openings of 100', () => {
    const then = { '09-08': { opened_by_me: 4, opened_by_them: 4 } };
    const now = { '10-27': { opened_by_me: 9, opened_by_them: 3 } };
    const told = weekly({ ...then, ...now }, included, '11-02 12:00');
    expect(told).toMatchObject({ own_openings_4w: 9, their_openings_4w: 3 });
    expect(told).toMatchObject({ own_openings_first: 4, their_openings_first: 4 });
    expect(told.own_openings_drift).toBe(25);
  });

  test('tell no change from fewer than 8 openings, nor from weeks that lie in both', () => {
    const then = { '09-08': { opened_by_me: 4, opened_by_them: 4 } };
    const few = { '10-27': { opened_by_me: 6, opened_by_them: 1 } };
    expect(weekly({ ...then, ...few }, included, '11-02 12:00').own_openings_drift).toBeUndefined();
    const soon = { '10-20': { opened_by_me: 9, opened_by_them: 3 } };
    const seventh = weekly({ ...then, ...soon }, included, '10-26 12:00');
    expect(seventh.weeks_counted).toBe(7);
    expect(seventh.own_openings_drift).toBeUndefined();
  });
});

describe('lively and quiet by turns', () => {
  const busy = { sent: 6, received: 6 };
  const days = {
    ...{ '11-01': busy, '11-02': busy, '11-03': busy, '11-04': busy },
    ...{ '11-08': busy, '11-09': busy, '11-10': busy },
    ...{ '11-15': busy, '11-16': busy, '11-17': busy },
  };

  test('is counted in rounds: three lively times with quiet days between are two', () => {
    expect(weekly(days, '10-01 12:00', '11-18 12:00').swing_cycles).toBe(2);
  });

  test('two quiet days are no quiet spell', () => {
    const bridged = { ...days, '11-06': { sent: 1 } };
    expect(weekly(bridged, '10-01 12:00', '11-18 12:00').swing_cycles).toBe(1);
  });

  test('a day that nobody saw is not known to be quiet', () => {
    const gaps = [{ from: at('11-06 09:00'), to: at('11-06 10:00') }];
    const input = { ...signalInput([], at('11-18 12:00')), rows: rows(days), gaps };
    expect(computeSignals(input).swing_cycles).toBe(1);
  });

  test('cannot be told from fewer than ten days', () => {
    const { '11-17': _, ...nine } = days;
    expect(weekly(nine, '10-01 12:00', '11-18 12:00').swing_cycles).toBeUndefined();
  });
});

describe('in a chat', () => {
  test('an own hello knows the quiet days before it, for an hour', () => {
    const lines = ['11-01 09:00 in', '11-16 10:00 out'];
    expect(ofChat(lines, '11-16 10:30').own_hello_after_days).toBe(15);
    expect(ofChat(lines, '11-16 11:01').own_hello_after_days).toBeUndefined();
  });

  test('a hello of theirs is none of yours', () => {
    const lines = ['11-01 09:00 in', '11-16 10:00 in'];
    expect(ofChat(lines, '11-16 10:30').own_hello_after_days).toBeUndefined();
  });

  test('quiet is within the usual time from half an hour up to that time', () => {
    const lines = [...twentyAnswers(), '11-22 09:00 out'];
    expect(ofChat(lines, '11-22 09:29').within_usual_time).toBe(0);
    expect(ofChat(lines, '11-22 09:30').within_usual_time).toBe(1);
    expect(ofChat(lines, '11-22 10:29').within_usual_time).toBe(1);
    expect(ofChat(lines, '11-22 10:30').within_usual_time).toBe(0);
    expect(ofChat(lines.slice(2), '11-22 09:30').within_usual_time).toBeUndefined();
  });

  test('a message is new when it came after the newest one of the last opening', () => {
    const meta = { newestAtLastOpening: at('11-22 09:00') };
    expect(ofChat(['11-22 09:00 in'], '11-22 10:00', meta).new_message).toBe(0);
    expect(ofChat(['11-22 09:01 in'], '11-22 10:00', meta).new_message).toBe(1);
  });

  test('hour and age follow the home time zone through a change of clocks', () => {
    // Berlin turns its clocks back on 25 October 2026, 03:00: on the evening before, 22:30 UTC is
    // half past midnight there, a day later it is half past eleven.
    const zones = [{ from: 0, zone: 'Europe/Berlin' }];
    const before = { ...signalInput([], at('10-24 22:30')), zones };
    expect(computeSignals(before).local_hour).toBe(0.5);
    const after = { ...signalInput([], at('10-25 22:30')), zones };
    expect(computeSignals(after).local_hour).toBe(23.5);
    expect(computeSignals(after).chat_age_days).toBe(24);
  });
});

describe('a thought for today', () => {
  const chatThat = (answer: 'lighter' | 'more', time: string, change = {}) => ({
    felt: [{ answer, at: at(time) }],
    newInLife: false,
    kind: 'one' as const,
    includedAt: at('10-01 12:00'),
    resting: false,
    ...change,
  });

  test('follows the newest answer of any chat', () => {
    const chats = [chatThat('lighter', '11-20 12:00'), chatThat('more', '11-21 12:00')];
    expect(thoughtSignals(chats, at('11-22 12:00'), UTC)).toMatchObject({
      felt_lighter: 0,
      felt_more: 1,
      local_hour: 12,
    });
  });

  test('leaves out groups, resting chats and the first 14 days', () => {
    const chats = [
      chatThat('more', '11-20 12:00', { kind: 'group' }),
      chatThat('more', '11-20 12:00', { resting: true }),
      chatThat('more', '11-20 12:00', { includedAt: at('11-09 12:00') }),
    ];
    expect(thoughtSignals(chats, at('11-22 12:00'), UTC).felt_more).toBeUndefined();
    expect(thoughtSignals(chats, at('11-23 12:00'), UTC).felt_more).toBe(1);
  });
});

test('the file and the code name the same signals', () => {
  const full = {
    ...signalInput(chat(...twentyAnswers(), '11-22 09:00 out'), at('11-22 09:30')),
    felt: [{ answer: 'right' as const, at: at('11-21 12:00') }],
    rows: rows({
      '09-08': { opened_by_me: 4, opened_by_them: 4 },
      ...Object.fromEntries(
        ['09-09', '09-16', '09-23', '09-30', '10-07', '10-14', '10-21', '10-28'].map((day) => [
          day,
          { turns_sent: 5, turns_received: 5 },
        ]),
      ),
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, i) => [
          `11-${10 + i}`,
          { sent: 3, received: 3, opened_by_me: 2 },
        ]),
      ),
    }),
    meta: { ...signalInput([], 0).meta, includedAt: at('09-01 12:00') },
  };
  const hello = computeSignals(
    signalInput(chat('11-01 09:00 in', '11-02 09:00 out'), at('11-02 09:30')),
  );
  const lively = Array.from({ length: 80 }, (_, i) => [
    addDays('2026-09-07', i),
    { ...emptyRow(), sent: 3, received: 3 },
  ]) as [string, Row][];
  const kept = new Map([...lively, ...full.rows]);
  const told = [full, { ...full, rows: kept }].flatMap((one) => Object.keys(computeSignals(one)));
  const names = new Set([...told, ...Object.keys(hello)]);
  expect([...names].sort()).toEqual(Object.keys(definitions).sort());
});
