/** The proof for every enabled adapter, as tests; half in each of two files, one a core. */
import { adapters } from 'toward:catalogue';
import { describe, test } from 'vitest';
import { proveLives } from './proof';

declare const process: { env: Record<string, string | undefined> };
const { SIMULATE_ONLY, SIMULATE_SEED, SIMULATE_PATH, SIMULATE_RUNS } = process.env;

export const SEED = Number(SIMULATE_SEED ?? 20261122);
export const RUNS = Number(SIMULATE_RUNS ?? 200);
const LONGEST_MS = 300_000;

export function proveHalf(half: 0 | 1): void {
  const enabled = adapters.filter(({ status }) => status === 'enabled');
  const mine = enabled.filter((_, i) => i % 2 === half);
  const wanted = mine.filter(({ id }) => !SIMULATE_ONLY || SIMULATE_ONLY.split(',').includes(id));
  describe.each(wanted)('$id', (adapter) => {
    const runs = { runs: RUNS, seed: SEED, path: SIMULATE_PATH };
    const name = `counts what was said, in each of ${RUNS} lives`;
    test(name, () => proveLives(adapter, runs), LONGEST_MS);
  });
}
