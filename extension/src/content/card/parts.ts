import type { CardAnswer, CardView } from '../../shared/card';
import { type CardWords, wordsIn } from '../../shared/card-words';
import { cross, sign } from './drawings';
import { make } from './make';
import { whyPanel } from './why';

export type Action = CardAnswer | 'open';

const ANSWERS = ['helpful', 'not-now', 'stung', 'quiet-here'] as const;
const FIRST_ANSWERS = ['keep', 'stop'] as const;

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

function answers(
  list: readonly (keyof CardWords['answers'])[],
  words: CardWords,
  actions: Parts['actions'],
): HTMLElement {
  const buttons = list.map((answer) => {
    const button = make('button', { type: 'submit' }, words.answers[answer]);
    actions.set(button, answer);
    return button;
  });
  return make('div', { class: 'row' }, ...buttons);
}

function bar(words: CardWords, actions: Parts['actions']) {
  const open = make('button', { type: 'submit', class: 'open', 'aria-expanded': 'false' });
  const close = make('button', { type: 'submit', class: 'close', 'aria-label': words.close });
  const mark = make('span', { class: 'mark', 'aria-hidden': 'true' }, sign(), 'Toward');
  open.append(words.title);
  close.append(cross());
  actions.set(open, 'open');
  actions.set(close, 'closed');
  return { open, mark, element: make('div', { class: 'bar' }, mark, open, close) };
}

/** The thought's own texts. */
export function thought(view: CardView): HTMLElement[] {
  const texts = [make('p', {}, view.say), make('p', { class: 'ask' }, view.ask)];
  if (view.try) texts.push(make('p', { class: 'try' }, view.try));
  return texts;
}

function firstLine(words: CardWords, actions: Parts['actions']): HTMLElement {
  const what = make('p', {}, words.first);
  const how = make('p', {}, words.keys);
  return make('div', { class: 'first' }, what, answers(FIRST_ANSWERS, words, actions), how);
}

/** The card's elements, unattached; the live region is still empty. It speaks the view's language. */
export function build(view: CardView): Parts {
  const words = wordsIn(view.lang);
  const actions: Parts['actions'] = new Map();
  const { open, mark, element } = bar(words, actions);
  const status = make('div', { role: 'status', 'aria-live': 'polite', class: 'thought' });
  const details = whyPanel(view.why, words);
  const first = view.first ? firstLine(words, actions) : null;
  const full = make('div', { class: 'full' }, details, answers(ANSWERS, words, actions));
  if (first) full.append(first);
  const form = make('form', {}, element, status, full);
  const card = make('aside', { class: 'card waiting', dir: view.dir, tabindex: '-1' }, form);
  card.setAttribute('lang', view.lang);
  card.setAttribute('aria-label', words.title);
  card.setAttribute('aria-description', words.keys);
  return { card, form, status, details, full, open, mark, first, actions };
}
