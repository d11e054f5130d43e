import type { CardAnswer, CardView, WhyView } from '../../shared/card';
import { type CardWords, wordsIn } from '../../shared/card-words';
import { el } from './el';

/** Sources and claims are English, whatever language the thought is in. */
const ENGLISH = { lang: 'en', dir: 'ltr' };

function items(title: string, list: HTMLElement[], as: Record<string, string> = {}) {
  return list.length > 0 && el('div', {}, el('h3', {}, title), el('ul', as, ...list));
}

function source({ claim, work, link, kind }: WhyView['sources'][number]) {
  const named = link ? el('a', { href: link, target: '_blank', rel: 'noreferrer' }, work) : work;
  return el('li', {}, claim, ' ', named, ` (${kind})`);
}

export function why(view: WhyView, words: CardWords, id = 'why'): HTMLDetailsElement {
  const numbers = view.numbers.map(({ value, meaning }) =>
    el('li', {}, value && el('b', { class: 'figure' }, value), value && ' ', meaning),
  );
  return el(
    'details',
    { id },
    el('summary', {}, words.why),
    el(
      'div',
      { class: 'stack' },
      items(words.numbers, numbers),
      items(
        words.rules,
        view.rules.map((rule) => el('li', {}, rule)),
      ),
      items(words.sources, view.sources.map(source), ENGLISH),
    ),
  );
}

const ANSWERS = ['helpful', 'not-now', 'stung'] as const;

/** A thought drawn on one of Toward's own pages, with its answers; `mark` where there are several. */
export function thoughtPanel(
  view: CardView,
  onAnswer: (answer: CardAnswer) => void,
  mark?: string,
) {
  const end = mark ? `-${mark}` : '';
  const words = wordsIn(view.lang);
  const buttons = ANSWERS.map((answer) => {
    const click = () => onAnswer(answer);
    const attributes = { type: 'button', id: `answer-${answer}${end}`, click };
    return el('button', attributes, words.answers[answer]);
  });
  return el(
    'div',
    { class: 'panel stack', lang: view.lang, dir: view.dir },
    el('p', {}, view.say),
    el('p', {}, el('b', {}, view.ask)),
    view.try && el('p', { class: 'soft' }, view.try),
    why(view.why, words, `why${end}`),
    el('div', { class: 'row' }, ...buttons),
  );
}
