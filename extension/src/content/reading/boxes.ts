import type { ConversationRef, NamedAdapter } from '../../shared/messages';
import type { Kind } from '../../shared/types';
import { find, findAll, matches } from '../page/select';
import { type Place, readValue } from './value';

/** One conversation open on the page. */
export interface Box {
  element: Element;
  list: Element;
  ref: ConversationRef;
  kind: Kind;
}

interface Page {
  location: Location;
  document: Document;
}

export function placeOf(box: Element, adapter: NamedAdapter, page: Page): Place {
  return { box, page: page.document, location: page.location, row: adapter.row.selector };
}

/** Every conversation on the page whose id and list can be told. */
export function findBoxes(adapter: NamedAdapter, roots: ParentNode[], page: Page): Box[] {
  return roots
    .flatMap((root) => findAll(root, adapter.conversation.box))
    .flatMap((element) => boxOf(element, adapter, page) ?? []);
}

function boxOf(element: Element, adapter: NamedAdapter, page: Page): Box | null {
  if (matches(element, adapter.conversation.ignore)) return null;
  const place = placeOf(element, adapter, page);
  const conversation = readValue(adapter.conversation.id, place);
  const list = find(element, adapter.list.selector);
  if (!conversation || !list) return null;
  const account = adapter.account ? readValue(adapter.account, place) : '';
  // Without its account two people's chats could run together: better not counted yet.
  if (account === null) return null;
  const host = adapter.scope === 'host' ? page.location.origin : '';
  const ref = { adapter: adapter.id, host, account, conversation };
  return { element, list, ref, kind: kindOf(element, adapter) };
}

function kindOf(box: Element, adapter: NamedAdapter): Kind {
  return adapter.conversation.kind.find((test) => matches(box, test.selector))?.kind ?? 'unknown';
}

export function sameRef(a: ConversationRef, b: ConversationRef): boolean {
  return a.conversation === b.conversation && a.account === b.account && a.adapter === b.adapter;
}

/** The name shown for a conversation; called only when the person opened the popup on it. */
export function labelOf(box: Box, adapter: NamedAdapter, page: Page): string | null {
  const { label } = adapter.conversation;
  return label ? readValue(label, placeOf(box.element, adapter, page)) : null;
}
