import type { ThoughtInfo } from '../../shared/views';
import { ask } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import type { Thoughts } from './thoughts';
import { grouped, isFound, REASONS, shownText, WHERE } from './thoughts-words';

/** What is looked for stays over redraws. */
let query = '';

const turn = ({ update }: Thoughts, id: string, on: boolean) =>
  void update(
    ask('page:nudge', { id, on }),
    on ? 'It may come again.' : 'It does not come any more.',
  );

/** The thought's own words, in its own language. */
export function texts(thought: Omit<ThoughtInfo, 'id'>): HTMLElement[] {
  const { say, ask: question, try: small, lang, dir } = thought;
  const words = el('p', { lang, dir }, shownText(say), ' ', el('b', {}, shownText(question)));
  return small ? [words, el('p', { lang, dir, class: 'soft' }, shownText(small))] : [words];
}

/** A tick that says which thought it is about. */
export function mayCome(thoughts: Thoughts, { id, retired }: ThoughtInfo, about: string) {
  const label = tick(`may-${id}`, 'May come', !retired, (on) => turn(thoughts, id, on));
  label.querySelector('input')?.setAttribute('aria-describedby', about);
  return label;
}

function item(thoughts: Thoughts, thought: ThoughtInfo): HTMLElement {
  const weighty = thought.weight === 'heavy' ? ' One of the weightier ones.' : '';
  const about = `thought-${thought.id}`;
  return el(
    'li',
    { id: `item-${thought.id}` },
    el('div', { id: about }, ...texts(thought)),
    el('p', { class: 'soft' }, WHERE[thought.moment], weighty),
    thought.retired && el('p', { class: 'soft' }, REASONS[thought.retired]),
    mayCome(thoughts, thought, about),
  );
}

function group(thoughts: Thoughts, name: string, list: ThoughtInfo[], n: number) {
  const away = list.filter(({ retired }) => retired).length;
  const count = away > 0 ? ` (${list.length}, ${away} not coming)` : ` (${list.length})`;
  return el(
    'details',
    { id: `concept-${n}` },
    el('summary', {}, name, el('span', { class: 'soft' }, count)),
    el('ul', { class: 'items plain' }, ...list.map((one) => item(thoughts, one))),
  );
}

/** All thoughts by what they are about, each with a switch of its own. */
export function listPart(thoughts: Thoughts): HTMLElement {
  const all = thoughts.view.thoughts;
  const groups = grouped(all).map(([name, list], n) => ({
    list,
    element: group(thoughts, name, list, n),
  }));
  const said = el('p', { role: 'status', class: 'soft' });
  const look = () => {
    query = input.value.trim();
    let found = 0;
    for (const { list, element } of groups) {
      const here = list.filter((one) => isFound(query, one));
      for (const one of list) hide(element, one.id, !here.includes(one));
      element.hidden = here.length === 0;
      element.open = query !== '' && here.length > 0;
      found += here.length;
    }
    said.replaceChildren(query && (found === 0 ? 'None has these words.' : `${found} found.`));
  };
  const input = el('input', { id: 'find-thought', type: 'search', autocomplete: 'off' });
  input.value = query;
  input.addEventListener('input', look);
  if (query) look();
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'Every thought'),
    el('label', { class: 'field', for: 'find-thought' }, 'Look for words', input),
    said,
    el('div', { class: 'groups' }, ...groups.map(({ element }) => element)),
  );
}

function hide(within: HTMLElement, id: string, hidden: boolean): void {
  within.querySelector<HTMLElement>(`#item-${CSS.escape(id)}`)?.toggleAttribute('hidden', hidden);
}

/** Those that do not come any more, with the reason and the way back. */
export function retiredPart(thoughts: Thoughts): HTMLElement | null {
  const away = thoughts.view.thoughts.filter(({ retired }) => retired);
  if (away.length === 0) return null;
  const items = away.map((thought) => {
    const about = `away-${thought.id}`;
    const click = () => turn(thoughts, thought.id, true);
    const back = { id: `back-${thought.id}`, type: 'button', 'aria-describedby': about, click };
    return el(
      'li',
      { class: 'panel stack' },
      el('div', { id: about }, ...texts(thought)),
      el('p', { class: 'soft' }, REASONS[thought.retired ?? 'off']),
      el('div', { class: 'row' }, el('button', back, 'Bring back')),
    );
  });
  return el(
    'details',
    { id: 'not-coming' },
    el('summary', {}, `Not coming any more (${away.length})`),
    el('ul', { class: 'items' }, ...items),
  );
}
