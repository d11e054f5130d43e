import type { Reading } from '../../shared/adapter.gen';
import { readAttribute, readLabel } from '../page/attributes';
import { find, matches } from '../page/select';

/** Where a reading looks: the box of a conversation, and the page around it. */
export interface Place {
  box: Element;
  page: ParentNode;
  location: { pathname: string; hash: string };
  /** The adapter's row selector: a label inside or around a row is refused. */
  row: string;
}

/** The value a reading names, or null: nothing is guessed. */
export function readValue(reading: Reading, place: Place): string | null {
  const raw = rawValue(reading, place);
  if (!raw || !reading.pattern) return raw || null;
  return new RegExp(reading.pattern).exec(raw)?.[1] ?? null;
}

function rawValue(reading: Reading, place: Place): string | null {
  if (reading.from === 'path') return place.location.pathname;
  if (reading.from === 'hash') return place.location.hash;
  const element = elementOf(reading, place);
  if (!element) return null;
  if (reading.from === 'text') return readLabel(element, place.row);
  return reading.attr ? readAttribute(element, reading.attr) : null;
}

function elementOf({ selector, page }: Reading, place: Place): Element | null {
  if (!selector) return place.box;
  if (page) return find(place.page, selector);
  return matches(place.box, selector) ? place.box : find(place.box, selector);
}
