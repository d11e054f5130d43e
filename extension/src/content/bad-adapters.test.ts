// @vitest-environment happy-dom
/** An adapter that is no good on a page counts nothing there and says so; the others go on. */
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import {
  converse,
  MadeUpBox,
  pageForEach,
  pass,
  row,
  rows,
  settle,
  startReader,
} from '../made-up/page';
import type { NamedAdapter, Trouble } from '../shared/messages';

const MINUTE_MS = 61_000;
/** No browser understands it. */
const THROWS = 'li[[';

const here = pageForEach();

beforeEach(() => {
  // As browsers do: happy-dom takes it for a selector that nothing matches.
  for (const name of ['matches', 'closest'] as const) {
    const ask = Element.prototype[name] as (selector: string) => Element | boolean | null;
    const spy = vi.spyOn(Element.prototype, name) as unknown as MockInstance<typeof ask>;
    spy.mockImplementation(function (this: Element, selector) {
      if (selector === THROWS) throw new DOMException('not a valid selector', 'SyntaxError');
      return ask.call(this, selector);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

function bad(change: Partial<NamedAdapter>): NamedAdapter {
  return { ...converse, id: 'bad', ...change };
}

const list = { ...converse.list, selector: THROWS };
const box = { ...converse.conversation, box: THROWS };
const rowsThat = (selector: string) => ({ ...converse.row, selector });

const THROWING: [string, Partial<NamedAdapter>, Trouble | undefined][] = [
  // Without a conversation there is no chat that could seem to be counted.
  ['its conversations', { conversation: box }, undefined],
  ['its list', { list }, 'no-list'],
  ['its rows', { row: rowsThat(THROWS) }, 'no-rows'],
  ['what a message holds', { row: { ...converse.row, holds: THROWS } }, 'no-rows'],
  ['what is no message', { row: { ...converse.row, exclude: THROWS } }, 'no-rows'],
  ['what is pending', { row: { ...converse.row, pending: THROWS } }, 'no-rows'],
  ['the beginning of a run', { row: { ...converse.row, head: THROWS } }, 'no-rows'],
  ['rows that wait', { row: { ...converse.row, shell: THROWS } }, 'no-rows'],
  ['the words of a message', { row: { ...converse.row, content: THROWS } }, 'no-conversation'],
  ['its directions', { direction: [{ out: THROWS, in: THROWS }] }, 'no-direction'],
  ['all', { conversation: box, list, row: rowsThat(THROWS), composer: THROWS }, undefined],
];

test.each(THROWING)('whose selector throws for %s', async (_, change, trouble) => {
  const { list: shown } = new MadeUpBox('ines', rows('a b'));
  startReader(here.stop, bad(change));
  startReader(here.stop);
  await pass(MINUTE_MS);
  shown.append(row('c', 'out', 5));
  await settle();
  expect(here.background.told).toEqual(['ines: a b', 'ines: c']);
  expect(here.background.delivered.map(({ ref }) => ref.adapter)).toEqual(['converse', 'converse']);
  expect(here.background.health.map((told) => [told.adapter, told.trouble])).toEqual(
    trouble ? [['bad', trouble]] : [],
  );
});

test('that matches thousands of nodes that are no messages', async () => {
  const { list: shown } = new MadeUpBox('ines', rows('a b'));
  const others = Array.from({ length: 3000 }, () => document.createElement('i'));
  const place = document.createElement('aside');
  place.append(...others);
  shown.append(place);
  startReader(here.stop, bad({ row: rowsThat('*') }));
  startReader(here.stop);
  await pass(MINUTE_MS);
  expect(here.background.delivered.map(({ ref }) => ref.adapter)).toEqual(['converse']);
  expect(here.background.health).toEqual([{ adapter: 'bad', trouble: 'no-key' }]);
});

test('on a page of more elements than any chat has, none is looked for', async () => {
  new MadeUpBox('ines', rows('a b'));
  const all = vi.spyOn(document, 'getElementsByTagName');
  const item = (i: number) => (i <= 100_000 ? document.body : null);
  all.mockReturnValue({ item } as HTMLCollectionOf<Element>);
  const searched = vi.spyOn(document, 'querySelectorAll');
  startReader(here.stop);
  await pass(MINUTE_MS);
  expect(here.background.health).toEqual([{ adapter: 'converse', trouble: 'too-many' }]);
  expect(searched.mock.calls.filter(([one]) => one === converse.conversation.box)).toEqual([]);
  all.mockRestore();
  document.body.append(document.createElement('i'));
  await settle();
  await settle();
  expect(here.background.told).toEqual(['ines: a b']);
});
