import type { Parts } from './parts';
import { type Box, type Size, squeeze, strip } from './place';

export interface Surroundings {
  composer: Element | null;
  newest: Element | null;
}

function box(element: Element | null): Box | null {
  if (!element?.isConnected) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

function natural(card: HTMLElement): Size {
  const { width } = card.getBoundingClientRect();
  return { width, height: card.scrollHeight + card.offsetHeight - card.clientHeight };
}

/** The element that scrolls in standards mode; its width leaves out a scroll bar. */
function viewport(): Size {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return { width: width || innerWidth, height: Math.min(height || innerHeight, innerHeight) };
}

function shape(parts: Parts, slim: boolean, opened: boolean) {
  parts.card.classList.toggle('strip', slim);
  parts.card.classList.toggle('opened', slim && opened);
  parts.full.hidden = slim && !opened;
  parts.status.classList.toggle('unseen', slim && !opened);
  parts.open.hidden = !slim;
  parts.mark.hidden = slim;
  parts.open.setAttribute('aria-expanded', String(opened));
}

function put(
  card: HTMLElement,
  at: { left?: number; top?: number; bottom?: number; room: number },
) {
  const px = (number: number | undefined) => (number === undefined ? 'auto' : `${number}px`);
  card.style.setProperty('left', at.left === undefined ? '' : px(at.left));
  card.style.setProperty('top', px(at.top));
  card.style.setProperty('bottom', px(at.bottom));
  card.style.setProperty('max-block-size', `${at.room}px`);
}

function putStrip(parts: Parts, window: Size, composer: Box | null, opened: boolean) {
  shape(parts, true, false);
  const { edge, room } = strip(window, composer, parts.card.offsetHeight);
  shape(parts, true, opened);
  put(parts.card, { [edge]: 0, room });
}

/**
 * Puts the card where it covers neither the composer nor the newest message; where there is no
 * such place it becomes a strip, `opened` or not. With "Why this?" open it may lose height.
 */
export function layout(parts: Parts, around: Surroundings, opened: boolean): void {
  const { card, details } = parts;
  const window = viewport();
  const [composer, newest] = [box(around.composer), box(around.newest)];
  put(card, { left: 0, top: 0, room: window.height });
  shape(parts, false, opened);
  const size = natural(card);
  const side = card.dir === 'rtl' ? 'left' : 'right';
  const least = details.open ? Math.min(size.height, 260) : size.height;
  const found = squeeze(window, composer, newest, size, least, side);
  if (found) put(card, { left: found.left, top: found.top, room: found.height });
  else putStrip(parts, window, composer, opened);
}
