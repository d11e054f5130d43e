import { attempt } from './select';

/**
 * The one place that reads attributes of a page. A closed list: names of people, labels and
 * message words live in other attributes and stay unread (P1).
 */
const OPEN = /^(id|datetime|jid|msg-id|display-name|href|src|class|data-[a-z0-9-]+)$/;
const CLOSED = new Set(['data-pre-plain-text']);

function isOpen(name: string): boolean {
  return OPEN.test(name) && !CLOSED.has(name);
}

/** Inside the message's own words, `words`, nothing is read: a link there is what someone wrote. */
export function readAttribute(element: Element, name: string, words?: string): string | null {
  if (!isOpen(name)) throw new Error(`Attribute ${name} is not open to read`);
  return words && element.closest(words) ? null : element.getAttribute(name);
}

/**
 * A time label that an adapter declares: read only when it lies outside the message's words. Where
 * these are is not known, closed attributes stay closed.
 */
export function readTimeLabel(
  element: Element,
  name: string,
  words: string | undefined,
): string | null {
  if (words ? element.closest(words) : !isOpen(name)) return null;
  return element.getAttribute(name);
}

/** The text of a declared conversation label: the only text ever read from a page. */
export function readLabel(element: Element, row: string): string | null {
  // A selector that throws cannot show that this is no message: nothing is read then.
  if (attempt(() => element.closest(row) ?? element.querySelector(row), element)) return null;
  return element.textContent?.trim().slice(0, 80) || null;
}
