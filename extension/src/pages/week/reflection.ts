import type { CardAnswer } from '../../shared/card';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { thoughtPanel } from '../shared/thought';
import type { PageContext } from './context';
import { part } from './part';

const THANKS: Partial<Record<CardAnswer, string>> = {
  helpful: 'Noted, in this browser.',
  'not-now': 'All right. Another time, or not.',
  stung: 'Thank you for saying so. This one will not come again.',
};

/** One thought and its question. Nothing is drawn in a week without one. */
export function reflectionPart(context: PageContext): HTMLElement | null {
  const card = context.view.reflection;
  if (!card) return null;
  const section = part(
    context,
    'reflection',
    thoughtPanel(card, async (answer) => {
      if (!(await ask('page:answer', { shown: card.shown, answer }))) return;
      context.view.reflection = null;
      const thanks = el('p', { class: 'soft', tabindex: '-1' }, THANKS[answer] ?? '');
      section?.querySelector('.panel')?.replaceWith(thanks);
      thanks.focus();
    }),
  );
  return section;
}
