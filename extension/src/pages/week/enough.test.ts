import { expect, it } from 'vitest';
import type { Row } from '../../shared/types';
import { enoughMessages, enoughOpenings } from './enough';
import { row, weekChat } from './sample';

const WEEK = '2026-W47';
const band = { low: 1, middle: 2, high: 3 };
const usual = { openedByMe: band, openedByThem: band, sent: band, received: band };

/** The weeks W40 to W46 alike, or those given, and what is shown in W47. */
function chat(now: Partial<Row>, before: Partial<Row>, weeks = [40, 41, 42, 43, 44, 45, 46]) {
  const trend = weeks.map((number) => ({ week: `2026-W${number}`, row: row(before) }));
  return weekChat({}, { usual, sums: row(now), trend, activeDays: 10 });
}

it('speaks of openings with eight in each of two windows of four weeks', () => {
  expect(enoughOpenings(chat({ opened_by_me: 2 }, { opened_by_them: 2 }), WEEK)).toBe(true);
  expect(enoughOpenings(chat({ opened_by_me: 1 }, { opened_by_them: 2 }), WEEK)).toBe(false);
  const short = chat({ opened_by_me: 8 }, { opened_by_them: 2 }, [41, 42, 43, 44, 45, 46]);
  expect(enoughOpenings(short, WEEK)).toBe(false);
});

it('speaks of messages with sixty in four weeks, on ten days', () => {
  const some = chat({ sent: 15 }, { received: 15 });
  expect(enoughMessages(some, WEEK)).toBe(true);
  expect(enoughMessages(chat({ sent: 14 }, { received: 15 }), WEEK)).toBe(false);
  expect(enoughMessages({ ...some, activeDays: 9 }, WEEK)).toBe(false);
});

it('takes weeks of the calendar, also where weeks between held nothing', () => {
  const gone = chat({ sent: 15 }, { received: 15 }, [38, 39, 40, 41, 42, 43]);
  expect(enoughMessages(gone, WEEK)).toBe(false);
  expect(enoughOpenings(chat({ opened_by_me: 8 }, { opened_by_me: 8 }, [38, 39]), WEEK)).toBe(
    false,
  );
});

it('says nothing without a usual band', () => {
  const none = { ...chat({ sent: 90, opened_by_me: 9 }, { opened_by_me: 9 }), usual: null };
  expect(enoughMessages(none, WEEK)).toBe(false);
  expect(enoughOpenings(none, WEEK)).toBe(false);
});
