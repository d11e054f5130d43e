import type { GapReason, WeekChat } from '../../shared/messages';
import type { Day } from '../../shared/types';
import { el } from '../shared/el';
import { type Bar, barChart } from './bars';
import type { PageContext } from './context';
import { messagesCounted } from './counted';
import { dayInitial, dayInWords } from './dates';
import { dayState, daysTold, hasMessages, shownChats } from './facts';
import { atLeast, blurred, dayCell, figure, told } from './figure';
import { fill, pieces } from './fill';
import { nameHeading } from './name';
import { part } from './part';
import { tableBehind } from './table';

type Field = 'sent' | 'received';

const FIELDS: Field[] = ['sent', 'received'];

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
    quiet.length > 0 && el('p', { class: 'soft' }, quietLine(quiet, context)),
    messagesCounted(
      context,
      told.some(({ undated }) => undated > 0),
    ),
  );
}

function quietLine(chats: WeekChat[], { speech }: PageContext): string {
  const names = speech.list(chats.map(({ chat }) => speech.inSentence(chat)));
  return fill(speech.words.messages.quiet, { names });
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement {
  const days = daysTold(context.view);
  const counts = days.flatMap((day) => FIELDS.map((field) => entry.days[day]?.[field] ?? 0));
  const top = Math.max(0, ...counts);
  return el(
    'div',
    { class: 'chat-part stack' },
    nameHeading(entry, context),
    el('div', { class: 'charts' }, ...FIELDS.map((field) => chart(entry, field, top, context))),
    gapLine(entry, days, context),
    undatedLine(entry, context),
    tableBehind(context.speech.words.messages.table, () => table(entry, days, context)),
  );
}

function chart(entry: WeekChat, field: Field, top: number, context: PageContext): HTMLElement {
  const { speech, view } = context;
  const words = speech.words.messages;
  const [sum, text] =
    field === 'sent' ? [words.outSum, words.outChart] : [words.inSum, words.inChart];
  const drawn = barChart({
    bars: daysTold(view).map((day) => bar(entry, field, day, context)),
    series: field === 'sent' ? 'out' : 'in',
    top,
    text,
    rtl: speech.rtl,
    numbers: speech.number,
  });
  const caption = pieces(sum, { figure: atLeast(entry, field, view.week, context) });
  return el('figure', {}, el('figcaption', {}, ...caption), blurred(drawn));
}

function bar(entry: WeekChat, field: Field, day: Day, context: PageContext): Bar {
  return {
    value:
      dayState(entry, day, context.view.today) === 'counted'
        ? (entry.days[day]?.[field] ?? 0)
        : null,
    label: dayInitial(day, context.speech),
    gap: gapOn(entry, day) !== null,
  };
}

/** Why a part of the day, or all of it, was not seen. */
function gapOn({ gaps }: WeekChat, day: Day): GapReason | null {
  return gaps.find((one) => one.day === day)?.reason ?? null;
}

function gapLine(entry: WeekChat, days: Day[], context: PageContext): HTMLElement | null {
  const { words } = context.speech;
  const lines = days.flatMap((day) => {
    const reason = gapOn(entry, day);
    return reason ? [`${dayInWords(day, context.speech)}: ${words.gaps[reason]}`] : [];
  });
  if (lines.length === 0) return null;
  return el(
    'p',
    { class: 'soft' },
    fill(words.messages.gaps, { days: lines.join(context.speech.between) }),
  );
}

/** They came while nobody looked, some time around a midnight. */
function undatedLine({ undated }: WeekChat, { speech }: PageContext): HTMLElement | null {
  if (undated === 0) return null;
  const n = figure(speech.number(undated));
  return el('p', { class: 'soft' }, ...pieces(speech.words.messages.undated, { n }));
}

function table(entry: WeekChat, days: Day[], context: PageContext) {
  const { speech } = context;
  const words = speech.words.messages;
  const rows = days.map((day) => [
    dayInWords(day, speech),
    dayCell(entry, 'sent', day, context),
    dayCell(entry, 'received', day, context),
    remark(entry, day, context),
  ]);
  const sums = FIELDS.map((field) =>
    el('span', {}, ...told(entry.sums[field], entry.atLeast, speech)),
  );
  const head = [speech.words.openings.day, words.out, words.in, words.notSeen];
  return { head, rows, foot: [words.sum, ...sums, ''] };
}

function remark(entry: WeekChat, day: Day, context: PageContext): string {
  const { gaps, ahead } = context.speech.words;
  const reason = gapOn(entry, day);
  if (reason) return gaps[reason];
  return dayState(entry, day, context.view.today) === 'ahead' ? ahead : '';
}
