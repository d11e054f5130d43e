import type { AppState, ChatInfo, EarlierNames, OpenChat } from '../../shared/messages';
import type { ConversationId } from '../../shared/types';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { chatName } from '../shared/words';
import type { View } from './view';

/** A chat's own name in a sentence, whichever way it is written. */
const named = (chat: ChatInfo) => el('bdi', { class: 'name' }, chatName(chat));

function known({ chats }: AppState, { chats: ids }: EarlierNames): ChatInfo[] {
  return ids.flatMap((id) => chats.filter((chat) => chat.id === id));
}

function answer(chat: OpenChat, { update }: View) {
  return (from: ConversationId | null) => () => void update(ask('page:renamed', { chat, from }));
}

/** Asked when a chosen chat is missing: it may be this one, under a new name. */
export function renamedPart(chat: OpenChat, n: number, earlier: EarlierNames, view: View) {
  const id = `renamed-${n}`;
  const chats = known(view.state, earlier);
  const say = answer(chat, view);
  const only = chats.length === 1 ? chats[0] : undefined;
  const question = only
    ? ['Has ', named(only), ' a new name here?']
    : ['Has one of these chats a new name here?'];
  const why = only
    ? ['Chats are known by their names here, and ', named(only), ' has not been seen for a while.']
    : ['Chats are known by their names here, and these have not been seen for a while.'];
  const yes = chats.map((one) =>
    el(
      'button',
      { id: `${id}-${one.id}`, type: 'button', click: say(one.id) },
      only ? 'Yes, go on counting' : el('span', {}, 'Yes, ', named(one)),
    ),
  );
  const no = el('button', { id: `${id}-no`, type: 'button', click: say(null) });
  no.append('No, another chat');
  return el(
    'section',
    { class: 'stack' },
    el('h2', {}, ...question),
    el('p', { class: 'soft' }, ...why),
    el('div', { class: 'row' }, ...yes, no),
  );
}

/** Not asked, but there to be picked: the chat was chosen before under another name. */
export function earlierPart(chat: OpenChat, n: number, earlier: EarlierNames, view: View) {
  const chats = known(view.state, earlier);
  if (chats.length === 0) return null;
  const id = `earlier-${n}`;
  const say = answer(chat, view);
  const buttons = chats.map((one) =>
    el('button', { id: `${id}-${one.id}`, type: 'button', click: say(one.id) }, named(one)),
  );
  return el(
    'details',
    { id },
    el('summary', {}, 'I chose it before, under another name'),
    el(
      'div',
      { class: 'stack' },
      el('p', { class: 'soft' }, 'Which was it? Its counts go on here.'),
      el('div', { class: 'row' }, ...buttons),
    ),
  );
}
