import type { LedgerEvent, TimeSource } from '../../shared/types';

const RANK: Record<TimeSource, number> = { machine: 0, live: 1, between: 2 };
const PREVIOUS_KEPT = 4;

/**
 * Two sightings of one key as one. Commutative, associative and idempotent: the better known time
 * wins, then the smaller; bounds tighten; directions are collected, so a contradiction stays one.
 */
export function merge(a: LedgerEvent, b: LedgerEvent): LedgerEvent {
  const source = RANK[a.source] <= RANK[b.source] ? a.source : b.source;
  const best = [a, b].filter((event) => event.source === source);
  return {
    conversation: a.conversation,
    key: a.key,
    source,
    at: Math.min(...best.map((event) => event.at)),
    earliest: Math.max(...best.map((event) => event.earliest)),
    latest: Math.min(...best.map((event) => event.latest)),
    direction: (a.direction | b.direction) as LedgerEvent['direction'],
    previous: [...new Set([...a.previous, ...b.previous])].sort().slice(0, PREVIOUS_KEPT),
    counted: a.counted || b.counted,
  };
}

export function sameEvent(a: LedgerEvent, b: LedgerEvent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
