import type { Adapter, Tier } from '../../shared/adapter.gen';
import type { Direction, Instant } from '../../shared/types';
import { JUDGED_ROWS } from '../health';
import { closest, find, findAll } from '../page/select';
import { type Box, belongs } from './boxes';
import { ordinalKeys } from './keys';
import type { OrderKeys } from './order';
import { insideOf, type RowReading, readRow } from './row';
import { readOnRow } from './value';

export interface ListedRow {
  key: string;
  direction: Direction;
  time: RowReading['time'];
  element: Element;
  sender: string | null;
}

export interface ListReading {
  /** Final rows whose key is known, oldest first; direction may be null. */
  rows: ListedRow[];
  /** Everything that the row selector found. */
  matched: number;
  /** Those that hold nothing of what a message holds. */
  hollow: number;
  /** The newest final rows, and those among them without a key or a direction. */
  settled: number;
  keyless: number;
  sideless: number;
  /** A row is not final yet: it and what stands below it wait. */
  unfinished: boolean;
  /** Rows that are one's own beyond doubt name this sender. */
  self: string | null;
}

export interface ReadOptions {
  /** What `rowElements` found. */
  elements: readonly Element[];
  order: OrderKeys;
  now: Instant;
  /** Counting begins with what stands in the list, whatever its ids will be. */
  fresh: boolean;
  /** Which way a row was told to go: a run goes on though its head is not drawn any more. */
  told?: (key: string | null) => Direction;
  pause: () => Promise<void> | null;
}

/** A row that stays unsent this long holds up nothing any more. */
export const PENDING_MS = 30_000;

/** Rows read once; anything that changes inside one makes it unread again. */
export class RowCache {
  #readings = new WeakMap<Element, RowReading>();
  #since = new WeakMap<Element, { key: string | null; at: Instant }>();
  /** Nothing outside a row decides its direction. */
  readonly #lasting: boolean;

  readonly #adapter: Adapter;
  readonly #tiers: readonly Tier[];

  constructor(adapter: Adapter, tiers: readonly Tier[]) {
    this.#adapter = adapter;
    this.#tiers = tiers;
    this.#lasting = !tiers.some(({ style, side, within }) => style || side || within);
  }

