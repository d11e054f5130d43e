import { describe, expect, test } from 'vitest';
import { emptyRow } from '../shared/rows';
import type { Row } from '../shared/types';
import { join, joinTrend } from './week-join';

const row = (change: Partial<Row>): Row => ({ ...emptyRow(), ...change });

describe('joining what two browsers saw of a day', () => {
  const day = '2026-11-22';
  const joined = (here: Row | null, there: Row | null) =>
    join([day], new Map(here ? [[day, here]] : []), there ? { [day]: there } : {});

  test.each([
    ['this one saw more', row({ sent: 3 }), row({ sent: 2 }), 3, false],
    ['both saw the same', row({ sent: 3 }), row({ sent: 3 }), 3, false],
    ['only this one saw it', row({ sent: 3 }), null, 3, false],
    ['only another saw it', null, row({ sent: 4 }), 4, false],
    ['this one saw none of it', row({}), row({ sent: 4 }), 4, false],
    ['another saw more: at least', row({ sent: 3 }), row({ sent: 4 }), 4, true],
  ])('%s', (_, here, there, sent, atLeast) => {
    expect(joined(here, there)).toEqual({ days: { [day]: row({ sent }) }, atLeast });
  });

  test('another saw less in all and more of one side: each saw a part', () => {
    const here = row({ sent: 1, received: 5 });
    const there = row({ sent: 3, received: 2 });
    expect(joined(here, there)).toEqual({ days: { [day]: here }, atLeast: true });
  });

  test('openings that are told differently are no message more', () => {
    const here = row({ sent: 3, opened_by_me: 1 });
    expect(joined(here, row({ sent: 3, opened_by_me: 2 })).atLeast).toBe(false);
  });

  test('other browsers saw different parts, whichever saw most', () => {
    const local = new Map([[day, row({ sent: 3 })]]);
    const served = { [day]: row({ sent: 3 }) };
    expect(join([day], local, served, [day]).atLeast).toBe(true);
    expect(join([day], new Map(), served, [day]).atLeast).toBe(true);
    expect(join([day], local, served, ['2026-11-21']).atLeast).toBe(false);
  });

  test('a day of zeros is no day', () => {
    expect(joined(row({}), row({}))).toEqual({ days: {}, atLeast: false });
    expect(joined(null, null)).toEqual({ days: {}, atLeast: false });
  });
});

test('of each of the twelve weeks before the fuller sum is taken, and empty ones are left out', () => {
  const local = new Map([
    ['2026-11-09', row({ sent: 4 })],
    ['2026-11-15', row({ received: 5 })],
    ['2026-11-02', row({ sent: 2 })],
    // A week earlier than twelve, and the week itself.
    ['2026-08-23', row({ sent: 50 })],
    ['2026-11-16', row({ sent: 60 })],
  ]);
  const served = [
    { week: '2026-W35', ...row({ sent: 7 }) },
    { week: '2026-W45', ...row({ sent: 3 }) },
    { week: '2026-W46', ...row({ sent: 8 }) },
  ];
  expect(joinTrend('2026-W47', local, served)).toEqual([
    { week: '2026-W35', row: row({ sent: 7 }) },
    { week: '2026-W45', row: row({ sent: 3 }), atLeast: true },
    // Nine messages here, and eight of one side there: each saw a part.
    { week: '2026-W46', row: row({ sent: 4, received: 5 }), atLeast: true },
  ]);
});
