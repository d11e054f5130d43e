import { el } from '../shared/el';
import type { PageContext } from './context';
import { answersCounted } from './counted';
import { figure } from './figure';
import { pieces } from './fill';
import { part } from './part';

/** What the person answered to cards, from the third week on: their own words, and no grade. */
export function helpedPart(context: PageContext): HTMLElement | null {
  const { helped } = context.view;
  if (!helped) return null;
  const { helped: words } = context.speech.words;
  const line = (text: string, count: number) =>
    el('li', {}, ...pieces(text, { n: figure(context.speech.number(count)) }));
  return part(
    context,
    'helped',
    el('p', {}, words.begin),
    el(
      'ul',
      {},
      line(words.helpful, helped.helpful),
      line(words.notNow, helped.notNow),
      line(words.stung, helped.stung),
    ),
    answersCounted(context),
    el('p', {}, words.change, ' ', el('a', { href: 'options.html#thoughts' }, words.options)),
  );
}
