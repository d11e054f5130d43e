/** One's own id on a service, learned from rows that can only be one's own. */
import type { Box } from './reading/boxes';
import type { ListedRow } from './reading/rows';
import type { Writing } from './typing';

/** A row this soon after a key in the composer may be what was written. */
const SENT_WITHIN_MS = 2_500;
/** So many spells of writing have to end in a row of the same sender. */
const SPELLS = 3;

interface Seen {
  spells: Set<number>;
  unwritten: boolean;
}

/** What an own id belongs to: accounts differ. */
export function scopeOf({ ref }: Box): string {
  return `${ref.adapter} ${ref.host} ${ref.account}`;
}

/**
 * Is told of new rows that came while we looked on, and names the sender who can only be oneself.
 *
 * Whoever's rows came only just after writing, in several spells of it, is oneself; whoever else
 * writes does so unasked now and then.
 */
export function likelySelf() {
  const senders = new Map<string, Seen>();
  return (rows: readonly ListedRow[], began: number, { last, spell }: Writing): string | null => {
    const written = began >= last && began - last <= SENT_WITHIN_MS;
    for (const { sender } of rows) {
      if (!sender) continue;
      const seen = senders.get(sender) ?? { spells: new Set(), unwritten: false };
      if (written) seen.spells.add(spell);
      else seen.unwritten = true;
      senders.set(sender, seen);
    }
    const [first, ...others] = [...senders].filter(([, one]) => isLikely(one));
    return first && others.length === 0 ? first[0] : null;
  };
}

function isLikely({ spells, unwritten }: Seen): boolean {
  return !unwritten && spells.size >= SPELLS;
}
