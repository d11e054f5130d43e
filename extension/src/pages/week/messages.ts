import type { WeekChat } from '../../shared/messages';
import type { Day } from '../../shared/types';
import { el } from '../shared/el';
import { chatName } from '../shared/words';
import { type Bar, barChart } from './bars';
import type { PageContext } from './context';
import { messagesCounted } from './counted';
import { type DayState, daysShown, hasMessages, shownChats } from './facts';
import { atLeast, dayCell, figure, stateOf } from './figure';
import { part } from './part';
import { tableBehind } from './table';
import { dayInitial, dayInWords, GAP_WORDS, listInWords } from './words';

type Field = 'sent' | 'received';

const STATE_WORDS: Partial<Record<DayState, string>> = {
  ahead: 'still to come',
  before: 'before you chose this chat',
};

/** Messages out and in, day by day; chats without any in one line. */
export function messagesPart(context: PageContext): HTMLElement | null {
  const chats = shownChats(context.view);
  if (chats.length === 0) return null;
  const told = chats.filter(
    ({ sums, gaps, undated }) => hasMessages(sums) || gaps.length > 0 || undated > 0,
  );
  const quiet = chats.filter((entry) => !told.includes(entry));
  return part(
    context,
    'messages',
    ...told.map((entry) => oneChat(entry, context)),
    quiet.length > 0 && el('p', { class: 'soft' }, quietLine(quiet)),
    messagesCounted(),
  );
}

function quietLine(chats: WeekChat[]): string {
  return `No messages that Toward can see: ${listInWords(chats.map(({ chat }) => chatName(chat)))}.`;
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement {
  const days = daysShown(context.view);
  const counts = days.flatMap((day) => [
    entry.days[day]?.sent ?? 0,
    entry.days[day]?.received ?? 0,
  ]);
  const top = Math.max(0, ...counts);
  return el(
    'div',
    { class: 'chat-part stack' },
    el('h3', {}, chatName(entry.chat)),
    el('div', { class: 'charts' }, ...FIELDS.map((field) => chart(entry, field, top, context))),
    gapLine(entry),
    undatedLine(entry),
    table(entry, days, context),
  );
}

const FIELDS: Field[] = ['sent', 'received'];
const WORDS = { sent: 'Out', received: 'In' } as const;

function chart(entry: WeekChat, field: Field, top: number, context: PageContext): HTMLElement {
  const days = daysShown(context.view);
  const bars = days.map((day) => bar(entry, field, day, context));
  const text = `Messages ${WORDS[field].toLowerCase()} by day, as in the table below`;
  const series = field === 'sent' ? 'out' : 'in';
  const drawn = barChart({ bars, series, top, text, rtl: context.rtl, numbers: true });
  const caption = el(
    'figcaption',
    {},
    `${WORDS[field]}: `,
    ...atLeast(entry, field, context.view.week),
  );
  return el('figure', {}, caption, el('div', { class: 'figure' }, drawn));
}

function bar(entry: WeekChat, field: Field, day: Day, context: PageContext): Bar {
  const state = stateOf(entry, day, context);
  return {
    value: state === 'counted' ? (entry.days[day]?.[field] ?? 0) : null,
    label: dayInitial(day),
    gap: entry.gaps.some((gap) => gap.day === day),
  };
}

function gapLine(entry: WeekChat): HTMLElement | null {
  if (entry.gaps.length === 0) return null;
  const lines = entry.gaps.map(({ day, reason }) => `${dayInWords(day)}: ${GAP_WORDS[reason]}`);
  return el(
    'p',
    { class: 'soft' },
    `Dashed: for a part of the day nothing was seen. ${lines.join('; ')}.`,
  );
}

/** They came while nobody looked, some time around a midnight. */
function undatedLine({ undated }: WeekChat): HTMLElement | null {
  if (undated === 0) return null;
  return el('p', { class: 'soft' }, `Messages whose day is not certain are left out: ${undated}.`);
}

function table(entry: WeekChat, days: Day[], context: PageContext): Node {
  const rows = days.map((day) => [
    dayInWords(day),
    dayCell(entry, 'sent', day, context),
    dayCell(entry, 'received', day, context),
    remark(entry, day, context),
  ]);
  return tableBehind('As a table', ['Day', 'Out', 'In', 'Not seen'], rows, [
    'The week',
    figure(entry.sums.sent),
    figure(entry.sums.received),
    '',
  ]);
}

function remark(entry: WeekChat, day: Day, context: PageContext): string {
  const gap = entry.gaps.find((one) => one.day === day);
  return gap ? GAP_WORDS[gap.reason] : (STATE_WORDS[stateOf(entry, day, context)] ?? '');
}
