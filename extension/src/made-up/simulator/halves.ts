/** The adapters in two halves, so that two test files run beside each other. */
import { adapters } from 'toward:catalogue';
import { test } from 'vitest';
import { proveLives } from './proof';

const RUNS = 200;
const SEED = 20261122;
const LONGEST_MS = 900_000;

type Environment = Record<string, string | undefined>;
const { env } = (globalThis as unknown as { process: { env: Environment } }).process;

export function provesHalf(half: 0 | 1): void {
  // Without ids, what is drawn anew is not counted again: such counts are less than the truth.
  const told = adapters.filter(({ key }) => key.from !== 'order');
  const only = env.SIMULATOR_ONLY?.split(',');
  const mine = told.filter(({ id }, i) => (only ? only.includes(id) : true) && i % 2 === half);
  test.each(mine)(
    '$id',
    (adapter) =>
      proveLives(adapter, {
        runs: Number(env.SIMULATOR_RUNS ?? RUNS),
        seed: Number(env.SIMULATOR_SEED ?? SEED),
        path: env.SIMULATOR_PATH,
      }),
    LONGEST_MS,
  );
}
