/** A ledger in memory for the tests beside this file: one conversation, through `admit` alone. */
import type { Direction, Instant, KeyId, LedgerEvent } from '../../shared/types';
import { admit, type CountingState, type HashedSighting, type HashedStretch } from './admit';
import { close, type Interval, open } from './intervals';

export interface RowOptions {
  at?: Instant | null;
  resolution?: number;
  notBefore?: Instant | null;
  seen?: Instant;
}

/** A row with the page's own time; `at: null` for a page without times. */
export function row(key: KeyId, direction: Direction, options: RowOptions = {}): HashedSighting {
  const { at = null, resolution = 1, notBefore = null, seen = at ?? 0 } = options;
  return { key, direction, at, resolution, notBefore, seen };
}

export class Book {
  state: CountingState = { id: 'c', intervals: [], anchors: [], lastSeen: null, fresh: false };
  events = new Map<KeyId, LedgerEvent>();
  gaps: { from: Instant; to: Instant }[] = [];

  include(now: Instant): this {
    this.state = { ...this.state, intervals: open(this.state.intervals, now), fresh: true };
    return this;
  }

  pause(now: Instant): this {
    this.state = { ...this.state, intervals: close(this.state.intervals, now) };
    return this;
  }

  /** What a page delivers at once. */
  deliver(stretches: HashedStretch[], now: Instant, baseline = false): this {
    const known = new Map(
      stretches
        .flatMap(({ rows, after }) => [...rows.map(({ key }) => key), ...after.slice(0, 1)])
        .flatMap((key) => {
          const event = this.events.get(key);
          return event ? [[key, event] as const] : [];
        }),
    );
    const { events, anchors, lost, sawEnd } = admit(stretches, this.state, known, { baseline });
    for (const event of events) this.events.set(event.key, event);
    const { lastSeen, fresh } = this.state;
    if (lost) this.gaps.push({ from: lastSeen ?? now, to: now });
    const seen = stretches.flatMap(({ rows }) => rows.map((one) => one.seen));
    const look = seen.length > 0 ? Math.max(...seen) : now;
    const looked = sawEnd ? Math.max(lastSeen ?? 0, look) : lastSeen;
    this.state = { ...this.state, anchors, lastSeen: looked, fresh: fresh && !baseline };
    return this;
  }

  /** The whole list as one stretch. */
  list(rows: HashedSighting[], now: Instant, baseline = false): this {
    return this.deliver([{ before: [], rows, after: [] }], now, baseline);
  }

  /** New rows below what was there. */
  below(before: KeyId[], rows: HashedSighting[], now: Instant): this {
    return this.deliver([{ before, rows, after: [] }], now);
  }

  get counted(): KeyId[] {
    return [...this.events.values()]
      .filter(({ counted }) => counted)
      .map(({ key }) => key)
      .sort();
  }

  intervals(list: Interval[]): this {
    this.state = { ...this.state, intervals: list };
    return this;
  }
}
