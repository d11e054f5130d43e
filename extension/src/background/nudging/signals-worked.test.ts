/**
 * One worked example a signal, each value by hand: nights, a change of clocks and travel among them.
 * The table is typed by nudges/signals.json, so that a new signal does not come without one.
 */
import { describe, expect, test } from 'vitest';
import type { SignalName } from '../../shared/nudge';
import { emptyRow, rowsOf } from '../../shared/rows';
import type { Day, LedgerEvent, Row, ZoneSpan } from '../../shared/types';
import { at, chat, signalInput, twentyAnswers, UTC } from './made-up';
import { computeSignals, type SignalInput } from './signals';

const BERLIN = [{ from: 0, zone: 'Europe/Berlin' }];
const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };

interface Example {
  so: string;
  lines?: string[];
  rows?: Record<Day, Partial<Row>>;
  felt?: SignalInput['felt'];
  meta?: Partial<SignalInput['meta']>;
  zones?: ZoneSpan[];
  now: string;
  is: number;
}

type Given = Omit<Example, 'so' | 'is'>;

function told({ lines = [], rows = {}, felt = [], meta = {}, zones = UTC, now }: Given) {
  const input = signalInput(chat(...lines), at(now));
  const kept = Object.entries(rows).map(([day, row]) => {
    return [`2026-${day}`, { ...emptyRow(), ...row }] as const;
  });
  const change = { rows: new Map(kept), felt, zones, meta: { ...input.meta, ...meta } };
  return computeSignals({ ...input, ...change });
}

/** The person began on the 20th and came back to the one turn of theirs before. */
const KEPT_UP = ['11-20 09:00 out', '11-20 10:00 in', '11-20 10:30 out', '11-22 08:00 out'];
const NOON = '11-22 12:00';
const CHOSEN = { includedAt: at('09-01 12:00') };
/** Chosen on Tuesday 1 September, whole weeks from Monday the 7th: four that began with 4 and 4. */
const OPENINGS = {
  '09-08': { opened_by_me: 4, opened_by_them: 4 },
  '10-27': { opened_by_me: 9, opened_by_them: 3 },
};
const inWeeks = { rows: OPENINGS, meta: CHOSEN, now: '11-02 12:00' };
/** Sunday 15 November is in the last finished week on the 22nd; the 16th is in the running one. */
const lastWeek = { meta: CHOSEN, now: NOON };
const said = (answer: 'lighter' | 'right' | 'more', time = '11-20 12:00') => ({
  answer,
  at: at(time),
});
/** Mondays of nine weeks up to 9 November: the last is told against the eight before. */
const MONDAYS = ['09-14', '09-21', '09-28', '10-05', '10-12', '10-19', '10-26', '11-02', '11-09'];
const steady = (mine: number) =>
  Object.fromEntries(
    MONDAYS.map((day, i) => [
      day,
      {
        opened_by_me: i === 8 ? mine : i + 1,
        opened_by_them: 2,
        turns_sent: 8,
        turns_received: 2,
      },
    ]),
  );

