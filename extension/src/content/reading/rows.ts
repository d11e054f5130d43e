import type { Adapter } from '../../shared/adapter.gen';
import { JUDGED_ROWS } from '../health';
import { closest, find, findAll, matches } from '../page/select';
import { ordinalKeys } from './keys';
import { type RowReading, readRow } from './row';

/** A list and the box of the conversation around it. */
export interface ListPlace {
  list: Element;
  element: Element;
}

export interface ListReading {
  /** Rows whose key is known, in order of time on the page; direction may be null. */
  rows: (RowReading & { key: string; element: Element })[];
  /** The newest final rows, and those among them without key or direction. */
  settled: number;
  abstained: number;
}

/** Rows read once; anything that changes inside one makes it unread again. */
export class RowCache {
  private readonly readings = new WeakMap<Element, RowReading>();

  constructor(private readonly adapter: Adapter) {}

  read(row: Element): RowReading {
    let reading = this.readings.get(row);
    if (!reading) {
      reading = readRow(row, this.adapter);
      // What could not be told may be told later, without the row itself changing.
      if (reading.direction && (reading.key || this.adapter.key.from === 'ordinal')) {
        this.readings.set(row, reading);
      }
    }
    return reading;
  }

  forget(node: Node): void {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    const row = element && closest(element, this.adapter.row.selector);
    if (row) this.readings.delete(row);
  }
}

/** Final message rows of a list, oldest first. */
export function rowElements(list: Element, { row, list: { reverse } }: Adapter): Element[] {
  const elements = findAll(list, row.selector).filter(
    (element) => !matches(element, row.exclude) && !matches(element, row.pending),
  );
  return reverse ? elements.reverse() : elements;
}

/**
 * Reads a list in slices: `pause` is awaited whenever a slice took its time, so that no task of
 * ours holds up the page.
 */
export async function readList(
  { list, element: box }: ListPlace,
  adapter: Adapter,
  cache: RowCache,
  pause: () => Promise<void> | null,
): Promise<ListReading> {
  const elements = rowElements(list, adapter);
  const readings: RowReading[] = [];
  for (const element of elements) {
    readings.push(cache.read(element));
    const waiting = pause();
    if (waiting) await waiting;
  }
  await pause();
  const keys = keysOf(readings, box, adapter);
  const rows = readings.flatMap((reading, i) => {
    const key = keys[i];
    return key ? [{ ...reading, key, element: elements[i] as Element }] : [];
  });
  const judged = readings.slice(-JUDGED_ROWS);
  const abstained = judged.filter((reading) => isAbstention(reading, adapter)).length;
  return { rows, settled: judged.length, abstained };
}

function keysOf(readings: RowReading[], box: Element, adapter: Adapter): (string | null)[] {
  if (adapter.key.from !== 'ordinal') return readings.map(({ key }) => key);
  const { more } = adapter.list;
  return ordinalKeys(readings, more !== undefined && find(box, more) !== null);
}

function isAbstention({ key, direction, time }: RowReading, adapter: Adapter): boolean {
  return !direction || (adapter.key.from === 'ordinal' ? !time : !key);
}
