import { addWeeks } from '../../shared/days';
import type { Band, WeekChat } from '../../shared/messages';
import type { Row } from '../../shared/types';
import { el } from '../shared/el';
import { chatName } from '../shared/words';
import { type Bar, barChart } from './bars';
import type { PageContext } from './context';
import { weeksCounted } from './counted';
import { enoughMessages, enoughOpenings } from './enough';
import { shownChats } from './facts';
import { figure } from './figure';
import { theirs } from './openings';
import { part } from './part';
import { tableBehind } from './table';
import { weekInWords } from './words';

const WEEKS = 12;

interface Series {
  field: keyof Row;
  words: string;
  side: 'out' | 'in';
  band: Band;
}

/** The twelve weeks before, drawn small, where there is enough to say. */
export function earlierPart(context: PageContext): HTMLElement | null {
  const chats = shownChats(context.view).flatMap((entry) => oneChat(entry, context) ?? []);
  if (chats.length === 0) return null;
  return part(context, 'earlier', ...chats, weeksCounted());
}

function seriesOf(entry: WeekChat): Series[] {
  const { usual } = entry;
  if (!usual) return [];
  const list: Series[] = [];
  if (enoughOpenings(entry)) {
    list.push({ field: 'opened_by_me', words: 'You began', side: 'out', band: usual.openedByMe });
    const words = `${theirs(entry)} began`;
    list.push({ field: 'opened_by_them', words, side: 'in', band: usual.openedByThem });
  }
  if (enoughMessages(entry)) {
    list.push({ field: 'sent', words: 'Out', side: 'out', band: usual.sent });
    list.push({ field: 'received', words: 'In', side: 'in', band: usual.received });
  }
  return list;
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement | null {
  const list = seriesOf(entry);
  if (list.length === 0) return null;
  const charts = list.map((series, i) => chart(entry, series, topOf(entry, list, i), context));
  return el(
    'div',
    { class: 'chat-part stack' },
    el('h3', {}, chatName(entry.chat)),
    el('div', { class: 'charts' }, ...charts),
    table(entry, list, context),
  );
}

/** Both sides of a pair are drawn at one scale. */
function topOf(entry: WeekChat, list: Series[], index: number): number {
  const pair = list.slice(index - (index % 2), index - (index % 2) + 2);
  const rows = [entry.sums, ...entry.trend.map(({ row }) => row)];
  const counts = pair.flatMap(({ field, band }) => [band.high, ...rows.map((row) => row[field])]);
  return Math.max(...counts);
}

function chart(entry: WeekChat, series: Series, top: number, context: PageContext): HTMLElement {
  const { words, side, band } = series;
  const text = `${words}, week by week, as in the table below`;
  const bars = barsOf(entry, series.field, context);
  const drawn = barChart({ bars, series: side, top, text, rtl: context.rtl, band, height: 40 });
  return el('figure', {}, el('figcaption', {}, words), el('div', { class: 'figure' }, drawn));
}

function barsOf(entry: WeekChat, field: keyof Row, { view }: PageContext): Bar[] {
  const known = new Map(entry.trend.map(({ week, row }) => [week, row]));
  const before = weeksBefore(view.week).map((week) => {
    return { value: known.get(week)?.[field] ?? null, label: '', past: true };
  });
  return [...before, { value: entry.sums[field], label: '' }];
}

function weeksBefore(week: string): string[] {
  return Array.from({ length: WEEKS }, (_, i) => addWeeks(week, i - WEEKS));
}

function table(entry: WeekChat, list: Series[], { view }: PageContext): Node {
  const weeks = [...entry.trend, { week: view.week, row: entry.sums }];
  const rows = weeks.map(({ week, row }) => [
    weekInWords(week),
    ...list.map(({ field }) => figure(row[field])),
  ]);
  const usual = list.map(({ band }) => figure(`${round(band.low)} to ${round(band.high)}`));
  const head = ['Week', ...list.map(({ words }) => words)];
  return tableBehind('As a table', head, rows, ['Most weeks', ...usual]);
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
