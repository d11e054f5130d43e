// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { converse, MadeUpBox, rows } from '../../made-up/page';
import type { CardView } from '../../shared/card';
import { Port } from '../port';
import type { CardPage } from './main';

const view: CardView = {
  shown: 's1',
  nudge: 'quiet-spell',
  say: 'You wrote after a quiet spell.',
  ask: 'What made you think of them?',
  try: null,
  why: { numbers: [], rules: [], sources: [] },
  first: true,
  lang: 'en',
  dir: 'ltr',
};

let root: ShadowRoot;
let asked: unknown[];
let stop: AbortController;
let inView: boolean;
let page: CardPage;
let showIt: () => Promise<void>;
const done = vi.fn();
const attach = Element.prototype.attachShadow;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  asked = [];
  const sendMessage = async (message: unknown) => {
    asked.push(message);
    return { ok: true };
  };
  Object.assign(globalThis, { chrome: { runtime: { id: 'toward', sendMessage } } });
  stop = new AbortController();
  inView = true;
  done.mockClear();
  const { element, list } = new MadeUpBox('ines', rows('a b'));
  const session = { box: { element, list } } as never;
  const reader = { adapter: converse } as never;
  page = { reader, guard: { hear: null }, port: new Port(stop) };
  const { show } = await import('./main');
  showIt = () => show(page, view, session, () => inView);
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The card is the page's third element, after head and body. */
const isThere = () => document.documentElement.childElementCount === 3;
const answer = (words: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent === words)?.click();

async function show(): Promise<void> {
  void showIt().then(done);
  await vi.advanceTimersByTimeAsync(100);
  expect(isThere()).toBe(true);
}

test('its guard hears from the first card on', async () => {
  expect(page.guard.hear).toBeNull();
  await show();
  expect(page.guard.hear).not.toBeNull();
});

test('an answer is told and ends it', async () => {
  await show();
  answer('Not now');
  await vi.advanceTimersByTimeAsync(0);
  const request = { shown: 's1', answer: 'not-now' };
  expect(asked).toEqual([{ name: 'content:answer', request }]);
  expect([isThere(), done.mock.calls.length]).toEqual([false, 1]);
});

test('keeping the notes is told and leaves it', async () => {
  await show();
  answer('Keep these');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveLength(1);
  expect([isThere(), done.mock.calls.length]).toEqual([true, 0]);
});

test('it goes with its chat, without an answer', async () => {
  await show();
  inView = false;
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual([]);
  expect([isThere(), done.mock.calls.length]).toEqual([false, 1]);
});

test('it goes when the content script ends', async () => {
  await show();
  stop.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect([isThere(), done.mock.calls.length]).toEqual([false, 1]);
});

test('put into the page again, it changes nothing', async () => {
  const first = globalThis.towardCards;
  vi.resetModules();
  await import('./main');
  expect(globalThis.towardCards).toBe(first);
});
