/**
 * The one place that reads attributes of a page. A closed list: names of people, labels and
 * message words live in other attributes and stay unread (P1).
 */
const OPEN = /^(id|datetime|jid|data-[a-z0-9-]+)$/;
const CLOSED = new Set(['data-pre-plain-text']);

export function readAttribute(element: Element, name: string): string | null {
  if (!OPEN.test(name) || CLOSED.has(name))
    throw new Error(`Attribute ${name} is not open to read`);
  return element.getAttribute(name);
}

/** A time label that an adapter declares: read only when it lies outside the message's words. */
export function readTimeLabel(
  element: Element,
  name: string,
  words: string | undefined,
): string | null {
  if (words && element.closest(words)) return null;
  return element.getAttribute(name);
}

/** The text of a declared conversation label: the only text ever read from a page. */
export function readLabel(element: Element, row: string): string | null {
  if (element.closest(row) || element.querySelector(row)) return null;
  return element.textContent?.trim().slice(0, 80) || null;
}
