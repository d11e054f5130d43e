import { ask } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { serverText } from '../shared/words';
import type { View } from './view';

/** On the practice page the practice week; its counts stay apart from the real ones. */
function weekPage({ open }: View): string {
  const practice = open.status?.chats.some((chat, n) => chat.practice && open.about[n]?.chosen);
  return practice ? 'week.html?practice' : 'week.html';
}

export function footPart(view: View): HTMLElement {
  const { state, update } = view;
  const { connected, problem } = state.server;
  const discreet = (on: boolean) => void update(ask('page:settings', { change: { discreet: on } }));
  return el(
    'section',
    { class: 'stack' },
    el('a', { id: 'week', href: weekPage(view), target: '_blank', class: 'button' }, 'Your week'),
    tick('discreet', 'Discreet: blur figures', state.settings.discreet, discreet),
    el('p', { class: 'soft' }, serverText(state)),
    connected && problem !== null && el('p', { class: 'note' }, problem),
  );
}
