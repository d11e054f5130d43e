/** When uploads run: fixed hours of the day, shifted by a few minutes of this browser's own. */
import type { Instant } from '../shared/types';

const EVERY_HOURS = 6;
const HOUR = 3_600_000;

/** The shift, made once: 0 to 3 hours, in whole minutes. */
export function newShift(random: () => number): number {
  return Math.floor(random() * 180) * 60_000;
}

/** The next of the fixed hours after `now`. Never right after a message: nothing else sets it. */
export function nextUpload(now: Instant, shift: number): Instant {
  const step = EVERY_HOURS * HOUR;
  return (Math.floor((now - shift) / step) + 1) * step + shift;
}

/** Back-off after failures: doubling from 10 minutes to a day, with a random part. */
export function nextTry(now: Instant, failures: number, random: () => number): Instant {
  const wait = Math.min(24 * HOUR, 600_000 * 2 ** Math.min(failures, 10));
  return now + wait * (0.75 + random() / 2);
}
