import type { WeekChat } from '../../shared/messages';
import type { Felt } from '../../shared/types';
import { ask } from '../shared/ask';
import { choices, tick } from '../shared/choices';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { weekdayIn } from './dates';
import { shownChats } from './facts';
import { fill } from './fill';
import { part } from './part';

/** The person's own answers: what no count can tell. */
export function feltPart(context: PageContext): HTMLElement | null {
  const chats = shownChats(context.view);
  if (chats.length === 0) return null;
  return part(context, 'felt', ...chats.map((entry) => oneChat(entry, context)));
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement {
  const box = el('div', { class: 'stack felt' });
  const draw = () =>
    box.replaceChildren(
      buttons(entry, context, draw),
      ...said(entry, context),
      fresh(entry, context),
    );
  draw();
  return box;
}

function buttons(entry: WeekChat, { state, speech }: PageContext, draw: () => void): HTMLElement {
  const { chat } = entry;
  const { question, answers } = speech.words.felt;
  const id = `felt-${chat.number}`;
  const legend = fill(question, { name: speech.inSentence(chat) });
  const list = Object.entries(answers) as [Felt, string][];
  return choices<Felt>(id, legend, list, chat.felt?.answer ?? null, async (felt) => {
    if (!(await ask('page:chat', { id: chat.id, change: { felt } }))) return;
    chat.felt = felt && { answer: felt, at: state.now };
    draw();
    document.getElementById(`${id}-${felt}`)?.focus();
  });
}

function said({ felt }: WeekChat, { state, speech }: PageContext): HTMLElement[] {
  if (felt.length === 0) return [];
  const words = speech.words.felt;
  const lines = felt.map(({ answer, at }) => {
    const weekday = weekdayIn(at, state.zone, speech);
    return fill(words.said, { weekday, answer: words.answers[answer] });
  });
  return [el('p', { class: 'soft' }, lines.join(' '))];
}

function fresh({ chat }: WeekChat, { speech }: PageContext): HTMLElement {
  const id = `new-${chat.number}`;
  return tick(id, speech.words.felt.newInLife, chat.newInLife, (newInLife) => {
    void ask('page:chat', { id: chat.id, change: { newInLife } });
  });
}
