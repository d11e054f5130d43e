import { describe, expect, test } from 'vitest';
import { daysOf } from '../shared/days';
import type { GapReason } from '../shared/messages';
import type { Conversation } from './ledger';
import { gapsOn } from './week-gaps';

const at = (time: string) => Date.parse(`2026-11-${time.replace(' ', 'T')}:00Z`);
const UTC = [{ from: 0, zone: 'UTC' }];
const WEEK = daysOf('2026-W47'); // 16 to 22 November

type Change = Partial<Pick<Conversation, 'intervals' | 'gaps' | 'pausedAll' | 'brokenSince'>>;

/** "18 paused" for each day of the week of which a part was not seen. */
function told(change: Change, now = at('22 12:00'), seen = {}): string[] {
  const chosen = { intervals: [{ from: at('09 00:00'), to: null }], gaps: [] };
  const chat = { ...chosen, ...change } as Conversation;
  const gaps = gapsOn(chat, WEEK, { zones: UTC, now, installed: at('01 12:00'), ...seen });
  return gaps.map(({ day, reason }) => `${day.slice(-2)} ${reason}`);
}

const gap = (from: string, to: string, reason: 'paused' | 'not-open' | 'broken') => {
  return { from: at(from), to: at(to), reason };
};
const days = (reason: GapReason, ...list: number[]) => list.map((day) => `${day} ${reason}`);

test('a chat that was counted all the time has none', () => {
  expect(told({})).toEqual([]);
});

test('days before Toward came and before the chat was chosen, that day among them, are told', () => {
  const intervals = [{ from: at('20 09:00'), to: null }];
  expect(told({ intervals }, undefined, { installed: at('18 09:00') })).toEqual([
    ...days('not-installed', 16, 17),
    ...days('not-chosen', 18, 19, 20),
  ]);
});

test('days to come are none', () => {
  const intervals = [{ from: at('16 00:00'), to: at('17 00:00') }];
  expect(told({ intervals }, at('18 09:00'))).toEqual(days('not-chosen', 17, 18));
});

describe('a pause', () => {
  test('is told on each of its days, to its end', () => {
    const intervals = [
      { from: at('09 00:00'), to: at('17 20:00') },
      { from: at('19 00:00'), to: null },
    ];
    const gaps = [gap('17 20:00', '19 00:00', 'paused')];
    expect(told({ intervals, gaps })).toEqual(days('paused', 17, 18));
  });

  test('that lasts goes up to now', () => {
    const intervals = [{ from: at('09 00:00'), to: at('20 20:00') }];
    expect(told({ intervals, pausedAll: true })).toEqual(days('paused', 20, 21, 22));
  });

  test('that began before the chat was chosen is no choice yet', () => {
    expect(told({ intervals: [], pausedAll: true }, at('17 09:00'))).toEqual(
      days('not-chosen', 16, 17),
    );
  });
});

test('a chat that was left out is not chosen since', () => {
  const intervals = [{ from: at('09 00:00'), to: at('21 08:00') }];
  expect(told({ intervals })).toEqual(days('not-chosen', 21, 22));
});

test('an erased day is no quiet day', () => {
  const intervals = [
    { from: at('09 00:00'), to: at('18 00:00') },
    { from: at('19 00:00'), to: null },
  ];
  expect(told({ intervals })).toEqual(days('erased', 18));
});

test('a page that cannot be read is told until it can', () => {
  expect(told({ brokenSince: at('21 10:00') })).toEqual(days('broken', 21, 22));
  expect(told({ gaps: [gap('20 10:00', '20 11:00', 'broken')] })).toEqual(days('broken', 20));
});

test('of two reasons on a day the first of the list is told', () => {
  const gaps = [gap('18 08:00', '19 08:00', 'not-open'), gap('19 10:00', '19 11:00', 'paused')];
  expect(told({ gaps })).toEqual(['18 not-open', '19 paused']);
});

test('days are those of the home zone', () => {
  // 23:30 UTC on the 18th is half past midnight of the 19th in Berlin.
  const zones = [{ from: 0, zone: 'Europe/Berlin' }];
  const gaps = [gap('18 23:30', '18 23:45', 'broken')];
  expect(told({ gaps }, undefined, { zones })).toEqual(days('broken', 19));
});
