import type { CardView } from '../../shared/card';
import type { AppState } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { el } from '../shared/el';
import { thoughtPanel } from '../shared/thought';
import type { View } from './view';

export function cardsText({ settings, cardsLeftToday }: AppState): string {
  if (settings.nudgeConsent === null) return 'Cards are off until you say that you want them.';
  if (!settings.nudgeConsent) return 'Cards are off. They can be switched on in the options.';
  if (cardsLeftToday === 0) return 'No more cards will come today.';
  return cardsLeftToday === 1
    ? 'Up to one more card may come today.'
    : `Up to ${cardsLeftToday} more cards may come today.`;
}

/** Cards left, and a thought for today about no chat in particular. */
export function todayPart({ state }: View): HTMLElement {
  const place = el('div', { 'aria-live': 'polite', class: 'stack' });
  const say = (text: string) => place.replaceChildren(el('p', { class: 'soft' }, text));
  const show = (card: CardView) => {
    const panel = thoughtPanel(card, async (answer) => {
      const done = await ask('page:answer', { shown: card.shown, answer });
      if (done) say('Thank you. That is kept here, in this browser.');
    });
    place.replaceChildren(panel);
  };
  const click = async () => {
    notice('');
    const answer = await ask('page:thought', {});
    if (!answer) return;
    if (answer.card) show(answer.card);
    else say('There is no new thought today. A day without one is fine.');
  };
  const button = el('button', { id: 'thought', type: 'button', click: () => void click() });
  button.append('A thought for today');
  place.append(button);
  return el('section', { class: 'stack' }, el('p', {}, cardsText(state)), place);
}
