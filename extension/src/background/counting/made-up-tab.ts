/** A tab for tests: it shows the end of a list, and delivers what it has not delivered yet. */
import type { Direction, Instant, KeyId } from '../../shared/types';
import type { HashedSighting, HashedStretch } from './admit';

/** What was really said. `timed`: the page shows its time, in whole seconds. */
export interface Said {
  key: KeyId;
  at: Instant;
  direction: Direction;
  timed: boolean;
}

export interface Delivery {
  stretches: HashedStretch[];
  baseline: boolean;
}

const CONTEXT = 50;

export class Tab {
  private readonly sent = new Set<KeyId>();
  private looked: Instant | null = null;
  private baseline = false;

  /** The place in the list of the first row that it shows. */
  constructor(private top: number) {}

  scrollUp(rows: number): void {
    this.top = Math.max(0, this.top - rows);
  }

  /** Counting began or went on: the next look is a baseline. */
  begin(): void {
    this.baseline = true;
    this.sent.clear();
  }

  /** One look at the list as it is now; null where there is nothing to tell. */
  look(list: readonly Said[], now: Instant): Delivery | null {
    const shown = list.slice(this.top);
    const { baseline } = this;
    const stretches = this.stretches(shown, now);
    for (const { key } of shown) this.sent.add(key);
    this.looked = now;
    this.baseline = false;
    return stretches.length > 0 || baseline ? { stretches, baseline } : null;
  }

  private stretches(shown: readonly Said[], now: Instant): HashedStretch[] {
    const isSent = shown.map(({ key }) => this.sent.has(key));
    const newest = isSent.lastIndexOf(true);
    const all = shown.map(({ key }) => key);
    const begins = isSent.flatMap((sent, i) => (!sent && (isSent[i - 1] ?? true) ? [i] : []));
    return begins.map((from) => {
      const end = isSent.indexOf(true, from);
      const to = end < 0 ? shown.length : end;
      const notBefore = this.baseline || from <= newest ? null : this.looked;
      const rows = shown.slice(from, to).map((said) => sightingOf(said, notBefore, now));
      const before = all.slice(Math.max(0, from - CONTEXT), from);
      return { before, rows, after: all.slice(to, to + CONTEXT) };
    });
  }
}

function sightingOf(said: Said, notBefore: Instant | null, seen: Instant): HashedSighting {
  const { key, direction, timed, at } = said;
  const time = timed ? { at: at - (at % 1000), resolution: 1000 } : { at: null, resolution: 1 };
  return { key, direction, ...time, notBefore, seen };
}
