import type { AppState } from '../../shared/messages';
import { ask } from '../shared/ask';
import { byId, el, redraw } from '../shared/el';
import { apply } from '../shared/state';
import { chatName } from '../shared/words';
import { chatPart } from './chat';
import { footPart } from './foot';
import { includePart } from './include';
import { pausePart } from './pause';
import { renamedPart } from './renamed';
import { isReporting } from './report';
import { sitePart } from './site';
import { todayPart } from './today';
import type { Open, View } from './view';

/** Open chats, chosen or not; nothing is offered where nothing could be counted. */
function chatParts(view: View): HTMLElement[] {
  const { state, open } = view;
  if (state.managed || !state.settings.countConsent || !open.status) return [];
  return open.status.chats.map((chat, n) => {
    const about = open.about[n];
    const info = state.chats.find(({ id }) => id === about?.chosen);
    if (info) return chatPart(info, chat, view);
    if (about?.earlier.ask) return renamedPart(chat, n, about.earlier, view);
    return includePart(chat, n, view);
  });
}

/** Chats counted elsewhere than on this page. */
function elsewhere({ state, open }: View): HTMLElement | null {
  const here = new Set(open.about.map(({ chosen }) => chosen));
  const others = state.chats.filter((chat) => chat.counting && !here.has(chat.id));
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
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** Only the newest answer is drawn, and one timer runs: what was typed meanwhile must stay. */
async function refresh(): Promise<void> {
  clearTimeout(timer);
  const mine = ++asked;
  const [state, open] = await Promise.all([ask('page:state', {}), ask('page:open-chats', {})]);
  if (!state || !open || mine !== asked) return;
  draw(state, open);
  // A page that has just been opened may not show its chats yet.
  if (open.origin && !open.status?.chats.length) again();
}

function again(): void {
  timer = setTimeout(() => void (isReporting() ? again() : refresh()), AGAIN_MS);
}

void refresh();
