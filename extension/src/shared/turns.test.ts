import { describe, expect, test } from 'vitest';
import { inOrder, turnsOf } from './turns';
import type { Definitions, LedgerEvent } from './types';

const DEFAULTS: Definitions = { openingHours: 6, turnMinutes: 10 };
const NOON = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One message; `below`: the key seen right above it. */
function event(
  key: string,
  at: number,
  way: 'out' | 'in' | '?' | 'both',
  below: string | null,
  change: Partial<LedgerEvent> = {},
): LedgerEvent {
  const direction = ({ out: 1, in: 2, both: 3, '?': 0 } as const)[way];
  const previous = below ? [below] : [];
  const base = { conversation: 'c', key, source: 'machine', at, earliest: at, latest: at } as const;
  return { ...base, direction, previous, counted: true, ...change };
}

/** A chat whose messages each stand below the one before: `[after ms, way]`. */
function chat(...steps: [number, 'out' | 'in' | '?' | 'both'][]): LedgerEvent[] {
  let at = NOON;
  return steps.map(([after, way], i) => {
    at += after;
    return event(`k${i}`, at, way, i > 0 ? `k${i - 1}` : null);
  });
}

function told(events: LedgerEvent[], definitions = DEFAULTS): string[] {
  return turnsOf(events, definitions).map(({ direction, messages, opening, answeredAt }) =>
    [direction, messages, opening ? 'opening' : '', answeredAt === null ? '' : 'answered']
      .filter((word) => word !== '')
      .join(' '),
  );
}

describe('a turn', () => {
  test('goes on over a pause of exactly ten minutes', () => {
    expect(told(chat([0, 'out'], [10 * MINUTE, 'out']))).toEqual(['out 2']);
  });

  test('ends a millisecond later', () => {
    expect(told(chat([0, 'out'], [10 * MINUTE + 1, 'out']))).toEqual(['out 1', 'out 1']);
  });

  test('is measured from the message before, not from its beginning', () => {
    const steps = Array.from({ length: 4 }, () => [9 * MINUTE, 'in'] as [number, 'in']);
    expect(told(chat(...steps))).toEqual(['in 4']);
  });

  test('ends with the other side', () => {
    expect(told(chat([0, 'out'], [1, 'in'], [1, 'out']))).toEqual([
      'out 1 answered',
      'in 1 answered',
      'out 1',
    ]);
  });

  test('is broken by an unknown direction, which keeps its place', () => {
    expect(told(chat([0, 'out'], [MINUTE, '?'], [MINUTE, 'out']))).toEqual(['out 1', 'out 1']);
  });

  test('is broken by a contradictory direction', () => {
    expect(told(chat([0, 'in'], [MINUTE, 'both'], [MINUTE, 'in']))).toEqual(['in 1', 'in 1']);
  });

  test('takes the pause that the person set', () => {
    const events = chat([0, 'out'], [59 * MINUTE, 'out'], [61 * MINUTE, 'out']);
    expect(told(events, { openingHours: 6, turnMinutes: 60 })).toEqual(['out 2', 'out 1']);
  });

  test('leaves out what is timed only between two looks', () => {
    const [first, second, third] = chat([0, 'out'], [MINUTE, 'in'], [MINUTE, 'out']);
    const between = { ...(second as LedgerEvent), source: 'between' as const };
    expect(told([first as LedgerEvent, between, third as LedgerEvent])).toEqual(['out 2']);
  });
});

describe('answered', () => {
  test('within exactly 24 hours of the last message of the turn', () => {
    expect(told(chat([0, 'out'], [5 * MINUTE, 'out'], [DAY, 'in']))[0]).toBe('out 2 answered');
  });

  test('not a millisecond later', () => {
    expect(told(chat([0, 'out'], [DAY + 1, 'in']))[0]).toBe('out 1');
  });

  test('the next turn answers every turn before it that ended within 24 hours', () => {
    // Ends 30 h, 20 h and 1 h before the answer.
    const events = chat([0, 'out'], [10 * HOUR, 'out'], [19 * HOUR, 'out'], [HOUR, 'in']);
    expect(told(events)).toEqual([
      'out 1',
      'out 1 opening answered',
      'out 1 opening answered',
      'in 1',
    ]);
  });

  test('only the next turn of the other side counts', () => {
    const events = chat([0, 'out'], [DAY + 1, 'in'], [1 * HOUR, 'in']);
    expect(told(events)).toEqual(['out 1', 'in 1 opening', 'in 1']);
  });

  test('a message of unknown direction answers nothing', () => {
    expect(told(chat([0, 'out'], [HOUR, '?']))).toEqual(['out 1']);
  });
});