  read(row: Element): RowReading {
    let reading = this.#readings.get(row);
    if (!reading) {
      reading = readRow(row, this.#adapter, this.#tiers);
      const told = reading.key ?? (this.#adapter.key.from === 'attr' ? null : '');
      if (told !== null && (reading.direction || this.#lasting)) this.#readings.set(row, reading);
    }
    return reading;
  }

  /** Since when the row has been as it is, its id the same. */
  age(row: Element, key: string | null, now: Instant, isOld: boolean): number {
    let since = this.#since.get(row);
    if (since?.key !== key) {
      since = { key, at: isOld ? Number.NEGATIVE_INFINITY : now };
      this.#since.set(row, since);
    }
    return now - since.at;
  }

  forget(node: Node): void {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    const row = element
      ? closest(element, this.#adapter.row.selector)
      : node instanceof ShadowRoot
        ? closest(node.host, this.#adapter.row.selector)
        : null;
    if (row) this.#readings.delete(row);
  }

  forgetAll(): void {
    this.#readings = new WeakMap();
  }
}

/** All that the row selector finds in a conversation, oldest first: system lines too. */
export function rowElements(box: Box, adapter: Adapter): Element[] {
  const { reverse } = adapter.list;
  const all = findAll(box.list, adapter.row.selector);
  const mixed = adapter.conversation.within !== undefined;
  const elements = mixed ? all.filter((row) => belongs(row, box, adapter)) : all;
  const parent = elements[0]?.parentElement;
  const upward = reverse === 'auto' && parent && isUpward(parent);
  return reverse === true || upward ? elements.reverse() : elements;
}

function isUpward(parent: Element): boolean {
  return getComputedStyle(parent).getPropertyValue('flex-direction') === 'column-reverse';
}

/**
 * Reads a list in slices: `pause` is awaited whenever a slice took its time, so that no task of
 * ours holds up the page.
 */
export async function readList(
  box: Box,
  adapter: Adapter,
  cache: RowCache,
  options: ReadOptions,
): Promise<ListReading> {
  const { elements } = options;
  const readings: RowReading[] = [];
  for (const element of elements) {
    readings.push(cache.read(element));
    const waiting = options.pause();
    if (waiting) await waiting;
  }
  await options.pause();
  const run = inRuns(elements, readings, box, adapter, options.told);
  const cut = run.rows.map((row) => isWaiting(row, adapter, cache, options)).indexOf(true);
  const final = (cut < 0 ? run.rows : run.rows.slice(0, cut)).filter(({ is }) => is === 'message');
  const keys = keysOf(final, box, adapter, options.order);
  const judged = final.map((row, i) => ({ ...row, key: keys[i] ?? null })).slice(-JUDGED_ROWS);
  // The beginning of a run may not be rendered: what cannot be told for that is left out.
  const settled = judged.some(({ headless }) => !headless)
    ? judged.filter(({ headless }) => !headless)
    : judged;
  const unkeyed = ({ key, time }: RunRow) => (adapter.key.from === 'ordinal' ? !time : !key);
  return {
    rows: final.flatMap((row, i) => {
      const key = keys[i];
      return key && !row.headless ? [{ ...row, key }] : [];
    }),
    matched: elements.length,
    hollow: readings.filter(({ is }) => is === 'hollow').length,
    settled: settled.length,
    keyless: settled.filter(unkeyed).length,
    sideless: settled.filter(({ direction }) => !direction).length,
    unfinished: cut >= 0,
    self: run.self,
  };
}

interface RunRow extends RowReading {
  element: Element;
  /** The head of its run is above what is rendered. */
  headless: boolean;
}

/** Inheritance inside a run: from the row directly above, unless a head or a system line parts them. */
function inRuns(
  elements: readonly Element[],
  readings: readonly RowReading[],
  box: Box,
  adapter: Adapter,
  told: ReadOptions['told'],
): { rows: RunRow[]; self: string | null } {
  const inherits = adapter.direction.some(({ inherit }) => inherit);
  const rows: RunRow[] = [];
  let above: Pick<RowReading, 'direction' | 'sender'> = { direction: null, sender: null };
  let headless = inherits;
  // Only the run that the list begins in can have its head out of sight.
  let isFirstRun = true;
  let self: string | null = null;
  readings.forEach((reading, i) => {
    const element = elements[i] as Element;
    if (!isRow(reading) || isForeign(element, box, adapter)) {
      above = { direction: null, sender: null };
      isFirstRun = false;
      return;
    }
    const passed = inherits && !reading.head;
    const sender = reading.sender ?? (passed ? above.sender : null);
    const before = headless && isFirstRun ? told?.(reading.key) : null;
    const direction = reading.direction ?? (passed ? (above.direction ?? before ?? null) : null);
    if (reading.head || direction) headless = false;
    if (sender && (reading.is === 'pending' || reading.direction === 'out')) self = sender;
    above = { direction, sender };
    rows.push({ ...reading, direction, sender, element, headless });
  });
  return { rows, self };
}

function isRow({ is }: RowReading): boolean {
  return is === 'message' || is === 'pending';
}

/** The row itself names another conversation: the page is being switched, or shows a preview. */
function isForeign(row: Element, { ref }: Box, adapter: Adapter): boolean {
  const { of, content } = adapter.row;
  return (
    of !== undefined && readOnRow(insideOf(row, adapter), row, of, content) !== ref.conversation
  );
}

function isWaiting(row: RunRow, adapter: Adapter, cache: RowCache, options: ReadOptions): boolean {
  const patience = row.is === 'pending' ? PENDING_MS : adapter.row.holdMs;
  const age = cache.age(row.element, row.key, options.now, options.fresh);
  return patience !== undefined && age < patience;
}

function keysOf(
  rows: readonly RunRow[],
  box: Box,
  adapter: Adapter,
  order: OrderKeys,
): (string | null)[] {
  if (adapter.key.from === 'attr') return rows.map(({ key }) => key);
  if (adapter.key.from === 'ordinal') {
    const { more } = adapter.list;
    return ordinalKeys(rows, more !== undefined && find(box.element, more) !== null);
  }
  return order.keysOf(
    rows.map(({ element }) => element),
    rows.map(({ direction }) => direction),
  );
}
