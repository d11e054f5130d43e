import { describe, expect, test } from 'vitest';
import type { OldSecret } from '../../shared/storage';
import { withOld } from './pairing';

describe('the list of old secrets', () => {
  const S1 = 'secret 1';
  const S2 = 'secret 2';
  const S3 = 'secret 3';
  type Case = [string, OldSecret[], string | null, string, string[], OldSecret[]];

  test.each<Case>([
    ['gets the one that is left', [], S1, S2, ['a'], [{ secret: S1, ids: ['a'] }]],
    ['stays as it is for the same again', [], S1, S1, ['a'], []],
    ['stays empty in a browser without one', [], null, S2, [], []],
    [
      'names each chat once, under the oldest',
      [{ secret: S1, ids: ['a', 'gone'] }],
      S2,
      S3,
      ['a', 'b'],
      [
        { secret: S1, ids: ['a', 'gone'] },
        { secret: S2, ids: ['b'] },
      ],
    ],
    [
      'names none under a secret that comes back, and keeps its place',
      [{ secret: S1, ids: ['a'] }],
      S2,
      S1,
      ['a', 'b'],
      [
        { secret: S1, ids: [] },
        { secret: S2, ids: ['b'] },
      ],
    ],
  ])('%s', (_, olds, left, taken, ids, result) => {
    expect(withOld(olds as never, left as string, taken as string, ids as string[])).toEqual(
      result,
    );
  });
});
