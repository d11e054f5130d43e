/** The adapters' invented pages (extension/adapters/*.fixture.html), put on the page of the test. */

import { rootsOf } from '../content/page/select';
import { type Box, findBoxes, labelOf } from '../content/reading/boxes';
import { marks, tiersNow } from '../content/reading/direction';
import { OrderKeys } from '../content/reading/order';
import { type ListReading, RowCache, readList, rowElements } from '../content/reading/rows';
import { type Page, readValue } from '../content/reading/value';
import type { NamedAdapter } from '../shared/messages';

const FOLDER = '../../adapters/';
const files = import.meta.glob('../../adapters/*.fixture.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const fixtureNames = Object.keys(files).map((path) => path.slice(FOLDER.length));

export interface Told {
  id: string;
  kind: string;
  sent: number;
  received: number;
}

interface Change {
  selector: string;
  set?: Record<string, string | null>;
  html?: string;
  /** ms after the change before it; a page that is read only at the end does not wait. */
  after?: number;
}

export interface Expected {
  url: string;
  conversations: Told[];
  storage?: Record<string, string>;
  /** One's own id, where the page does not tell it: learned before. */
  self?: string;
  then?: { change: Change[]; conversations: Told[] };
}

export function parsed(name: string): Document {
  return new DOMParser().parseFromString(files[FOLDER + name] ?? '', 'text/html');
}

export function dataOf<T>(page: Document, mark: string): T {
  return JSON.parse(page.querySelector(`script[${mark}]`)?.textContent ?? 'null');
}

/** Puts an invented page in the place of the test's own. */
export function openFixture(name: string): Expected {
  const page = parsed(name);
  const expected = dataOf<Expected>(page, 'data-expected');
  localStorage.clear();
  for (const [key, value] of Object.entries(expected.storage ?? {})) {
    localStorage.setItem(key, value);
  }
  showPage(page);
  return expected;
}

export function showPage(page: Document): void {
  document.documentElement.innerHTML = page.documentElement.innerHTML;
  for (const part of ['documentElement', 'head', 'body'] as const) {
    for (const { name } of [...document[part].attributes]) document[part].removeAttribute(name);
    for (const { name, value } of page[part].attributes) document[part].setAttribute(name, value);
  }
  attachRoots(document);
}

/** Declared shadow roots, which this parser leaves as templates. */
export function attachRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachRoots(shadow);
  }
}

/** What the page does to a row: a pending id becomes final, an element is made anew. */
export function applyChanges(adapter: NamedAdapter, changes: readonly Change[]): void {
  for (const { selector, set, html } of changes) {
    const element = rootsOf(document, adapter.roots)
      .flatMap((root) => [...root.querySelectorAll(selector)])
      .at(0);
    if (!element) throw new Error(`A change names ${selector}, which is not on the page.`);
    for (const [name, value] of Object.entries(set ?? {})) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    if (html === undefined) continue;
    element.outerHTML = html;
    attachRoots(document);
  }
}

export interface FixtureReading extends ListReading {
  box: Box;
  label: string | null;
}

/** Reads every conversation of the page as it stands, as if it were never looked at before. */
export async function readPage(adapter: NamedAdapter, url: string): Promise<FixtureReading[]> {
  const page: Page = { document, location: new URL(url) as unknown as Location, adapter };
  const told = readValue(adapter.self?.reads ?? [], document.documentElement, page);
  const own = told ?? dataOf<Expected | null>(document, 'data-expected')?.self ?? null;
  const readings = await readWith(own, page);
  const self = readings.find((reading) => reading.self)?.self;
  return self && self !== own ? readWith(self, page) : readings;
}

async function readWith(self: string | null, page: Page): Promise<FixtureReading[]> {
  const { adapter } = page;
  const marked = marks(() => rootsOf(document, adapter.roots));
  const cache = new RowCache(adapter, tiersNow(adapter, self, marked));
  const options = { order: new OrderKeys(), now: 0, fresh: true, pause: () => null };
  return Promise.all(
    findBoxes(page).boxes.map(async (box) => {
      const elements = rowElements(box, adapter);
      const reading = await readList(box, adapter, cache, { ...options, elements });
      return { ...reading, box, label: labelOf(box, page) };
    }),
  );
}

export function counted(readings: readonly FixtureReading[]): Told[] {
  return readings.map(({ box, rows }) => {
    const went = (way: string) => rows.filter(({ direction }) => direction === way).length;
    return { id: box.ref.conversation, kind: box.kind, sent: went('out'), received: went('in') };
  });
}