const EXAMPLES: Record<SignalName, Example> = {
  rule_o: {
    so: 'two turns three hours apart, both older than the 90 minutes that are usual',
    lines: [...twentyAnswers(), '11-22 06:00 out', '11-22 09:00 out'],
    ...{ now: NOON, is: 1 },
  },
  rule_w: {
    so: 'theirs is four hours old in a chat that both keep up',
    lines: [...KEPT_UP, '11-22 08:30 in'],
    ...{ now: '11-22 12:30', is: 1 },
  },
  rule_w_many: {
    so: 'the same with three turns',
    lines: [...KEPT_UP, '11-22 08:30 in', '11-22 08:45 in', '11-22 09:00 in'],
    ...{ now: NOON, is: 1 },
  },
  rest: { so: '21 days since theirs', lines: ['11-01 12:00 in'], now: NOON, is: 1 },
  new_message: {
    so: 'one came a minute after the newest of the last opening',
    lines: ['11-22 09:01 in'],
    meta: { newestAtLastOpening: at('11-22 09:00') },
    ...{ now: NOON, is: 1 },
  },
  waiting_turns: {
    so: 'nine minutes apart are one turn, eleven are two',
    lines: ['11-22 09:00 in', '11-22 09:09 in', '11-22 09:20 in'],
    ...{ now: NOON, is: 2 },
  },
  within_usual_time: {
    so: 'an hour of the usual ninety minutes',
    lines: [...twentyAnswers(), '11-22 11:00 out'],
    ...{ now: NOON, is: 1 },
  },
  own_hello_after_days: {
    so: 'fourteen days and twenty hours are fourteen whole days',
    lines: ['11-07 15:30 in', '11-22 11:30 out'],
    ...{ now: NOON, is: 14 },
  },
  own_openings_4w: { so: 'nine in the last four weeks', ...inWeeks, is: 9 },
  their_openings_4w: { so: 'three in the last four weeks', ...inWeeks, is: 3 },
  own_openings_first: { so: 'four in the first four weeks', ...inWeeks, is: 4 },
  their_openings_first: { so: 'four in the first four weeks', ...inWeeks, is: 4 },
  own_openings_drift: { so: 'from 50 of 100 to 75 of 100', ...inWeeks, is: 25 },
  openings_as_usual: {
    // Of 1 to 8 the 10th percentile is 1.7 and the 90th 7.3.
    so: 'seven lies among 1 to 8, between 1.7 and 7.3',
    ...{ rows: steady(7), meta: CHOSEN, now: '11-16 12:00', is: 1 },
  },
  weeks_counted: {
    so: 'from Monday 7 September to Sunday 15 November are ten weeks',
    ...lastWeek,
    is: 10,
  },
  both_began: {
    so: 'each once, on different days',
    rows: { '11-09': { opened_by_me: 1 }, '11-15': { opened_by_them: 1 } },
    ...{ ...lastWeek, is: 1 },
  },
  both_came_back: {
    so: 'three times each',
    rows: { '11-12': { turns_sent_answered: 3, turns_received_answered: 3 } },
    ...{ ...lastWeek, is: 1 },
  },
  days_in_touch: {
    so: 'a day on which one side wrote alone is none, nor is the running week',
    rows: {
      '11-09': { sent: 1, received: 1 },
      '11-10': { sent: 5 },
      '11-15': { sent: 1, received: 2 },
      '11-16': { sent: 1, received: 1 },
    },
    ...{ ...lastWeek, is: 2 },
  },
  swing_cycles: {
    so: 'sixty messages on ten days, in two lively times with four quiet days between',
    rows: Object.fromEntries(
      [1, 2, 3, 4, 5, 10, 11, 12, 13, 14].map((day) => [
        `11-${String(day).padStart(2, '0')}`,
        { sent: 3, received: 3 },
      ]),
    ),
    ...{ now: NOON, is: 1 },
  },
  chat_age_days: {
    so: 'chosen an hour before midnight, two hours ago',
    meta: { includedAt: at('11-21 23:00') },
    ...{ now: '11-22 01:00', is: 1 },
  },
  local_hour: { so: 'noon in London is one in Berlin', zones: BERLIN, now: NOON, is: 13 },
  felt_lighter: { so: 'the newest answer', felt: [said('lighter')], now: NOON, is: 1 },
  felt_right: { so: 'the newest answer', felt: [said('right')], now: NOON, is: 1 },
  felt_more: { so: 'the newest answer', felt: [said('more')], now: NOON, is: 1 },
  felt_new: { so: 'as was said', meta: { newInLife: true }, now: NOON, is: 1 },
  felt_same_weeks: {
    so: 'twice in one week and once in another are two weeks; another answer is none',
    felt: [
      said('right', '11-05 12:00'),
      said('more', '11-10 12:00'),
      said('right', '11-17 12:00'),
      said('right', '11-20 12:00'),
    ],
    ...{ now: NOON, is: 2 },
  },
};

const ALL = Object.entries(EXAMPLES).map(([name, example]) => ({ name, ...example }));

test.each(ALL)('$name: $so', ({ name, is, ...given }) => {
  expect(told(given)[name as SignalName]).toBe(is);
});

test('openings are not as usual outside the band, and not told from seven weeks', () => {
  const one = { meta: CHOSEN, now: '11-16 12:00' };
  expect(told({ ...one, rows: steady(8) }).openings_as_usual).toBe(0);
  const { '10-05': _, ...seven } = steady(7);
  expect(told({ ...one, rows: seven }).openings_as_usual).toBeUndefined();
});

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
