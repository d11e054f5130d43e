/** What nights, a change of clocks and travel do to signals and rows, by hand. */
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../shared/rows';
import type { LedgerEvent } from '../../shared/types';
import { at, BERLIN, chat, signalInput, told, twentyAnswers, UTC } from './made-up';
import { computeSignals } from './signals';

const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };

describe('nights', () => {
  /** Written at ten in the evening, answered at seven: nine hours, three of ten times. */
  const nights = [3, 6, 9, 12, 15, 18];
  const lines = Array.from({ length: 20 }, (_, i) => i + 1).flatMap((n) => {
    const day = `11-${String(n).padStart(2, '0')}`;
    const next = `11-${String(n + 1).padStart(2, '0')}`;
    if (nights.includes(n)) return [`${day} 22:00 out`, `${next} 07:00 in`];
    return [`${day} 12:00 out`, `${day} 12:30 in`];
  });

  test('belong to the usual time: who sleeps has not gone quiet', () => {
    // 14 answers after half an hour and 6 after nine hours: the 18th of 20 is nine hours.
    const open = [...lines, '11-21 19:00 out', '11-21 22:30 out'];
    const night = { lines: open };
    expect(told({ ...night, now: '11-22 06:00' })).toMatchObject({ rule_o: 0 });
    expect(told({ ...night, now: '11-22 07:29' })).toMatchObject({ rule_o: 0 });
    expect(told({ ...night, now: '11-22 07:31' })).toMatchObject({ rule_o: 1 });
  });

  test('are shorter than an answer’s day: a turn of the evening is answered in the morning', () => {
    const two = ['11-21 23:50 in', '11-22 07:00 out', '11-22 07:10 in'];
    const rows = rowsOf(chat(...two), UTC, DEFINITIONS);
    expect(rows.get('2026-11-21')).toMatchObject({ turns_received_answered: 1 });
  });
});

describe('a change of clocks', () => {
  // Berlin: 25 October 2026 has 25 hours; 00:30 UTC and 01:30 UTC are both half past two.
  test('moves no time that passed: three hours are three hours', () => {
    const answers = twentyAnswers().map((line) => line.replace(/^11-/, '10-'));
    const open = [...answers, '10-24 23:00 out', '10-25 02:00 out'];
    const night = { lines: open, zones: BERLIN };
    // One in the morning and three in the morning by the clock, and three hours apart.
    expect(told({ ...night, now: '10-25 03:31' }).rule_o).toBe(1);
    const near = [...answers, '10-24 23:01 out', '10-25 02:00 out'];
    expect(told({ ...night, lines: near, now: '10-25 03:31' }).rule_o).toBe(0);
  });

  test('leaves the day its own: both half past two are of Sunday, and of its week', () => {
    const rows = rowsOf(chat('10-25 00:30 in', '10-25 01:30 out'), BERLIN, DEFINITIONS);
    expect([...rows.keys()]).toEqual(['2026-10-25']);
    const input = { ...signalInput([], at('10-26 08:00')), rows, zones: BERLIN };
    const meta = { ...input.meta, includedAt: at('09-01 12:00') };
    expect(computeSignals({ ...input, meta }).days_in_touch).toBe(1);
  });

  test('does not make a chat a day older or younger', () => {
    // Chosen on Saturday at eleven in the evening; on Sunday at eleven in the evening, 25 h later.
    const meta = { includedAt: at('10-24 21:00') };
    expect(told({ meta, zones: BERLIN, now: '10-25 22:00' }).chat_age_days).toBe(1);
  });
});

describe('travel', () => {
  /** From New York to Tokyo on the night of Sunday, 15 November: a new day begins there at 15:00. */
  const TRIP = [
    { from: 0, zone: 'America/New_York' },
    { from: at('11-16 05:00'), zone: 'Asia/Tokyo' },
  ];
  // 22:00 on Sunday in New York, and 16:00 on Monday in Tokyo.
  const events: LedgerEvent[] = chat('11-16 03:00 in', '11-16 03:05 out', '11-16 07:00 in');

  test('moves no message to another day or week', () => {
    const rows = rowsOf(events, TRIP, DEFINITIONS);
    expect([...rows.keys()]).toEqual(['2026-11-15', '2026-11-16']);
    const input = { ...signalInput(events, at('11-16 08:00')), rows, zones: TRIP };
    const meta = { ...input.meta, includedAt: at('10-01 12:00') };
    // The finished week ended on Sunday in New York; both wrote on its last day.
    expect(computeSignals({ ...input, meta })).toMatchObject({ days_in_touch: 1, local_hour: 17 });
  });

  test('changes no answer time: five minutes are five minutes', () => {
    const rows = rowsOf(events, TRIP, DEFINITIONS);
    expect(rows.get('2026-11-15')).toMatchObject({
      turns_received: 1,
      turns_received_answered: 1,
      turns_sent: 1,
      turns_sent_answered: 1,
    });
  });
});
