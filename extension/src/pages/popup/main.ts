import type { AppState } from '../../shared/messages';
import { ask } from '../shared/ask';
import { byId, el, redraw } from '../shared/el';
import { apply } from '../shared/state';
import { chatName } from '../shared/words';
import { chatPart } from './chat';
import { footPart } from './foot';
import { includePart } from './include';
import { pausePart } from './pause';
import { sitePart } from './site';
import { todayPart } from './today';
import type { Open, View } from './view';

/** Open chats, chosen or not; nothing is offered where nothing could be counted. */
function chatParts(view: View): HTMLElement[] {
  const { state, open } = view;
  if (state.managed || !state.settings.countConsent || !open.status) return [];
  return open.status.chats.map((chat, n) => {
    const info = state.chats.find(({ id }) => id === open.chosen[n]);
    return info ? chatPart(info, chat, view) : includePart(chat, n, view);
  });
}

/** Chats counted elsewhere than on this page. */
function elsewhere({ state, open }: View): HTMLElement | null {
  const others = state.chats.filter((chat) => chat.counting && !open.chosen.includes(chat.id));
  if (others.length === 0) return null;
  const items = others.map((chat) => el('li', {}, el('bdi', {}, chatName(chat))));
  const words = `Chosen chats elsewhere: ${others.length}`;
  return el(
    'section',
    {},
    el('details', { id: 'elsewhere' }, el('summary', {}, words), el('ul', {}, ...items)),
  );
}

function draw(state: AppState, open: Open): void {
  const view: View = {
    state,
    open,
    refresh,
    update: async (answer) => {
      if (await answer) await refresh();
    },
  };
  apply(state);
  redraw(
    byId('root'),
    sitePart(view),
    ...chatParts(view),
    elsewhere(view),
    !state.managed && state.settings.countConsent && pausePart(view),
    !state.managed && todayPart(view),
    footPart(view),
  );
}

const AGAIN_MS = 1_000;

async function refresh(): Promise<void> {
  const [state, open] = await Promise.all([ask('page:state', {}), ask('page:open-chats', {})]);
  if (!state || !open) return;
  draw(state, open);
  // A page that has just been opened may not show its chats yet.
  if (open.origin && !open.status?.chats.length) setTimeout(() => void refresh(), AGAIN_MS);
}

void refresh();
