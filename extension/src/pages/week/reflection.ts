import type { CardAnswer, CardView } from '../../shared/card';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { thoughtPanel } from '../shared/thought';
import type { PageContext } from './context';
import { part } from './part';

/** The first thought and its question, with the letter. Nothing is drawn in a week without one. */
export function reflectionPart(context: PageContext): HTMLElement | null {
  return partOf(context, 'reflection', context.view.reflections.slice(0, 1));
}

/** The other ones, at the end. */
export function reflectionsPart(context: PageContext): HTMLElement | null {
  return partOf(context, 'reflections', context.view.reflections.slice(1));
}

function partOf(context: PageContext, id: 'reflection' | 'reflections', cards: CardView[]) {
  if (cards.length === 0) return null;
  return part(context, id, ...cards.map((card) => panel(card, context)));
}

function panel(card: CardView, { view, speech }: PageContext): HTMLElement {
  const place = el('div', {});
  const answered = async (answer: CardAnswer) => {
    if (!(await ask('page:answer', { shown: card.shown, answer }))) return;
    view.reflections = view.reflections.filter((one) => one !== card);
    const thanks = el(
      'p',
      { class: 'soft', tabindex: '-1' },
      thanksFor(answer, speech.words.thanks),
    );
    place.replaceChildren(thanks);
    thanks.focus();
  };
  place.append(thoughtPanel(card, (answer) => void answered(answer), card.shown));
  return place;
}

function thanksFor(answer: CardAnswer, words: PageContext['speech']['words']['thanks']): string {
  if (answer === 'helpful') return words.helpful;
  return answer === 'stung' ? words.stung : words.notNow;
}
