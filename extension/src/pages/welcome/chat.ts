import { addressProblem, readAddress } from '../shared/address';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { NUDGE_CONSENT } from '../shared/texts';
import type { View } from './view';

const PRACTICE = 'http://127.0.0.1:8000/try';

function practice(): HTMLElement {
  const input = el('input', { id: 'practice', type: 'url', value: PRACTICE, spellcheck: 'false' });
  const problem = el('p', { id: 'practice-problem', class: 'soft', role: 'status' });
  input.setAttribute('aria-describedby', problem.id);
  const open = (event: Event) => {
    event.preventDefault();
    const wrong = addressProblem(input.value);
    problem.replaceChildren(wrong ?? '');
    const address = readAddress(input.value);
    if (!wrong && address) window.open(address.href, '_blank', 'noreferrer');
  };
  return el(
    'section',
    { class: 'panel stack' },
    el('h2', {}, 'Or try the practice chat'),
    el(
      'p',
      {},
      'A Toward server has a practice chat with a scripted partner and a fast clock. Within two minutes you see a card and a filled week, without signing in anywhere. Switch it on like any site.',
    ),
    el(
      'form',
      { class: 'row', submit: open, novalidate: true },
      el('label', { class: 'field address' }, 'Address of the practice chat', input),
      el('button', { id: 'practice-open', type: 'submit' }, 'Open the practice chat'),
    ),
    problem,
  );
}

/** What a card looks like; its buttons are drawn, not pressed. */
function preview(): HTMLElement {
  const answers = ['Helpful', 'Not now', 'This stung', 'Quiet here'];
  return el(
    'figure',
    { class: 'panel preview stack' },
    el('figcaption', { class: 'soft' }, 'What a card looks like'),
    el('p', {}, 'You said hello here after some quiet days.'),
    el('p', {}, el('b', {}, 'What brought this person to mind?')),
    el(
      'div',
      { class: 'preview-buttons', 'aria-hidden': 'true' },
      ...answers.map((answer) => el('span', {}, answer)),
    ),
  );
}

function nudges({ state, update }: View): HTMLElement {
  const give = (given: boolean) => () => void update(ask('page:consent', { to: 'nudges', given }));
  const { question, text, yes, no } = NUDGE_CONSENT;
  const consent = state.settings.nudgeConsent;
  const said = consent ? 'Yes, they may come.' : 'No cards will come.';
  const pressed = (on: boolean) => String(consent === on);
  const button = (id: string, on: boolean, words: string) => {
    const attributes = { id, type: 'button', 'aria-pressed': pressed(on), click: give(on) };
    return el('button', attributes, words);
  };
  return el(
    'section',
    { class: 'panel stack' },
    el('h2', {}, question),
    el('p', {}, text),
    preview(),
    el('div', { class: 'row' }, button('nudge-yes', true, yes), button('nudge-no', false, no)),
    el('p', { class: 'soft', role: 'status' }, consent !== null && said),
  );
}

function server(): HTMLElement {
  return el(
    'section',
    { class: 'stack' },
    el('h2', {}, 'Keep your weeks on your own server?'),
    el(
      'p',
      {},
      'Your counts stay in this browser. If you run a Toward server, or trust someone who does, it can keep daily counts, so that a lost browser does not lose your weeks. It is never told who you write with.',
    ),
    el(
      'div',
      { class: 'row' },
      el('a', { class: 'button', href: 'options.html#server' }, 'Look at it in the options'),
      el('a', { class: 'button', href: '#ready' }, 'Not now'),
    ),
  );
}

/** Screen 3: one chat or the practice chat, consent to cards, and the offer of a server. */
export function chatScreen(view: View): HTMLElement[] {
  const choose =
    'In a chat of your own, click Toward’s icon and choose “Count in this chat”. One chat is plenty to begin with.';
  return [el('p', {}, choose), practice(), nudges(view), server()];
}

/** After the three screens. */
export function readyScreen(): HTMLElement[] {
  return [
    el('p', { class: 'letter' }, 'That is all. Open a chat, and click Toward’s icon.'),
    el('p', {}, 'You can change every answer later, in the options.'),
    el(
      'div',
      { class: 'row' },
      el('a', { class: 'button', href: 'week.html' }, 'See the weekly page'),
      el('a', { class: 'button', href: 'options.html' }, 'Options'),
    ),
  ];
}
