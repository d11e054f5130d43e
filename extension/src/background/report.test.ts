// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { expect, test, vi } from 'vitest';
import type { NamedAdapter } from '../shared/messages';
import { adapterOf } from './adapters';
import {
  adaptersToReport,
  browserOf,
  countIn,
  countMatches,
  reportText,
  selectorsOf,
} from './report';

test('the selectors of an adapter are found with their places', () => {
  expect(selectorsOf(adapterOf('instagram'))).toMatchObject({
    fingerprint: '[data-pagelet^="IGD"]',
    'conversation.box': 'body',
    'conversation.kind.0.distinct.selector': expect.stringContaining('a[href]'),
  });
  const reddit = selectorsOf(adapterOf('reddit'));
  expect(reddit['roots.0']).toBe('rs-app');
});

test.each(adapters)('$id: what is found are selectors, and none holds an own id', (adapter) => {
  const found = selectorsOf(adapter);
  expect(found).toHaveProperty('row.selector');
  expect(found).toHaveProperty('composer');
  const places = Object.keys(found);
  expect(places.some((at) => /pattern|\.attr$|\.key$|verified|name$/.test(at))).toBe(false);
  expect(places.some((at) => /\.style\.(?!selector)/.test(at))).toBe(false);
  expect(JSON.stringify(found)).not.toContain('{self}');
});

test('matches are counted in the document and in open shadow roots along the path', () => {
  document.body.innerHTML = '<i class="a"></i><x-app></x-app><x-else></x-else>';
  const app = document.querySelector('x-app') as Element;
  app.attachShadow({ mode: 'open' }).innerHTML = '<i class="a"></i><x-row></x-row><x-row></x-row>';
  for (const row of app.shadowRoot?.querySelectorAll('x-row') ?? []) {
    row.attachShadow({ mode: 'open' }).innerHTML = '<i class="a"></i>';
  }
  const other = document.querySelector('x-else') as Element;
  other.attachShadow({ mode: 'open' }).innerHTML = '<i class="a"></i>';
  const selectors = ['.a', 'x-row', '.none', '[['];
  expect(countMatches([], selectors)).toEqual([1, 0, 0, null]);
  expect(countMatches(['x-app', 'x-row'], selectors)).toEqual([4, 2, 0, null]);
});

test('it is counted in the tab, by a function that is given selectors', async () => {
  const executeScript = vi.fn(async ({ args }) => [{ result: args[1].map(() => 3) }]);
  Object.assign(globalThis, { chrome: { scripting: { executeScript } } });
  const { matches } = await countIn(7, adapterOf('reddit'));
  expect(matches['row.selector']).toBe(3);
  const order = executeScript.mock.calls[0]?.[0] as { target: object; args: string[][] };
  expect(order.target).toEqual({ tabId: 7 });
  const { roots = [], row } = adapterOf('reddit');
  expect(order.args[0]).toEqual([...roots, ...(row.shadow ? [row.selector] : [])]);
});

const ids = (list: NamedAdapter[]) => list.map(({ id }) => id);
const health = (adapter: string, trouble: 'no-adapter' | 'no-rows' | null) => ({
  health: [{ adapter, trouble }],
});

test('a report is of the adapter in trouble, else of those for the address, else of all', () => {
  const generic = ['converse', 'thelounge', 'practice'].map(adapterOf);
  const offered = [adapterOf('whatsapp'), ...generic];
  expect(ids(adaptersToReport(health('converse', 'no-rows'), offered))).toEqual(['converse']);
  expect(ids(adaptersToReport(health('', 'no-adapter'), offered))).toEqual(['whatsapp']);
  const all = adaptersToReport(health('', 'no-adapter'), generic);
  expect(ids(all)).toEqual(['converse', 'thelounge']);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36', 'Chromium 141'],
  ['Mozilla/5.0 (X11) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Edge 141'],
  ['Mozilla/5.0 (X11) HeadlessChrome/141.0.0.0 Safari/537.36', 'Chromium 141'],
  ['something', 'unknown'],
])('the browser is told without its system: %s', (agent, browser) => {
  expect(browserOf(agent)).toBe(browser);
});

const FACTS = { version: '0.1.0', userAgent: 'Firefox/140.0' };

test('the text says what, where and how often, and nothing else', () => {
  const adapter = { ...adapterOf('converse'), verified: '2026-11-22' };
  const counted = [{ adapter, matches: { fingerprint: 1, 'row.selector': 0, composer: null } }];
  expect(reportText({ ...FACTS, ...health('converse', 'no-rows'), counted })).toBe(
    `Toward 0.1.0, Firefox 140
converse: no-rows
How often each selector matched:
converse, verified 2026-11-22
  fingerprint: 1
  row.selector: 0
  composer: not understood`,
  );
});

test('where no app is known the marks of all are enough', () => {
  const counted = ['converse', 'thelounge'].map((id) => ({
    adapter: { ...adapterOf(id), verified: '2026-11-22' },
    matches: { fingerprint: 0, composer: 4 },
  }));
  expect(reportText({ ...FACTS, ...health('', 'no-adapter'), counted })).toBe(
    `Toward 0.1.0, Firefox 140
page: no-adapter
How often each selector matched:
converse, verified 2026-11-22 fingerprint: 0
thelounge, verified 2026-11-22 fingerprint: 0`,
  );
});
