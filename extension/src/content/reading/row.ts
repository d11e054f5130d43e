import type { Adapter, Tier } from '../../shared/adapter.gen';
import type { Direction } from '../../shared/types';
import { attempt, find } from '../page/select';
import { readDirection } from './direction';
import { type MachineTime, readTime } from './time';
import { readOnRow } from './value';

/** What one row says of itself. A null key or direction is an abstention. */
export interface RowReading {
  /** A system line is no message; a hollow one lacks what messages hold; a shell waits. */
  is: 'message' | 'pending' | 'shell' | 'system' | 'hollow';
  key: string | null;
  direction: Direction;
  time: MachineTime | null;
  /** It begins a run, so it inherits nothing. */
  head: boolean;
  /** Whoever it names as its sender; only asked where one's own id has to be learned. */
  sender: string | null;
}

export function readRow(row: Element, adapter: Adapter, tiers: readonly Tier[]): RowReading {
  const { head, content } = adapter.row;
  const inside = insideOf(row, adapter);
  // What cannot be asked what it is may be anything: it is taken for no message.
  const is = attempt(() => kindOf(row, inside, adapter), 'hollow');
  const nothing = { is, key: null, direction: null, time: null, head: false, sender: null };
  if (is !== 'message' && is !== 'pending') return nothing;
  const learn = adapter.self?.learn;
  return {
    is,
    key: is === 'message' ? readKey(row, inside, adapter) : null,
    direction: readDirection(row, inside, tiers),
    time: readTime(row, inside, adapter),
    head: head !== undefined && (row.matches(head) || find(inside, head) !== null),
    sender: learn ? readOnRow(inside, row, learn, content) : null,
  };
}

/** Where a row's contents stand: in itself, or in its own open shadow root. */
export function insideOf(row: Element, { row: { shadow } }: Adapter): ParentNode {
  return (shadow && row.shadowRoot) || row;
}

function kindOf(row: Element, inside: ParentNode, { row: spec }: Adapter): RowReading['is'] {
  const is = (selector: string | undefined) => selector !== undefined && row.matches(selector);
  const { exclude, shell, holds, pending, head } = spec;
  is(head);
  if (is(exclude)) return 'system';
  if (is(shell)) return 'shell';
  if (holds && !is(holds) && !find(inside, holds)) return 'hollow';
  return is(pending) ? 'pending' : 'message';
}

/** The app's own id; rows of other adapters get theirs from their place (see keys.ts, order.ts). */
export function readKey(row: Element, inside: ParentNode, adapter: Adapter): string | null {
  const { reads, modulo } = adapter.key;
  for (const read of reads ?? []) {
    const key = readOnRow(inside, row, read, adapter.row.content);
    if (key) return modulo && /^\d+$/.test(key) ? String(Number(key) % modulo) : key;
  }
  return null;
}
