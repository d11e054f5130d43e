import type { HealthReport, Trouble } from '../shared/messages';
import type { Instant } from '../shared/types';

/** What one look at the page found. */
export interface Look {
  boxes: number;
  lists: number;
  /** A list has children of its own, rows or not. */
  filled: boolean;
  settled: number;
  abstained: number;
}

/** Rows on which the rate of abstention is judged. */
export const JUDGED_ROWS = 200;
const MOST_ABSTAINED = 0.02;
const ROWS_WITHIN_MS = 60_000;
const TOLD_WITHIN_MS = 5_000;

/** Judges a run of looks: an adapter that cannot tell stops counting instead of guessing. */
export class Health {
  private suspectSince: Instant | null = null;
  private suspect: Trouble | null = null;
  trouble: Trouble | null = null;

  constructor(private readonly adapter: string) {}

  /** @returns a report when the judgement changed, else null */
  judge(look: Look, now: Instant): HealthReport | null {
    const suspect = suspicion(look);
    if (suspect !== this.suspect) {
      this.suspect = suspect;
      this.suspectSince = now;
    }
    const since = now - (this.suspectSince ?? now);
    const patience = suspect === 'no-direction' ? TOLD_WITHIN_MS : ROWS_WITHIN_MS;
    const trouble = suspect && since >= patience ? suspect : null;
    if (trouble === this.trouble) return null;
    this.trouble = trouble;
    return { adapter: this.adapter, trouble, rows: look.settled, abstained: look.abstained };
  }

  /** Something looks wrong: nothing is sent until it is cleared up. */
  get doubtful(): boolean {
    return this.suspect === 'no-direction' || this.trouble !== null;
  }

  /** When to look again though nothing changed, ms; null: not needed. */
  get lookAgainMs(): number | null {
    if (!this.suspect || this.trouble) return null;
    return this.suspect === 'no-direction' ? TOLD_WITHIN_MS : ROWS_WITHIN_MS;
  }
}

function suspicion({ filled, settled, abstained }: Look): Trouble | null {
  if (settled === 0) return filled ? 'no-rows' : null;
  return abstained / settled > MOST_ABSTAINED ? 'no-direction' : null;
}
