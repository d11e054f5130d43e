import type { ChatInfo, OpenChat, Request } from '../../shared/messages';
import { ask } from '../shared/ask';
import { choices, tick } from '../shared/choices';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { chatName, FELT, limitsText } from '../shared/words';
import type { View } from './view';

const STOPPED = 'Counting is stopped in this chat. What was counted before is kept.';
const RESTING = 'This chat rests: no cards, and no line on the weekly page, until you wake it.';

function leave(chat: ChatInfo, view: View): HTMLElement {
  const { id } = chat;
  const exclude = (erase: boolean) => view.update(ask('page:exclude', { id, erase }));
  const rest = () => view.update(ask('page:chat', { id, change: { resting: true } }));
  return el(
    'div',
    { class: 'stack' },
    careful(`rest-${id}`, 'Let this chat rest', 'What may stay of its counts?', [
      { words: 'Keep them', act: rest },
      { words: 'Erase them', act: () => exclude(true) },
    ]),
    careful(`stop-${id}`, 'Stop counting here', 'What may stay of its counts?', [
      { words: 'Keep them', act: () => exclude(false) },
      { words: 'Erase them', act: () => exclude(true) },
    ]),
  );
}

function button(id: string, words: string, click: () => void): HTMLButtonElement {
  return el('button', { id, type: 'button', click }, words);
}

function again({ id, name, bond, kind }: ChatInfo, chat: OpenChat, { update }: View) {
  const include = () => void update(ask('page:include', { chat, name, bond, kind }));
  return button(`again-${id}`, 'Count here again', include);
}

function section(head: HTMLElement, text: string, next: HTMLElement): HTMLElement {
  return el('section', { class: 'stack' }, head, el('p', {}, text), next);
}

/** A chosen chat: how it feels, quiet, rest, erase. */
export function chatPart(chat: ChatInfo, open: OpenChat, view: View): HTMLElement {
  const { id } = chat;
  const change = (part: Request<'page:chat'>['change']) =>
    void view.update(ask('page:chat', { id, change: part }));
  const felt = chat.felt?.answer ?? null;
  const head = el('h2', {}, el('bdi', { class: 'name' }, chatName(chat)));
  if (!chat.counting && view.state.settings.pausedUntil === null) {
    return section(head, STOPPED, again(chat, open, view));
  }
  if (chat.resting) {
    return section(
      head,
      RESTING,
      button(`wake-${id}`, 'Wake it', () => change({ resting: false })),
    );
  }
  return el(
    'section',
    { class: 'stack' },
    head,
    chat.limits.length > 0 && el('p', { class: 'soft' }, limitsText(chat.limits)),
    choices(`felt-${id}`, 'How does this chat feel?', FELT, felt, (answer) =>
      change({ felt: answer }),
    ),
    tick(`new-${id}`, 'New in my life', chat.newInLife, (newInLife) => change({ newInLife })),
    chat.kind === 'one' &&
      tick(`quiet-${id}`, 'Quiet: no cards in this chat', chat.quiet, (quiet) => change({ quiet })),
    leave(chat, view),
  );
}
