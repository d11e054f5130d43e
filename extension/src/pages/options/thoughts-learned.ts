import type { Learned } from '../../shared/views';
import { ask } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import type { Thoughts } from './thoughts';
import { conceptName, times } from './thoughts-words';

const HOW =
  'Light thoughts that you call helpful come a little more often, and those you answer with “not now” a little less. Chance has a part in it, so that others get their turn. Weightier thoughts are never learned from. All of this stays in this browser.';

const FORGET =
  'Every light thought gets the same chance again. Those that do not come any more stay away, and the answers themselves are kept until you erase everything here.';

function line({ concept, helpful, notNow }: Learned): HTMLElement {
  const said = [
    helpful > 0 ? times('helpful', helpful) : '',
    notNow > 0 ? times('not now', notNow) : '',
  ].filter(Boolean);
  const figure = el('span', { class: 'figure', tabindex: '0' }, said.join(', '));
  return el('li', {}, `${conceptName(concept)}: `, figure);
}

/** What the person's answers have taught, and the way to have it forgotten. */
export function learnedPart({ view, update }: Thoughts): HTMLElement {
  const { learned } = view;
  const forget = () => update(ask('page:forget-learned', {}), 'What was learned is forgotten.');
  const nothing = 'Nothing yet. It begins with your first “helpful” or “not now”.';
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'What was learned from your answers'),
    el('p', { class: 'soft' }, HOW),
    learned.length > 0 ? el('ul', { class: 'points' }, ...learned.map(line)) : el('p', {}, nothing),
    learned.length > 0 &&
      careful('forget-learned', 'Forget what was learned', FORGET, [
        { words: 'Forget it', act: forget },
      ]),
  );
}
