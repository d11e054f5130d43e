import type { Adapter } from '../../shared/adapter.gen';
import type { Direction } from '../../shared/types';
import { readAttribute } from '../page/attributes';
import { find, holds } from '../page/select';
import { type MachineTime, readTime } from './time';

/** What one row says of itself. A null key or direction is an abstention. */
export interface RowReading {
  key: string | null;
  direction: Direction;
  time: MachineTime | null;
}

export function readRow(row: Element, adapter: Adapter): RowReading {
  return {
    key: readKey(row, adapter),
    direction: readDirection(row, adapter),
    time: readTime(row, adapter),
  };
}

/** The app's own id; rows of `ordinal` adapters get theirs from their place (see keys.ts). */
function readKey(row: Element, { key }: Adapter): string | null {
  if (key.from === 'ordinal' || !key.attr) return null;
  const element = key.selector ? find(row, key.selector) : row;
  const raw = element && readAttribute(element, key.attr);
  if (!raw || !key.pattern) return raw || null;
  return new RegExp(key.pattern).exec(raw)?.[1] ?? null;
}

/** The first tier that can tell, tells; one that matches both ways abstains. */
export function readDirection(row: Element, { direction }: Adapter): Direction {
  for (const tier of direction) {
    const out = holds(row, tier.out);
    const incoming = holds(row, tier.in);
    if (out !== incoming) return out ? 'out' : 'in';
  }
  return null;
}
