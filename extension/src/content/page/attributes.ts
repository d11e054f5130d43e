import { attempt, find } from './select';

/**
 * The one place that reads attributes of a page. A closed list: names of people, labels and
 * message words live in other attributes and stay unread (P1).
 */
const OPEN =
  /^(id|datetime|jid|msg-id|display-name|href|src|class|data-(?!pre-plain-text$)[a-z0-9-]+)$/;

/** Inside the message's own words, `words`, nothing is read: a link there is what someone wrote. */
export function readAttribute(element: Element, name: string, words?: string): string | null {
  if (!OPEN.test(name)) throw new Error(`Attribute ${name} is not open to read`);
  return words && around(element, words) ? null : element.getAttribute(name);
}

/** A selector that throws cannot show that an element lies outside: it counts as around it. */
function around(element: Element, selector: string): Element | null {
  return attempt(() => element.closest(selector), element);
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
  if (words ? around(element, words) : !OPEN.test(name)) return null;
  return element.getAttribute(name);
}

/** The text of a declared conversation label: the only text ever read from a page. */
export function readLabel(element: Element, row: string): string | null {
  if (around(element, row) || find(element, row)) return null;
  return element.textContent?.trim().slice(0, 80) || null;
}
