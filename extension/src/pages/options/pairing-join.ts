/** Joining the account of another browser: the same consent as opening one, and a code. */
import type { Answer } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { el } from '../shared/el';
import type { View } from './view';

export type Consent = Extract<Answer<'page:connect'>, { ok: true }>['consent'];

const WHERE =
  'In the browser that keeps its weeks there, open Toward’s options and choose “Add another browser”. Type the code that it shows.';
const WHAT_STAYS =
  'What this browser has counted stays here. Each chat joins the others when you next open it; its days follow the account’s home time zone.';

/** The server's terms, the code, and a yes and a no of the same weight. */
export function joinPanel({ version, text }: Consent, { refresh }: View): HTMLElement {
  const input = el('input', {
    ...{ id: 'join-code', type: 'text', autocomplete: 'off', autocapitalize: 'characters' },
    ...{ spellcheck: 'false', dir: 'ltr', 'aria-describedby': 'join-where' },
  });
  const join = async () => {
    notice('');
    const answer = await ask('page:join', { code: input.value, consent: version });
    if (answer?.ok) await refresh('Added. This browser shares the account from now on.');
    else if (answer) notice(answer.problem);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void join();
  };
  const no = () => void refresh('Your counts stay in this browser.');
  return el(
    'form',
    { class: 'panel stack', id: 'join-panel', tabindex: '-1', submit, novalidate: true },
    el('h3', {}, 'What the server says about keeping your weeks'),
    el('p', { class: 'consent' }, text),
    el('p', { id: 'join-where' }, WHERE),
    el('label', { class: 'field' }, 'Code', input),
    el('p', { class: 'soft' }, WHAT_STAYS),
    el(
      'div',
      { class: 'row' },
      el('button', { id: 'join-yes', type: 'submit' }, 'I agree: add this browser'),
      el('button', { id: 'join-no', type: 'button', click: no }, 'Not now'),
    ),
  );
}
