/** Where the card goes: pure, in CSS pixels of the viewport. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Side = 'left' | 'right';

/** Distance kept from the window's edges and from what must stay free. */
const MARGIN = 12;
const STEP = 16;

function touches(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width + MARGIN &&
    b.left < a.left + a.width + MARGIN &&
    a.top < b.top + b.height + MARGIN &&
    b.top < a.top + a.height + MARGIN
  );
}

function inside(box: Box, viewport: Size): boolean {
  return (
    box.left >= MARGIN &&
    box.top >= MARGIN &&
    box.left + box.width <= viewport.width - MARGIN &&
    box.top + box.height <= viewport.height - MARGIN
  );
}

/** Whether a card of this box is wholly in the window and covers nothing that must stay free. */
export function isFree(
  box: Box,
  viewport: Size,
  composer: Box | null,
  newest: Box | null,
): boolean {
  const taken = [composer, newest].filter((other) => other !== null);
  return inside(box, viewport) && !taken.some((other) => touches(box, other));
}

function candidates(viewport: Size, composer: Box | null, size: Size, side: Side): Box[] {
  const right = viewport.width - size.width - MARGIN;
  const lefts = side === 'right' ? [right, MARGIN] : [MARGIN, right];
  const tops = [viewport.height - size.height - MARGIN, MARGIN];
  if (composer) tops.splice(1, 0, composer.top - size.height - MARGIN);
  return tops.flatMap((top) => lefts.map((left) => ({ left, top, ...size })));
}

/**
 * The first free corner (bottom, above the composer, top; `side` first), as the position of the
 * card's upper left point. Null when every corner would cover the composer or the newest message.
 */
export function place(
  viewport: Size,
  composer: Box | null,
  newest: Box | null,
  size: Size,
  side: Side = 'right',
): { left: number; top: number } | null {
  const free = candidates(viewport, composer, size, side).find((box) =>
    isFree(box, viewport, composer, newest),
  );
  return free ? { left: free.left, top: free.top } : null;
}

/** Like `place`, but gives up height (the card then scrolls), down to `least`. */
export function squeeze(
  viewport: Size,
  composer: Box | null,
  newest: Box | null,
  size: Size,
  least: number,
  side: Side = 'right',
): { left: number; top: number; height: number } | null {
  for (let height = size.height; height >= Math.min(least, size.height); height -= STEP) {
    const found = place(viewport, composer, newest, { width: size.width, height }, side);
    if (found) return { ...found, height };
  }
  return null;
}

/** The one-line strip lies at the top, unless the composer is there; its room ends at the composer. */
export function strip(
  viewport: Size,
  composer: Box | null,
  height: number,
): { edge: 'top' | 'bottom'; room: number } {
  if (!composer) return { edge: 'top', room: viewport.height };
  if (composer.top >= height) return { edge: 'top', room: composer.top };
  const below = viewport.height - composer.top - composer.height;
  return { edge: 'bottom', room: Math.max(below, height) };
}
