import type { WeekChat } from '../../shared/messages';
import type { Week } from '../../shared/types';
import { el } from '../shared/el';
import { chatName } from '../shared/words';
import type { PageContext } from './context';
import { caveats, openingsCounted } from './counted';
import { daysShown, hasMessages, shownChats } from './facts';
import { atLeast, dayCell } from './figure';
import { part } from './part';
import { tableBehind } from './table';
import { dayInWords, isPerson } from './words';

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
  const days = daysShown(context.view).map((day) => [
    dayInWords(day),
    dayCell(entry, 'opened_by_me', day, context),
    dayCell(entry, 'opened_by_them', day, context),
  ]);
  return el(
    'div',
    { class: 'chat-part stack' },
    el('h3', {}, chatName(entry.chat)),
    sentence(entry, context.view.week),
    tableBehind('By day', ['Day', 'You', theirs(entry)], days),
    caveats(entry, context),
  );
}

function sentence(entry: WeekChat, week: Week): HTMLElement {
  return el(
    'p',
    {},
    'You began: ',
    ...atLeast(entry, 'opened_by_me', week),
    `. ${theirs(entry)} began: `,
    ...atLeast(entry, 'opened_by_them', week),
    '.',
  );
}

/** The other side's name in a sentence or a column. */
export function theirs({ chat }: WeekChat): string {
  if (isPerson(chat)) return chatName(chat);
  return chat.kind === 'group' ? 'The others' : 'The other side';
}
