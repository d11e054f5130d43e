// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { CardAnswer, CardView } from '../../shared/card';
import { thoughtPanel } from './thought';

const VIEW: CardView = {
  shown: 's1',
  nudge: 'being-there',
  say: 'رسائل من الجهتين.',
  ask: 'ما الذي بقي؟',
  try: null,
  why: {
    numbers: [{ value: '4', meaning: 'days in touch.' }],
    rules: ['Comes after four days.'],
    sources: [{ claim: 'Being there counts.', work: 'Liu, 2023', link: null, kind: 'article' }],
  },
  first: false,
  lang: 'ar',
  dir: 'rtl',
};

const words = (panel: HTMLElement, what: string) =>
  [...panel.querySelectorAll(what)].map((one) => one.textContent);

test('in Arabic the whole panel is, and runs from right to left', () => {
  const panel = thoughtPanel(VIEW, () => {});
  expect([panel.lang, panel.dir]).toEqual(['ar', 'rtl']);
  expect(words(panel, 'summary')).toEqual(['لماذا هذه الخاطرة؟']);
  expect(words(panel, 'h3')).toEqual(['ما جرى عدّه', 'متى قد تظهر', 'من أين جاءت']);
  expect(words(panel, 'button')).toEqual(['مفيدة', 'ليس الآن', 'آلمتني']);
});

test('its sources are marked as English', () => {
  const lists = [...thoughtPanel(VIEW, () => {}).querySelectorAll('ul')];
  expect(lists.map(({ lang, dir }) => `${lang} ${dir}`)).toEqual([' ', ' ', 'en ltr']);
});

test('each button gives its answer, whatever it reads', () => {
  const onAnswer = vi.fn<(answer: CardAnswer) => void>();
  const panel = thoughtPanel(VIEW, onAnswer);
  for (const button of panel.querySelectorAll('button')) button.click();
  expect(onAnswer.mock.calls).toEqual([['helpful'], ['not-now'], ['stung']]);
});