describe('an opening', () => {
  test('comes after exactly six hours of known silence', () => {
    expect(told(chat([0, 'out'], [6 * HOUR, 'in']))[1]).toBe('in 1 opening');
  });

  test('not a millisecond before', () => {
    expect(told(chat([0, 'out'], [6 * HOUR - 1, 'in']))[1]).toBe('in 1');
  });

  test('is never the very first message', () => {
    expect(told(chat([0, 'in']))).toEqual(['in 1']);
  });

  test('may follow the uncounted newest row of the baseline', () => {
    const [first, second] = chat([0, 'in'], [7 * HOUR, 'out']) as [LedgerEvent, LedgerEvent];
    expect(told([{ ...first, counted: false }, second])).toEqual(['out 1 opening']);
  });

  test('is not told after a gap: nobody saw what stood above', () => {
    const events = [event('a', NOON, 'in', null), event('b', NOON + 7 * HOUR, 'out', null)];
    expect(told(events)).toEqual(['in 1 answered', 'out 1']);
  });

  test('is not told when it stood below a message that nobody counted', () => {
    const events = [event('a', NOON, 'in', null), event('b', NOON + 7 * HOUR, 'out', 'unseen')];
    expect(told(events)).toEqual(['in 1 answered', 'out 1']);
  });

  test('a link into the same burst will do: its order may be shuffled by the app', () => {
    const events = [
      event('a', NOON, 'in', null),
      event('b', NOON + 999, 'in', 'a'),
      event('c', NOON + 7 * HOUR, 'out', 'a'),
    ];
    expect(told(events)[1]).toBe('out 1 opening');
  });

  test('an unknown message ends the silence, and nobody opened', () => {
    const events = chat([0, 'out'], [7 * HOUR, '?'], [MINUTE, 'in']);
    expect(told(events)).toEqual(['out 1 answered', 'in 1']);
  });

  test('needs the silence that the person set', () => {
    const events = chat([0, 'out'], [HOUR, 'in']);
    expect(told(events, { openingHours: 1, turnMinutes: 10 })[1]).toBe('in 1 opening');
  });
});

describe('order', () => {
  const keys = (events: LedgerEvent[]) => inOrder(events).map(({ key }) => key);

  test('is by time, whatever came in first', () => {
    const events = [
      event('b', 2, 'in', null),
      event('a', 3, 'in', null),
      event('c', 1, 'in', null),
    ];
    expect(keys(events)).toEqual(['c', 'b', 'a']);
  });

  test('within one instant follows the links on the page', () => {
    const events = [
      event('a', 5, 'in', 'b'),
      event('b', 5, 'out', 'c'),
      event('c', 5, 'in', 'before'),
    ];
    expect(keys(events)).toEqual(['c', 'b', 'a']);
    expect(keys([...events].reverse())).toEqual(['c', 'b', 'a']);
  });

  test('falls back on the keys where links go in a circle or are missing', () => {
    expect(keys([event('b', 5, 'in', 'a'), event('a', 5, 'in', 'b')])).toEqual(['a', 'b']);
    expect(keys([event('b', 5, 'in', null), event('a', 5, 'in', null)])).toEqual(['a', 'b']);
  });

  test('turns within one second follow the page', () => {
    const events = [
      event('z', NOON, 'out', null),
      event('y', NOON, 'in', 'z'),
      event('x', NOON, 'out', 'y'),
    ];
    expect(told(events)).toEqual(['out 1 answered', 'in 1 answered', 'out 1']);
  });
});
