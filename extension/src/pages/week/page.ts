/** The order of the parts on the page, for one week. */
import { addDays } from '../../shared/days';
import type { WeekChat, WeekView } from '../../shared/messages';
import { addRows, emptyRow } from '../../shared/rows';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { letterCounted } from './counted';
import { earlierPart } from './earlier';
import { feltPart } from './felt';
import { guessPart, isWaiting } from './guess';
import { helpedPart } from './helped';
import { letter } from './letter';
import { messagesPart } from './messages';
import { notePart } from './note';
import { openingsPart } from './openings';
import { part } from './part';
import { reflectionPart, reflectionsPart } from './reflection';

/** A week with its letter, question, note, guess and figures. */
export function wholeWeek(context: PageContext): (HTMLElement | null)[] {
  const figures = el('div', { class: 'stack figures', hidden: true });
  const reveal = () => {
    if (!figures.hidden) return;
    figures.append(...figuresOf(context));
    figures.hidden = false;
  };
  const { view, speech } = context;
  const text = el('p', { class: 'letter' }, letter(view, speech));
  const guess = guessPart(context, reveal);
  if (!isWaiting(context)) reveal();
  return [
    part(context, 'letter', text, letterCounted(context)),
    reflectionPart(context),
    notePart(context),
    guess,
    figures,
  ];
}

/** The running week below a finished one: figures without a letter. */
export function soFar(context: PageContext): (HTMLElement | null)[] {
  return [openingsPart(context), messagesPart(context)];
}

/** The running week as it stood when today began: it is renewed once a day. */
export function upToYesterday(view: WeekView): WeekView {
  const today = view.today;
  return {
    ...view,
    today: addDays(today, -1),
    chats: view.chats.map((chat) => before(chat, today)),
  };
}

function before(chat: WeekChat, today: string): WeekChat {
  const days = Object.fromEntries(Object.entries(chat.days).filter(([day]) => day < today));
  const sums = Object.values(days).reduce(addRows, emptyRow());
  return { ...chat, days, sums, gaps: chat.gaps.filter(({ day }) => day < today), undated: 0 };
}

function figuresOf(context: PageContext): HTMLElement[] {
  return [
    openingsPart(context),
    feltPart(context),
    messagesPart(context),
    earlierPart(context),
    reflectionsPart(context),
    helpedPart(context),
  ].filter((part) => part !== null);
}
