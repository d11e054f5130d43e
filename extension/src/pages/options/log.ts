import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { moment } from '../shared/words';
import type { View } from './view';

async function fill(place: HTMLElement, zone: string): Promise<void> {
  const data = await ask('page:log', {});
  if (!data) return;
  const items = data.log.map(({ at, words }) => {
    const time = el('time', { class: 'soft', datetime: new Date(at).toISOString() });
    time.append(moment(at, zone));
    return el('li', {}, time, ` ${words}`);
  });
  const none = el('p', {}, 'Nothing has been changed yet.');
  place.replaceChildren(items.length > 0 ? el('ul', { class: 'log' }, ...items) : none);
}

/** For a person whose device someone else uses: changes that were not their own show here. */
export function logPart({ state }: View): HTMLElement {
  const place = el('div', {});
  const details = el('details', { id: 'log' }, el('summary', {}, 'Show the list'), place);
  // Opened by the person, or again after the page was drawn anew.
  details.addEventListener('toggle', () => {
    if (details.open) void fill(place, state.zone);
  });
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'What was changed, and when'),
    el(
      'p',
      { class: 'soft' },
      'The last 500 changes of settings, chats and sites, in this browser only. If someone else uses it, look here for what you did not do.',
    ),
    details,
  );
}
