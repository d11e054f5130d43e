/** What really happens in a chat: who sent what when, and which part of it is on the screen. */
import type { Instant } from '../../shared/types';

export interface Item {
  n: number;
  way: 'in' | 'out' | 'system';
  at: Instant;
  /** The time that the page shows for now, where it is another. */
  shown?: Instant;
  /** Not final yet: it has an id of its own. */
  isPending: boolean;
  /** It came while its chat was counted. */
  counts: boolean;
  /** How often its row was made anew, and how much was added to it. */
  made: number;
  reactions: number;
  /** It was rendered at all; it was rendered while nothing moved. */
  was: boolean;
  isSeen: boolean;
}

/** Longer silences begin a run. */
const RUN_MS = 300_000;

export class Chat {
  /** In the order of the list; what was deleted is gone. */
  items: Item[] = [];
  /** All that is to be counted in the end. */
  truth: Item[] = [];
  counting = false;
  /** The rendered part of `items`: from inclusive, to exclusive. */
  from = 0;
  to = 0;
  /** Came since the end of the list was last shown at rest. */
  unsettled = 0;

  constructor(
    readonly id: string,
    /** The most rows rendered at once. */
    readonly cap: number,
  ) {}

  get rendered(): Item[] {
    return this.items.slice(this.from, this.to);
  }

  get isAtEnd(): boolean {
    return this.to === this.items.length;
  }

  /** @param isShown whether the app renders it, as it does at the end of an open chat */
  add(item: Item, isShown: boolean): void {
    const follows = isShown && this.isAtEnd;
    this.items.push(item);
    this.unsettled++;
    if (!follows) return;
    this.to++;
    this.from = Math.max(this.from, this.to - this.cap);
  }

  /** The message became final, or was final when it came. */
  settle(item: Item): void {
    item.isPending = false;
    if (item.counts && item.way !== 'system') this.truth.push(item);
  }

  remove(item: Item, isCounted: boolean): void {
    const i = this.items.indexOf(item);
    this.items.splice(i, 1);
    if (i < this.from) this.from--;
    if (i < this.to) this.to--;
    if (!isCounted) this.truth = this.truth.filter((one) => one !== item);
  }

  /** The newest rows, as an app shows a chat that is opened. */
  toEnd(rows: number): void {
    this.to = this.items.length;
    this.from = Math.max(0, this.to - rows);
  }

  /** By so many rows: up where negative. Some of what was shown stays. */
  scroll(by: number): void {
    if (by < 0) {
      this.from = Math.max(0, this.from + by);
      this.to = Math.min(this.to, this.from + this.cap);
    } else {
      this.to = Math.min(this.items.length, this.to + by);
      this.from = Math.max(this.from, this.to - this.cap);
    }
  }

  /** Where the run of an item begins; system lines stand alone. */
  headOf(item: Item): Item {
    let i = this.items.indexOf(item);
    while (i > 0 && isRun(this.items[i - 1] as Item, this.items[i] as Item)) i--;
    return this.items[i] as Item;
  }

  /** How many of the newest messages went one way. */
  runOf(way: Item['way']): number {
    const messages = this.items.filter((item) => item.way !== 'system');
    return messages.length - 1 - messages.findLastIndex((item) => item.way !== way);
  }
}

function isRun(above: Item, item: Item): boolean {
  return item.way !== 'system' && above.way === item.way && item.at - above.at < RUN_MS;
}
