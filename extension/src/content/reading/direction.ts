/** Which way a message went: ordered tiers, each of which may abstain. Never guessed. */
import type { Adapter, Tier } from '../../shared/adapter.gen';
import type { Direction } from '../../shared/types';
import { closest, find, findIn, matches } from '../page/select';

const OWN = '{self}';
/** A bubble this wide beside its row lies on no side. */
const WIDEST = 0.85;

/** The tiers as they can be asked now: those that need one's own id only once it is known. */
export function tiersNow(
  adapter: Adapter,
  self: string | null,
  marked: (mark: string) => boolean,
): Tier[] {
  // Twice a string within a string: first of the selector, then of the JSON around it.
  const escaped = self === null ? null : quoted(quoted(self));
  return adapter.direction.flatMap((tier): Tier[] => {
    const { otherwise, ...rest } = tier;
    if (otherwise) return [marked(rest.out ?? rest.in ?? '') ? tier : rest];
    const text = JSON.stringify(tier);
    if (!text.includes(OWN)) return [tier];
    return escaped === null ? [] : [JSON.parse(text.replaceAll(OWN, () => escaped))];
  });
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

/**
 * Tells of a one-sided mark whether it was ever seen on this page: a renamed mark does not make
 * every row theirs.
 */
export function marks(roots: () => ParentNode[]): (mark: string) => boolean {
  const seen = new Set<string>();
  return (mark) => {
    if (!seen.has(mark) && findIn(roots(), mark)) seen.add(mark);
    return seen.has(mark);
  };
}

/** What the row says by itself; inheritance is for the list to tell. */
export function readDirection(row: Element, inside: ParentNode, tiers: readonly Tier[]): Direction {
  for (const tier of tiers) {
    const told = askTier(row, inside, tier);
    if (told) return told;
  }
  return null;
}

function askTier(row: Element, inside: ParentNode, tier: Tier): Direction {
  if (tier.style) return byStyle(row, inside, tier.style);
  if (tier.side) return bySide(row, inside, tier.side);
  const place = tier.within ? closest(row, tier.within) : row;
  if (!place) return null;
  const root = tier.within ? place : inside;
  const out = tier.out !== undefined && holds(place, root, tier.out);
  const incoming = tier.in !== undefined && holds(place, root, tier.in);
  if (out !== incoming) return out ? 'out' : 'in';
  return out ? null : (tier.otherwise ?? null);
}

function holds(element: Element, inside: ParentNode, selector: string): boolean {
  return matches(element, selector) || find(inside, selector) !== null;
}

function byStyle(row: Element, inside: ParentNode, style: NonNullable<Tier['style']>): Direction {
  const element = style.selector ? find(inside, style.selector) : row;
  const value = element && getComputedStyle(element).getPropertyValue(style.property);
  return value === style.out ? 'out' : value === style.in ? 'in' : null;
}

function bySide(row: Element, inside: ParentNode, selector: string): Direction {
  const bubble = find(inside, selector)?.getBoundingClientRect();
  const { left, right, width } = row.getBoundingClientRect();
  if (!bubble?.width || bubble.width > width * WIDEST) return null;
  const lean = bubble.left - left - (right - bubble.right);
  if (Math.abs(lean) < width / 20) return null;
  return lean > 0 === (getComputedStyle(row).direction !== 'rtl') ? 'out' : 'in';
}
