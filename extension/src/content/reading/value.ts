import type { Reading, RowRead } from '../../shared/adapter.gen';
import type { NamedAdapter } from '../../shared/messages';
import { readAttribute, readLabel } from '../page/attributes';
import { find, findIn, matches, rootsOf } from '../page/select';
import { readStored } from '../page/stored';

/** A page, and the adapter that it is read by. */
export interface Page {
  document: Document;
  location: Pick<Location, 'pathname' | 'hash' | 'origin'>;
  adapter: NamedAdapter;
}

/** The value of the first reading that has one, in a box or around it; or null: nothing is guessed. */
export function readValue(readings: readonly Reading[], box: Element, page: Page): string | null {
  for (const reading of readings) {
    if (reading.when && !matches(box, reading.when)) continue;
    const value = within(rawValue(reading, box, page), reading.pattern);
    if (value) return value;
  }
  return null;
}

/** A short value on a row, never from inside the message's own words. */
export function readOnRow(
  inside: ParentNode,
  row: Element,
  { selector, attr, pattern }: RowRead,
  words: string | undefined,
): string | null {
  const element = selector ? find(inside, selector) : row;
  return element && within(readAttribute(element, attr, words), pattern);
}

/** The groups of a pattern together; without a pattern the whole value. */
export function within(raw: string | null, pattern: string | undefined): string | null {
  if (!raw || !pattern) return raw || null;
  return new RegExp(pattern).exec(raw)?.slice(1).join('') || null;
}

function rawValue(reading: Reading, box: Element, page: Page): string | null {
  const { from, attr, key } = reading;
  const { location, adapter } = page;
  if (from === 'path') return decoded(location.pathname);
  if (from === 'hash') return decoded(location.hash);
  if (from === 'storage') return key ? readStored(key) : null;
  const element = elementOf(reading, box, page);
  if (!element) return null;
  const { selector, content } = adapter.row;
  if (from === 'text') return readLabel(element, selector);
  return attr ? readAttribute(element, attr, content) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function elementOf({ selector, page: whole }: Reading, box: Element, page: Page): Element | null {
  if (!selector) return box;
  if (whole) return findIn(rootsOf(page.document, page.adapter.roots), selector);
  return matches(box, selector) ? box : find(box, selector);
}
