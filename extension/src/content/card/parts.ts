import type { CardAnswer, CardView } from '../../shared/card';
import { make } from './make';
import { whyPanel } from './why';
import { ANSWERS, FIRST_ANSWERS, WORDS } from './words';

export type Action = CardAnswer | 'open';

/**
 * Every button is a submit button of one form: `submit` is not composed, so it happens inside the
 * closed root only. The page can neither see nor cause it, while `click` ends at the guard.
 */
export interface Parts {
  card: HTMLElement;
  form: HTMLFormElement;
  /** The live region: filled after it was shown, so that it is said once. */
  status: HTMLElement;
  details: HTMLDetailsElement;
  full: HTMLElement;
  open: HTMLButtonElement;
  mark: HTMLElement;
  first: HTMLElement | null;
  actions: Map<Element, Action>;
}

function cross(): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 14 14');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M2 2 L12 12 M12 2 L2 12');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.75');
  path.setAttribute('stroke-linecap', 'round');
  svg.append(path);
  return svg;
}

function answers(list: [CardAnswer, string][], actions: Parts['actions']): HTMLElement {
  const buttons = list.map(([answer, words]) => {
    const button = make('button', { type: 'submit' }, words);
    actions.set(button, answer);
    return button;
  });
  return make('div', { class: 'row' }, ...buttons);
}

function bar(actions: Parts['actions']) {
  const open = make('button', { type: 'submit', class: 'open', 'aria-expanded': 'false' });
  const close = make('button', { type: 'submit', class: 'close', 'aria-label': WORDS.close });
  const mark = make('span', { class: 'mark', 'aria-hidden': 'true' }, 'Toward');
  open.append(WORDS.open);
  close.append(cross());
  actions.set(open, 'open');
  actions.set(close, 'closed');
  return { open, mark, element: make('div', { class: 'bar' }, mark, open, close) };
}

/** The thought's own texts, in their own language. */
export function thought(view: CardView): HTMLElement[] {
  const own = { lang: view.lang, dir: view.dir };
  const texts = [make('p', own, view.say), make('p', { ...own, class: 'ask' }, view.ask)];
  if (view.try) texts.push(make('p', { ...own, class: 'try' }, view.try));
  return texts;
}

function firstLine(actions: Parts['actions']): HTMLElement {
  const text = make('p', {}, WORDS.first);
  return make('div', { class: 'first' }, text, answers(FIRST_ANSWERS, actions));
}

/** The card's elements, unattached; the live region is still empty. */
export function build(view: CardView): Parts {
  const actions: Parts['actions'] = new Map();
  const { open, mark, element } = bar(actions);
  const status = make('div', { role: 'status', 'aria-live': 'polite', class: 'thought' });
  const details = whyPanel(view.why);
  const first = view.first ? firstLine(actions) : null;
  const full = make('div', { class: 'full' }, details, answers(ANSWERS, actions));
  if (first) full.append(first);
  const form = make('form', {}, element, status, full);
  const card = make('aside', { class: 'card waiting', dir: view.dir, tabindex: '-1' }, form);
  card.setAttribute('lang', 'en');
  card.setAttribute('aria-label', WORDS.name);
  card.setAttribute('aria-description', WORDS.keys);
  return { card, form, status, details, full, open, mark, first, actions };
}
