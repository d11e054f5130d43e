import type { ChatInfo, Request } from '../../shared/messages';
import { ask } from '../shared/ask';
import { choices, tick } from '../shared/choices';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { BONDS, chatName, limitsText, moment } from '../shared/words';
import { section, type View } from './view';

function nameForm(chat: ChatInfo, change: (part: Request<'page:chat'>['change']) => void) {
  const id = `name-${chat.id}`;
  const input = el('input', { id, type: 'text', maxlength: '60', autocomplete: 'off' });
  input.value = chat.name ?? '';
  const submit = (event: Event) => {
    event.preventDefault();
    change({ name: input.value.trim() || null });
  };
  return el(
    'form',
    { class: 'row', submit },
    el('label', { class: 'field grow' }, 'Name (stays in this browser)', input),
    el('button', { id: `${id}-save`, type: 'submit' }, 'Save the name'),
  );
}

function item(chat: ChatInfo, { state, update }: View): HTMLElement {
  const { id } = chat;
  const name = chatName(chat);
  const change = (part: Request<'page:chat'>['change']) =>
    void update(ask('page:chat', { id, change: part }));
  const erase = () =>
    update(ask('page:exclude', { id, erase: true }), `${name} is no longer counted. It is erased.`);
  const kind = chat.kind === 'group' ? 'A group: counts, no cards. ' : '';
  return el(
    'li',
    { class: 'panel stack' },
    el('h3', {}, el('bdi', { class: 'name' }, name)),
    el('p', { class: 'soft' }, `${kind}Counted since ${moment(chat.since, state.zone)}.`),
    chat.limits.length > 0 && el('p', { class: 'soft' }, limitsText(chat.limits)),
    nameForm(chat, change),
    choices(`bond-${id}`, 'Who it is, if you like to say', BONDS, chat.bond, (bond) =>
      change({ bond }),
    ),
    chat.kind !== 'group' &&
      tick(`quiet-${id}`, 'Quiet: no cards here', chat.quiet, (quiet) => change({ quiet })),
    tick(`rest-${id}`, 'Let this chat rest', chat.resting, (resting) => change({ resting })),
    careful(`erase-${id}`, 'Stop and erase', `Every count of ${name} is erased.`, [
      { words: 'Erase', act: erase },
    ]),
  );
}

export function chatsPart(view: View): HTMLElement {
  const items = view.state.chats.map((chat) => item(chat, view));
  const none =
    'No chat is chosen. Open one on a site that is switched on, and click Toward’s icon.';
  return section(
    'chats',
    'Chosen chats',
    items.length > 0 ? el('ul', { class: 'items' }, ...items) : el('p', {}, none),
  );
}
