import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { COUNT_CONSENT, list, UNSEEN } from '../shared/texts';
import type { View } from './view';

const STEPS = [
  'Open the site where you write, and sign in there as you always do.',
  'Click Toward’s icon beside the address bar. If it is not there, look under the puzzle piece and pin it.',
  'Choose “Switch on”. The browser asks whether Toward may see that one site.',
  'Open a chat, click the icon again, and choose “Count in this chat”.',
];

function consent({ state, update }: View): HTMLElement {
  const give = (given: boolean) => () => void update(ask('page:consent', { to: 'count', given }));
  const { question, points, yes, no } = COUNT_CONSENT;
  const on = state.settings.countConsent;
  const buttons = on
    ? [el('button', { id: 'count-no', type: 'button', click: give(false) }, 'Take this back')]
    : [
        el('button', { id: 'count-yes', type: 'button', click: give(true) }, yes),
        el('a', { id: 'count-no', class: 'button', href: '#chat' }, no),
      ];
  return el(
    'section',
    { class: 'panel stack' },
    el('h2', {}, question),
    list(points),
    el('details', { id: 'unseen' }, el('summary', {}, 'What it cannot see'), list(UNSEEN)),
    el('p', { role: 'status' }, on && 'Yes. Nothing is counted until you choose a chat.'),
    el('div', { class: 'row' }, ...buttons),
  );
}

/** Screen 2: consent to counting, and how one site is switched on. */
export function siteScreen(view: View): HTMLElement[] {
  if (view.state.managed) {
    const text =
      'An administrator installed Toward in this browser. It counts nothing here, since the choice was not yours.';
    return [el('p', { class: 'note' }, text)];
  }
  return [
    consent(view),
    el(
      'section',
      { class: 'stack' },
      el('h2', {}, 'Switch on one site'),
      el('ol', { class: 'points' }, ...STEPS.map((step) => el('li', {}, step))),
      el('p', { class: 'soft' }, 'Every other site stays out of Toward’s sight.'),
    ),
  ];
}
