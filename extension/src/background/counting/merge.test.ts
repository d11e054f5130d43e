import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../shared/types';
import { merge, sameEvent } from './merge';

const seen = (change: Partial<LedgerEvent> = {}): LedgerEvent => ({
  conversation: 'c',
  key: 'k',
  source: 'machine',
  at: 1500,
  earliest: 1500,
  latest: 1500,
  direction: 1,
  previous: [],
  counted: true,
  ...change,
});

/** A moment and its quantum. */
const sighting = fc
  .record({
    source: fc.constantFrom('machine', 'live', 'between') as fc.Arbitrary<LedgerEvent['source']>,
    at: fc.integer({ min: 0, max: 5000 }),
    before: fc.integer({ min: 0, max: 1000 }),
    after: fc.integer({ min: 0, max: 1000 }),
    direction: fc.constantFrom(0, 1, 2, 3) as fc.Arbitrary<LedgerEvent['direction']>,
    previous: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 }),
    counted: fc.boolean(),
  })
  .map(({ at, before, after, previous, ...rest }) =>
    seen({ ...rest, at, earliest: at - before, latest: at + after, previous: previous.sort() }),
  );

const OPTIONS = { seed: 20261122, numRuns: 1000 };

describe('merging sightings of one message', () => {
  test('is commutative', () => {
    fc.assert(
      fc.property(sighting, sighting, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
      OPTIONS,
    );
  });

  test('is associative', () => {
    fc.assert(
      fc.property(sighting, sighting, sighting, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
      OPTIONS,
    );
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(sighting, sighting, (a, b) => {
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
      OPTIONS,
    );
  });

  test('the archive writes the floor of the second: the smaller time, the tighter bounds', () => {
    const archived = seen({ at: 1000, earliest: 1000, latest: 1999 });
    expect(merge(seen(), archived)).toEqual(seen({ at: 1000, earliest: 1500, latest: 1500 }));
  });

  test('a machine time is better than having seen it come', () => {
    const live = seen({ source: 'live', at: 900, earliest: 800, latest: 900 });
    expect(merge(live, seen())).toEqual(seen());
  });

  test('known beats unknown, a contradiction is unknown for good', () => {
    expect(merge(seen({ direction: 0 }), seen({ direction: 2 })).direction).toBe(2);
    const both = merge(seen({ direction: 1 }), seen({ direction: 2 }));
    expect(both.direction).toBe(3);
    expect(merge(both, seen({ direction: 1 })).direction).toBe(3);
  });

  test('four keys above are kept, each once', () => {
    const many = merge(seen({ previous: ['a', 'c', 'e'] }), seen({ previous: ['b', 'c', 'd'] }));
    expect(many.previous).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the same event is told from a changed one', () => {
    expect(sameEvent(seen(), seen())).toBe(true);
    expect(sameEvent(seen(), seen({ counted: false }))).toBe(false);
  });
});
