// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CardAnswer, CardView } from '../../shared/card';
import type { ClaimHandler } from './claims';
import { showCard } from './show';

const VIEW: CardView = {
  shown: 's1',
  nudge: 'quiet-spell',
  say: 'You wrote after a quiet spell.',
  ask: 'What made you think of them?',
  try: null,
  why: {
    numbers: [{ value: '14', meaning: 'days without a message here.' }],
    rules: ['Comes after your first message in 14 days.'],
    sources: [
      { claim: 'People like a hello.', work: 'Liu et al., 2023', link: null, kind: 'study' },
    ],
  },
  first: false,
  lang: 'en',
  dir: 'ltr',
};

let root: ShadowRoot;
let handler: ClaimHandler | null;
let answers: CardAnswer[];
let stop: AbortController;
const attach = Element.prototype.attachShadow;
const claims = {
  claim: (_host: Element, given: ClaimHandler) => {
    handler = given;
  },
  release: () => {
    handler = null;
  },
};

beforeEach(() => {
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed');
    root = attach.call(this, init);
    return root;
  });
  answers = [];
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

async function show(change: Partial<CardView> = {}): Promise<void> {
  const view = { ...VIEW, ...change };
  const onAnswer = (answer: CardAnswer) => answers.push(answer);
  const around = () => ({ composer: null, newest: null });
  showCard({ view, claims, around, list: null, signal: stop.signal, onAnswer });
  await vi.waitFor(() => expect(root.querySelector('.card.waiting')).toBeNull());
}

function button(words: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((one) => one.textContent === words);
  if (!found) throw new Error(`no button says ${words}`);
  return found;
}

test('the texts are filled into a live region that was shown empty', async () => {
  const shown = show();
  expect(root.querySelector('[role=status]')?.childElementCount).toBe(0);
  await shown;
  const texts = [...root.querySelectorAll('[role=status] p')].map((p) => p.textContent);
  expect(texts).toEqual(['You wrote after a quiet spell.', 'What made you think of them?']);
  expect(root.querySelector('[role=status] button')).toBeNull();
});

test.each([
  ['Helpful', 'helpful'],
  ['Not now', 'not-now'],
  ['This stung', 'stung'],
  ['Quiet here', 'quiet-here'],
])('%s answers once and takes the card away', async (words, answer) => {
  await show();
  button(words).click();
  expect(answers).toEqual([answer]);
  expect(document.documentElement.children).toHaveLength(2);
  expect(handler).toBeNull();
});

test('the first cards say what this is; keeping leaves the card', async () => {
  await show({ first: true });
  button('Keep these').click();
  expect(answers).toEqual(['keep']);
  expect(document.documentElement.children).toHaveLength(3);
  button('Helpful').click();
  expect(answers).toEqual(['keep', 'helpful']);
});

test('stopping takes the card away', async () => {
  await show({ first: true });
  button('Stop these').click();
  expect(answers).toEqual(['stop']);
  expect(document.documentElement.children).toHaveLength(2);
});

test('Escape closes it when the guard says it was pressed inside', async () => {
  await show();
  handler?.inside(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  expect(answers).toEqual(['closed']);
});

test('the shortcut moves focus in and back to where it was', async () => {
  const composer = document.createElement('button');
  document.body.append(composer);
  composer.focus();
  await show();
  expect(document.activeElement).toBe(composer);
  handler?.shortcut();
  expect(root.activeElement).toBe(root.querySelector('aside'));
  handler?.shortcut();
  expect(document.activeElement).toBe(composer);
});

test('an abort takes it away without an answer', async () => {
  await show();
  stop.abort();
  expect(answers).toEqual([]);
  expect(document.documentElement.children).toHaveLength(2);
});

test('why this shows the rule, the numbers with their meaning and the source', async () => {
  await show();
  const items = [...root.querySelectorAll('details li')].map((item) => item.textContent);
  expect(items).toEqual([
    'Comes after your first message in 14 days.',
    '14 days without a message here.',
    'People like a hello. Liu et al., 2023 (study)',
  ]);
});

test('in Arabic the whole card is, from right to left, but for the panel’s English sources', async () => {
  await show({ first: true, lang: 'ar', dir: 'rtl' });
  const card = root.querySelector('aside');
  expect([card?.lang, card?.dir]).toEqual(['ar', 'rtl']);
  expect(card?.getAttribute('aria-label')).toBe('خاطرة من Toward');
  expect(root.querySelector('summary')?.textContent).toBe('لماذا هذه الخاطرة؟');
  const lists = [...root.querySelectorAll('details ul')] as HTMLElement[];
  expect(lists.map(({ lang, dir }) => `${lang} ${dir}`)).toEqual([' ', ' ', 'en ltr']);
  button('إبقاء هذه الخواطر').click();
  button('ليس الآن').click();
  expect(answers).toEqual(['keep', 'not-now']);
});

test('in another language it thanks in it, too', async () => {
  await show({ first: true, lang: 'de' });
  button('Weiter zeigen').click();
  expect(root.querySelector('.first')?.textContent).toBe(
    'Gut, sie kommen weiter. Über das Symbol von Toward kannst du sie jederzeit abstellen.',
  );
});

test('there is nothing to type into', async () => {
  await show({ first: true });
  expect(root.querySelector('input, textarea, select, [contenteditable]')).toBeNull();
});
