import type { Instant } from '../../shared/types';

/** When a chat is counted: from include to pause, from resume to withdrawal. */
export interface Interval {
  from: Instant;
  /** Exclusive; null while it runs. */
  to: Instant | null;
}

export type Placement = 'inside' | 'outside' | 'straddles';

/** Where a time of the given resolution lies: its whole quantum must be inside to count as such. */
export function place(at: Instant, resolution: number, intervals: readonly Interval[]): Placement {
  return placeSpan(at, at + resolution, intervals);
}

/** Where a stretch of time lies, its end exclusive; its beginning may be -Infinity. */
export function placeSpan(from: Instant, end: Instant, intervals: readonly Interval[]): Placement {
  let touches = false;
  for (const one of intervals) {
    const last = one.to ?? Number.POSITIVE_INFINITY;
    if (from >= one.from && end <= last) return 'inside';
    if (from < last && end > one.from) touches = true;
  }
  return touches ? 'straddles' : 'outside';
}

export function isOpen(intervals: readonly Interval[], now: Instant): boolean {
  return intervals.some(({ from, to }) => from <= now && (to === null || now < to));
}

/** Ends what runs. */
export function close(intervals: readonly Interval[], now: Instant): Interval[] {
  return intervals.map((one) => (one.to === null ? { ...one, to: Math.max(one.from, now) } : one));
}

/** Begins anew, unless one runs already. */
export function open(intervals: readonly Interval[], now: Instant): Interval[] {
  if (intervals.some(({ to }) => to === null)) return [...intervals];
  return [...intervals, { from: now, to: null }];
}

/** The same intervals with a stretch cut out: what was erased must not be counted again. */
export function without(intervals: readonly Interval[], from: Instant, to: Instant): Interval[] {
  if (to <= from) return [...intervals];
  return intervals.flatMap((one) => {
    const end = one.to ?? Number.POSITIVE_INFINITY;
    if (one.from >= to || end <= from) return [one];
    const parts: Interval[] = [];
    if (one.from < from) parts.push({ from: one.from, to: from });
    if (end > to) parts.push({ from: to, to: one.to });
    return parts;
  });
}
