// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import concepts from '../../../../nudges/concepts.json';
import { NUDGE_DEFAULTS } from '../../shared/nudge';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import type { ThoughtInfo, ThoughtsView } from '../../shared/views';
import { byId, el } from '../shared/el';
import { thoughtsPart } from './thoughts';
import { CONCEPTS, grouped, isFound, shownText, times } from './thoughts-words';
import type { View } from './view';

function info(id: string, change: Partial<ThoughtInfo> = {}): ThoughtInfo {
  const texts = { say: `About ${id}, for {weeks_counted} weeks.`, ask: 'What now?' };
  return {
    id,
    concept: 'pacing',
    weight: 'light',
    ...texts,
    moment: 'week',
    retired: null,
    ...{ lang: 'en', dir: 'ltr' },
    ...change,
  };
}

const VIEW: ThoughtsView = {
  budget: { ...NUDGE_DEFAULTS, perDay: 2 },
  thoughts: [
    info('rain', { lang: 'ar', dir: 'rtl', try: 'A small thing.' }),
    info('sun', { retired: 'stung' }),
    info('yours-1', { lang: 'ar', dir: 'auto' }),
  ],
  learned: [{ concept: 'pacing', helpful: 1, notNow: 3 }],
  own: [
    {
      ...{ id: 'yours-1', say: 'Mine.', ask: 'What now?', moment: 'opened', cooldown_days: 21 },
      when: [{ signal: 'local_hour', min: 18 }],
    },
  ],
};
const sendMessage = vi.fn(async (_: { name: string; request: unknown }) => VIEW);

beforeEach(async () => {
  sendMessage.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
  const view = { state: { settings: DEFAULT_SETTINGS } } as unknown as View;
  document.body.replaceChildren(el('div', { id: 'notice' }), thoughtsPart(view));
  await vi.waitUntil(() => document.getElementById('budget-perDay'));
});

const asked = (name: string, request: unknown) =>
  expect(sendMessage).toHaveBeenLastCalledWith({ name, request });

function type(id: string, text: string, event: string): void {
  (byId(id) as HTMLInputElement).value = text;
  byId(id).dispatchEvent(new Event(event));
}

test('a number inside its bounds is kept, another is refused and said', () => {
  type('budget-perWeek', '6', 'change');
  asked('page:budget', { change: { perWeek: 6 } });
  sendMessage.mockClear();
  type('budget-perWeek', '11', 'change');
  expect(sendMessage).not.toHaveBeenCalled();
  expect(byId('notice').textContent).toContain('from 0 to 10');
});

test('what differs can be set as it was', () => {
  expect(document.getElementById('budget-perWeek-was')).toBeNull();
  byId('budget-perDay-was').click();
  asked('page:budget', { change: { perDay: 1 } });
});

test('weightier ones can be switched off, and "ask me before I write again" on', () => {
  byId('weighty').click();
  asked('page:budget', { change: { heavyPerWeek: 0 } });
  byId('composing').click();
  asked('page:budget', { change: { composing: true } });
});

test('a card may come without anything new, and every guard has its number', () => {
  byId('only-new').click();
  asked('page:budget', { change: { onlyNew: false } });
  type('budget-fromDay', '0', 'change');
  asked('page:budget', { change: { fromDay: 0 } });
  type('budget-slowAfter', '1', 'change');
  asked('page:budget', { change: { slowAfter: 1 } });
  type('budget-retireAfter', '5', 'change');
  asked('page:budget', { change: { retireAfter: 5 } });
  type('budget-heavyApart', '2', 'change');
  asked('page:budget', { change: { heavyApart: 2 } });
});

test('what does not come any more is told with its reason, and brought back', () => {
  expect(byId('not-coming').textContent).toContain('You said that it stung');
  byId('back-sun').click();
  asked('page:nudge', { id: 'sun', on: true });
});

test('any thought is switched off by itself', () => {
  byId('may-rain').click();
  asked('page:nudge', { id: 'rain', on: false });
});

test('a search shows what it finds', () => {
  type('find-thought', 'RAIN about', 'input');
  expect(byId('item-sun').hidden).toBe(true);
  expect(byId('item-rain').hidden).toBe(false);
  type('find-thought', 'snow', 'input');
  expect(byId('concept-0').hidden).toBe(true);
  type('find-thought', '', 'input');
  expect(byId('concept-0').hidden).toBe(false);
});

test('what was learned is told in words', () => {
  const text = document.querySelector('.points')?.textContent;
  expect(text).toBe('Closeness takes its time: helpful once, not now 3 times');
  expect(times('helpful', 2)).toBe('helpful 2 times');
});

test('an own thought is changed under its id', async () => {
  byId('edit-yours-1').click();
  await vi.waitUntil(() => document.getElementById('own-rule'));
  expect((byId('own-rule') as HTMLSelectElement).value).toBe('local_hour-min');
  type('own-rule-number', '20', 'input');
  byId('own-keep').click();
  const when = [{ signal: 'local_hour', min: 20 }];
  asked('page:own-nudge', { nudge: { ...VIEW.own[0], when } });
});

test('every concept has words, and each its own', () => {
  expect(Object.keys(CONCEPTS).sort()).toEqual(Object.keys(concepts).sort());
  expect(new Set(Object.values(CONCEPTS)).size).toBe(40);
});

test('own thoughts stand apart, figures have no number here', () => {
  expect(grouped(VIEW.thoughts).map(([name, list]) => [name, list.length])).toEqual([
    ['Closeness takes its time', 2],
  ]);
  expect(shownText('For {weeks_counted} weeks.')).toBe('For … weeks.');
  expect(isFound('closeness', info('rain'))).toBe(true);
});

test('each thought says its language and runs in its direction', () => {
  const texts = (id: string) => [...byId(id).querySelectorAll('p[lang]')] as HTMLElement[];
  expect(texts('thought-rain').map(({ lang, dir }) => [lang, dir])).toEqual([
    ['ar', 'rtl'],
    ['ar', 'rtl'],
  ]);
  expect(texts('thought-sun').map(({ lang, dir }) => [lang, dir])).toEqual([['en', 'ltr']]);
  expect(texts('own-yours-1').map(({ lang, dir }) => [lang, dir])).toEqual([['ar', 'auto']]);
});
