import type { WeekChat } from '../../shared/messages';
import type { Week } from '../../shared/types';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { caveats, openingsCounted } from './counted';
import { dayInWords } from './dates';
import { daysTold, hasMessages, isPerson, shownChats } from './facts';
import { atLeast, dayCell } from './figure';
import { pieces } from './fill';
import { nameHeading } from './name';
import { part } from './part';
import type { Speech } from './speech';
import { tableBehind } from './table';

/** Who began, chat by chat, in the person's own order. */
export function openingsPart(context: PageContext): HTMLElement | null {
  const chats = shownChats(context.view).filter(({ sums }) => hasMessages(sums));
  if (chats.length === 0) return null;
  return part(
    context,
    'openings',
    ...chats.map((entry) => oneChat(entry, context)),
    openingsCounted(context),
  );
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement {
  const { speech, view } = context;
  return el(
    'div',
    { class: 'chat-part stack' },
    nameHeading(entry, context),
    sentence(entry, view.week, context),
    tableBehind(speech.words.openings.table, () => byDay(entry, context)),
    caveats(entry, context),
  );
}

function byDay(entry: WeekChat, context: PageContext) {
  const { speech, view } = context;
  const { day, you } = speech.words.openings;
  const rows = daysTold(view).map((one) => [
    dayInWords(one, speech),
    dayCell(entry, 'opened_by_me', one, context),
    dayCell(entry, 'opened_by_them', one, context),
  ]);
  return { head: [day, you, theirs(entry, speech)], rows };
}

function sentence(entry: WeekChat, week: Week, context: PageContext): HTMLElement {
  const words = context.speech.words.openings;
  const text = isPerson(entry.chat)
    ? words.person
    : entry.chat.kind === 'group'
      ? words.group
      : words.other;
  const values = {
    name: el('bdi', {}, context.speech.nameOf(entry.chat)),
    mine: atLeast(entry, 'opened_by_me', week, context),
    theirs: atLeast(entry, 'opened_by_them', week, context),
  };
  return el('p', { class: 'counts' }, ...pieces(text, values));
}

/** The other side's name at the head of a column. */
function theirs({ chat }: WeekChat, speech: Speech): string {
  if (isPerson(chat)) return speech.inSentence(chat);
  const { others, otherSide } = speech.words.openings;
  return chat.kind === 'group' ? others : otherSide;
}
