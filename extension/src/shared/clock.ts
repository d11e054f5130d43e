import { loadTestClock } from './storage';
import type { Instant } from './types';

/** The time, as everything in the extension sees it. Only test builds can move it. */
export async function now(): Promise<Instant> {
  return Date.now() + (__TEST_BUILD__ ? await loadTestClock() : 0);
}
