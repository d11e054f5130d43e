import type { CardAnswer, CardView, WhyView } from '../../shared/card';
import { el } from './el';

function items(title: string, list: HTMLElement[]) {
  return list.length > 0 && el('div', {}, el('h3', {}, title), el('ul', {}, ...list));
}

function source({ claim, work, link, kind }: WhyView['sources'][number]) {
  const named = link ? el('a', { href: link, target: '_blank', rel: 'noreferrer' }, work) : work;
  return el('li', {}, claim, ' ', named, ` (${kind})`);
}

export function why(view: WhyView): HTMLDetailsElement {
  const numbers = view.numbers.map(({ value, meaning }) =>
    el('li', {}, el('b', { class: 'figure' }, value), ' ', meaning),
  );
  return el(
    'details',
    { id: 'why' },
    el('summary', {}, 'Why this?'),
    el(
      'div',
      { class: 'stack' },
      items('What was counted', numbers),
      items(
        'When this may come',
        view.rules.map((rule) => el('li', {}, rule)),
      ),
      items('Where it comes from', view.sources.map(source)),
    ),
  );
}

const ANSWERS: [CardAnswer, string][] = [
  ['helpful', 'Helpful'],
  ['not-now', 'Not now'],
  ['stung', 'This stung'],
];

/** A thought drawn on one of Toward's own pages, with its answers. */
export function thoughtPanel(view: CardView, onAnswer: (answer: CardAnswer) => void) {
  const own = { lang: view.lang, dir: view.dir };
  const buttons = ANSWERS.map(([answer, words]) =>
    el('button', { type: 'button', id: `answer-${answer}`, click: () => onAnswer(answer) }, words),
  );
  return el(
    'div',
    { class: 'panel stack' },
    el('p', own, view.say),
    el('p', own, el('b', {}, view.ask)),
    view.try && el('p', { ...own, class: 'soft' }, view.try),
    why(view.why),
    el('div', { class: 'row' }, ...buttons),
  );
}
