import { ask } from '../shared/ask';
import { addedText, readersText } from '../shared/browsers';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { serverText } from '../shared/words';
import type { View } from './view';

/** On the practice page the practice week; its counts stay apart from the real ones. */
function weekPage({ open }: View): string {
  const practice = open.status?.chats.some((chat, n) => chat.practice && open.about[n]?.chosen);
  return practice ? 'week.html?practice' : 'week.html';
}

/** A pairing of the last seven days: nobody is to read along unnoticed. */
function addedNote(text: string): HTMLElement {
  const where = { href: 'options.html#server', target: '_blank' };
  const look = el('a', { id: 'see-browsers', ...where }, 'See the browsers');
  return el('p', { class: 'note', id: 'browser-added' }, text, ' ', look);
}

export function footPart(view: View): HTMLElement {
  const { state, update } = view;
  const { connected, problem } = state.server;
  const added = addedText(state);
  const discreet = (on: boolean) => void update(ask('page:settings', { change: { discreet: on } }));
  return el(
    'section',
    { class: 'stack' },
    el('a', { id: 'week', href: weekPage(view), target: '_blank', class: 'button' }, 'Your week'),
    tick('discreet', 'Discreet: blur figures', state.settings.discreet, discreet),
    el('p', { class: 'soft' }, `${serverText(state)} ${readersText(state)}`.trim()),
    added !== null && addedNote(added),
    connected && problem !== null && el('p', { class: 'note' }, problem),
  );
}
