import type { Parts } from './parts';
import { type Box, isFree, type Side, type Size, squeeze, strip } from './place';

/** What must stay free, looked up anew each time: apps make their elements anew. */
export interface Surroundings {
  composer: Element | null;
  newest: Element | null;
}

/** The same in CSS pixels of the viewport; null where nothing of it is shown. */
export interface Measures {
  window: Size;
  composer: Box | null;
  newest: Box | null;
  /** Where lines end on this page, whatever language the card speaks. */
  side: Side;
}

function box(element: Element | null, window: Size): Box | null {
  if (!element?.isConnected) return null;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const isShown = right > 0 && bottom > 0 && left < window.width && top < window.height;
  return isShown ? { left, top, width, height } : null;
}

/** The element that scrolls in standards mode; its width leaves out a scroll bar. */
function viewport(): Size {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return { width: width || innerWidth, height: Math.min(height || innerHeight, innerHeight) };
}

/** The buttons beside the field belong to it: a form around it that is no whole page. */
function withButtons(composer: Element | null, window: Size): Box | null {
  const field = box(composer, window);
  const form = box(composer?.closest('form') ?? null, window);
  return form && form.height < window.height / 2 ? form : field;
}

export function measure({ composer, newest }: Surroundings): Measures {
  const window = viewport();
  // What is written in a composer may turn it around; what it stands in stays.
  const { direction } = getComputedStyle(composer?.parentElement ?? document.documentElement);
  const side = direction === 'rtl' ? 'left' : 'right';
  const free = { composer: withButtons(composer, window), newest: box(newest, window) };
  return { window, side, ...free };
}

/** Whether the card may stay where it is. A strip looks for a better place whenever it can. */
export function mayStay({ card }: Parts, { window, composer, newest }: Measures): boolean {
  if (card.classList.contains('strip')) return false;
  return isFree(card.getBoundingClientRect(), window, composer, newest);
}

function natural(card: HTMLElement): Size {
  const { width } = card.getBoundingClientRect();
  return { width, height: card.scrollHeight + card.offsetHeight - card.clientHeight };
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

function putStrip(parts: Parts, { window, composer }: Measures, opened: boolean) {
  shape(parts, true, false);
  const { edge, room } = strip(window, composer, parts.card.offsetHeight);
  shape(parts, true, opened);
  put(parts.card, { [edge]: 0, room });
}

/** A place for the card as it stands, or null. With "Why this?" open it may lose height. */
function placeOf({ card, details }: Parts, { window, composer, newest, side }: Measures) {
  const size = natural(card);
  const least = details.open ? Math.min(size.height, 260) : size.height;
  return squeeze(window, composer, newest, size, least, side);
}

/**
 * Puts the card where it covers neither the composer nor the newest message: slender, or else
 * broad and lower. Where there is no such place it becomes a strip, `opened` or not.
 */
export function layout(parts: Parts, measures: Measures, opened: boolean): void {
  const { card } = parts;
  const { scrollTop } = card;
  put(card, { left: 0, top: 0, room: measures.window.height });
  shape(parts, false, opened);
  card.classList.remove('broad');
  let found = placeOf(parts, measures);
  if (!found) card.classList.add('broad');
  found ??= placeOf(parts, measures);
  if (found) put(card, { left: found.left, top: found.top, room: found.height });
  else putStrip(parts, measures, opened);
  card.scrollTop = scrollTop;
}
