import { expect, it } from 'vitest';
import { enoughMessages, enoughOpenings } from './enough';
import { row, weekChat } from './sample';

const band = { low: 1, middle: 2, high: 3 };
const usual = { openedByMe: band, openedByThem: band, sent: band, received: band };
const week = (counts: Parameters<typeof row>[0]) => ({ week: '2026-W40', row: row(counts) });

function chat(now: Parameters<typeof row>[0], before: Parameters<typeof row>[0], weeks: number) {
  return weekChat({}, { usual, sums: row(now), trend: Array(weeks).fill(week(before)) });
}

it('speaks of openings with eight in each of two windows of four weeks', () => {
  expect(enoughOpenings(chat({ opened_by_me: 2 }, { opened_by_them: 2 }, 7))).toBe(true);
  expect(enoughOpenings(chat({ opened_by_me: 1 }, { opened_by_them: 2 }, 7))).toBe(false);
  expect(enoughOpenings(chat({ opened_by_me: 8 }, { opened_by_them: 2 }, 6))).toBe(false);
});

it('speaks of messages with sixty in four weeks', () => {
  expect(enoughMessages(chat({ sent: 15 }, { received: 15 }, 3))).toBe(true);
  expect(enoughMessages(chat({ sent: 14 }, { received: 15 }, 12))).toBe(false);
});

it('says nothing without a usual band', () => {
  expect(enoughMessages({ ...chat({ sent: 90 }, {}, 12), usual: null })).toBe(false);
  expect(
    enoughOpenings({ ...chat({ opened_by_me: 9 }, { opened_by_me: 9 }, 12), usual: null }),
  ).toBe(false);
});
