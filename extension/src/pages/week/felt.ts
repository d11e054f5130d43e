import type { WeekChat } from '../../shared/messages';
import type { Felt } from '../../shared/types';
import { ask } from '../shared/ask';
import { choices, tick } from '../shared/choices';
import { el } from '../shared/el';
import { chatName, FELT } from '../shared/words';
import type { PageContext } from './context';
import { shownChats } from './facts';
import { part } from './part';
import { weekdayIn } from './words';

/** The person's own answers: what no count can tell. */
export function feltPart(context: PageContext): HTMLElement | null {
  const chats = shownChats(context.view);
  return part(context, 'felt', ...chats.map((entry) => oneChat(entry, context)));
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement {
  const box = el('div', { class: 'stack felt' });
  const draw = () =>
    box.replaceChildren(buttons(entry, context, draw), ...said(entry, context), fresh(entry));
  draw();
  return box;
}

function buttons(entry: WeekChat, { state }: PageContext, draw: () => void): HTMLElement {
  const { chat } = entry;
  const id = `felt-${chat.number}`;
  const legend = `How does it feel with ${chatName(chat)} these days?`;
  return choices<Felt>(id, legend, FELT, chat.felt?.answer ?? null, async (felt) => {
    if (!(await ask('page:chat', { id: chat.id, change: { felt } }))) return;
    chat.felt = felt && { answer: felt, at: state.now };
    draw();
    document.getElementById(`${id}-${felt}`)?.focus();
  });
}

function said({ felt }: WeekChat, { state }: PageContext): HTMLElement[] {
  if (felt.length === 0) return [];
  const words = new Map(FELT);
  const lines = felt.map(
    ({ answer, at }) => `On ${weekdayIn(at, state.zone)} you said: “${words.get(answer)}”.`,
  );
  return [el('p', { class: 'soft' }, lines.join(' '))];
}

function fresh({ chat }: WeekChat): HTMLElement {
  return tick(`new-${chat.number}`, 'New in my life', chat.newInLife, (newInLife) => {
    void ask('page:chat', { id: chat.id, change: { newInLife } });
  });
}
