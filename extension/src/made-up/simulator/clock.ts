/** Made-up time for the simulator: it passes from timer to timer, as cheaply as it can. */
import { vi } from 'vitest';
import type { Instant } from '../../shared/types';

declare function setImmediate(run: () => void): unknown;
const immediate = setImmediate;

/** Observers and promises have no clock: they run to their end between two timers. */
const quiet = () => new Promise<void>((resolve) => immediate(resolve));

export function beginTime(now: Instant): void {
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
}

export function endTime(): void {
  vi.clearAllTimers();
  vi.useRealTimers();
}

/** Lets `ms` pass; whatever is due meanwhile happens in its order. */
export async function pass(ms: number): Promise<void> {
  let over = false;
  setTimeout(() => {
    over = true;
  }, ms);
  await quiet();
  while (!over) {
    vi.advanceTimersToNextTimer();
    await quiet();
  }
}

/** Lets time pass until the work is done. */
export async function passUntil(work: Promise<unknown>): Promise<void> {
  let done = false;
  void work.then(() => {
    done = true;
  });
  while (!done) await pass(50);
}

/** The computer sleeps, or its clock is set: the time is another, and no timer has run. */
export function leap(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}
