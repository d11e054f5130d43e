import type { Adapter, KindTest } from '../../shared/adapter.gen';
import type { ConversationRef } from '../../shared/messages';
import type { Kind } from '../../shared/types';
import { readAttribute } from '../page/attributes';
import { closest, find, findAll, matches, rootsOf } from '../page/select';
import { type Page, readValue, within } from './value';

/** One conversation open on the page. */
export interface Box {
  element: Element;
  list: Element;
  ref: ConversationRef;
  kind: Kind;
  /** Where its id, label and kind stand: the element, or parts of a list that holds several. */
  places: Element[];
}

export interface Found {
  boxes: Box[];
  /** Conversations without a list, and lists without a conversation that can be named. */
  listless: number;
  nameless: number;
}

/** Every conversation on the page whose id and list can be told. */
export function findBoxes(page: Page): Found {
  const found: Found = { boxes: [], listless: 0, nameless: 0 };
  const { conversation, roots } = page.adapter;
  for (const root of rootsOf(page.document, roots)) {
    for (const element of findAll(root, conversation.box)) {
      if (!matches(element, conversation.ignore)) look(element, page, found);
    }
  }
  return found;
}

function look(element: Element, page: Page, found: Found): void {
  const { selector } = page.adapter.list;
  const list = matches(element, selector) ? element : find(element, selector);
  for (const places of list ? placesIn(element, list, page) : [[element]]) {
    const place = places[0] as Element;
    const ref = refOf(place, page);
    if (ref && list) {
      const kind = kindOf(place, ref.conversation, page.adapter);
      found.boxes.push({ element, list, ref, kind, places });
    } else if (ref) found.listless++;
    else if (list?.childElementCount) found.nameless++;
  }
}

/** The parts of a mixed list, by the conversation that each names. */
function placesIn(box: Element, list: Element, page: Page): Element[][] {
  const { within: part } = page.adapter.conversation;
  if (!part) return [[box]];
  const groups = new Map<string | null, Element[]>();
  for (const element of findAll(list, part)) {
    const id = conversationAt(element, page);
    groups.set(id, [...(groups.get(id) ?? []), element]);
  }
  return [...groups.values()];
}

/** The id that stands at a place, or null. */
export function conversationAt(element: Element, page: Page): string | null {
  return readValue(page.adapter.conversation.id, element, page);
}

function refOf(element: Element, page: Page): ConversationRef | null {
  const { id: adapter, account: reading, scope } = page.adapter;
  const conversation = conversationAt(element, page);
  const account = reading ? readValue([reading], element, page) : '';
  // Without its account two people's chats could run together: better not counted yet.
  if (!conversation || account === null) return null;
  const host = scope === 'host' ? page.location.origin : '';
  return { adapter, host, account, conversation };
}

function kindOf(box: Element, id: string, { conversation }: Adapter): Kind {
  for (const test of conversation.kind) {
    const kind = test.distinct ? kindByNumber(box, test.distinct) : test.kind;
    const hit = test.id
      ? new RegExp(test.id).test(id)
      : !test.selector || matches(box, test.selector);
    if (kind && hit) return kind;
  }
  return 'unknown';
}

/** How many people are linked to: one, or several; none says nothing. */
function kindByNumber(
  box: Element,
  { selector, attr, pattern }: NonNullable<KindTest['distinct']>,
): Kind | undefined {
  const values = findAll(box, selector).map((one) => within(readAttribute(one, attr), pattern));
  const { size } = new Set(values.filter(Boolean));
  return size === 0 ? undefined : size === 1 ? 'one' : 'group';
}

export function sameRef(a: ConversationRef, b: ConversationRef): boolean {
  return a.conversation === b.conversation && a.account === b.account && a.adapter === b.adapter;
}

/** Whether a row of a mixed list belongs to the conversation of this box. */
export function belongs(row: Element, { places }: Box, { conversation }: Adapter): boolean {
  const place = conversation.within && closest(row, conversation.within);
  return !place || places.includes(place);
}

/** The name shown for a conversation; called only when the person opened the popup on it. */
export function labelOf({ places }: Box, page: Page): string | null {
  const { label } = page.adapter.conversation;
  return label ? readValue([label], places[0] as Element, page) : null;
}
