/**
 * One worked example a signal, each value by hand. Nights, a change of clocks and travel have theirs
 * in signals-times.test.ts.
 * The table is typed by nudges/signals.json, so that a new signal does not come without one.
 */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/days';
import type { SignalName } from '../../shared/nudge';
import type { Day, Row } from '../../shared/types';
import { at, BERLIN, type Given, told, twentyAnswers } from './made-up';

interface Example extends Given {
  so: string;
  is: number;
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

/** Ten days from one on, each alike. */
const tenDays = (from: string, counts: Partial<Row>) =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [addDays(`2026-${from}`, i).slice(5), counts]),
  );
/** Nine weeks of ten turns, three days each: 18 in, and out 1 to 8; in the last one `mine`. */
const talkative = (mine: number) =>
  Object.fromEntries(
    MONDAYS.flatMap((monday, i) =>
      [0, 1, 2].map((day) => [
        addDays(`2026-${monday}`, day).slice(5),
        {
          sent: day > 0 ? 0 : i === 8 ? mine : i + 1,
          received: 6,
          turns_sent: 2,
          turns_received: 2,
        },
      ]),
    ),
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
  own_messages_drift: {
    so: 'from 30 of 60, which is 50 of 100, to 60 of 80, which is 75',
    rows: {
      ...tenDays('09-07', { sent: 3, received: 3 }),
      ...tenDays('10-05', { sent: 6, received: 2 }),
    },
    ...{ meta: CHOSEN, now: '11-02 12:00', is: 25 },
  },
  messages_as_usual: {
    // Of 1 to 8 the 10th percentile is 1.7 and the 90th 7.3; 18 came in each week.
    so: 'seven out lies between 1.7 and 7.3, and as many came in as ever',
    ...{ rows: talkative(7), meta: CHOSEN, now: '11-16 12:00', is: 1 },
  },
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

describe('messages', () => {
  test('are not as usual outside the band of either side', () => {
    const one = { meta: CHOSEN, now: '11-16 12:00' };
    expect(told({ ...one, rows: talkative(8) }).messages_as_usual).toBe(0);
    const more = { ...talkative(7), '11-12': { received: 1 } };
    expect(told({ ...one, rows: more }).messages_as_usual).toBe(0);
  });

  test('are told of from 60 on 10 days in each window, and not from weeks that lie in both', () => {
    const now = tenDays('10-05', { sent: 6, received: 2 });
    const one = { meta: CHOSEN, now: '11-02 12:00' };
    const drift = (rows: Record<Day, Partial<Row>>, when = one) =>
      told({ ...when, rows }).own_messages_drift;
    const then = tenDays('09-07', { sent: 3, received: 3 });
    expect(drift({ ...then, ...now, '09-07': { sent: 3, received: 2 } })).toBeUndefined();
    const nine = { ...then, '09-07': { sent: 9, received: 9 }, '09-16': {} };
    expect(drift({ ...nine, ...now })).toBeUndefined();
    expect(drift({ ...then, ...now }, { ...one, now: '10-26 12:00' })).toBeUndefined();
  });
});
