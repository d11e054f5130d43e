import { addWeeks } from '../../shared/days';
import type { Band, GapReason, WeekChat } from '../../shared/messages';
import type { Row, Week } from '../../shared/types';
import { el } from '../shared/el';
import { type Bar, barChart } from './bars';
import type { PageContext } from './context';
import { weeksCounted } from './counted';
import { weekInShort } from './dates';
import { enoughMessages, enoughOpenings } from './enough';
import { isPerson, shownChats } from './facts';
import { blurred, figure, told } from './figure';
import { fill, pieces } from './fill';
import { nameHeading } from './name';
import { part } from './part';
import type { Speech } from './speech';
import { tableBehind } from './table';

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
  return part(context, 'earlier', ...chats, weeksCounted(context));
}

function seriesOf(entry: WeekChat, { view, speech }: PageContext): Series[] {
  const { usual } = entry;
  if (!usual) return [];
  const { earlier, messages } = speech.words;
  const list: Series[] = [];
  if (enoughOpenings(entry, view.week)) {
    const words = theirs(entry, speech);
    list.push(
      { field: 'opened_by_me', words: earlier.mine, side: 'out', band: usual.openedByMe },
      { field: 'opened_by_them', words, side: 'in', band: usual.openedByThem },
    );
  }
  if (enoughMessages(entry, view.week)) {
    list.push(
      { field: 'sent', words: messages.out, side: 'out', band: usual.sent },
      { field: 'received', words: messages.in, side: 'in', band: usual.received },
    );
  }
  return list;
}

/** Whose openings, at the head of a chart and of a column. */
function theirs({ chat }: WeekChat, speech: Speech): string {
  const { person, others, otherSide } = speech.words.earlier;
  if (isPerson(chat)) return fill(person, { name: speech.inSentence(chat) });
  return chat.kind === 'group' ? others : otherSide;
}

function oneChat(entry: WeekChat, context: PageContext): HTMLElement | null {
  const list = seriesOf(entry, context);
  if (list.length === 0) return null;
  const charts = list.map((series, i) => chart(entry, series, topOf(entry, list, i), context));
  return el(
    'div',
    { class: 'chat-part stack' },
    nameHeading(entry, context),
    el('div', { class: 'charts' }, ...charts),
    tableBehind(context.speech.words.messages.table, () => table(entry, list, context)),
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
  const { words, side, band, field } = series;
  const { speech } = context;
  const text = fill(speech.words.earlier.chart, { series: words });
  const bars = barsOf(entry, field, context);
  const drawn = barChart({ bars, series: side, top, text, rtl: speech.rtl, band, height: 40 });
  return el(
    'figure',
    {},
    el('figcaption', {}, words),
    blurred(drawn),
    el('p', { class: 'soft usual' }, ...usual(entry, field, band, speech)),
  );
}

/** This week beside most weeks: a band is no goal. */
function usual({ sums, atLeast }: WeekChat, field: keyof Row, band: Band, speech: Speech) {
  const [low, high] = wholeOf(band);
  const { usual: words, usualOne } = speech.words.earlier;
  return pieces(low === high ? usualOne : words, {
    n: el('span', {}, ...told(sums[field], atLeast, speech)),
    low: figure(speech.number(low)),
    high: figure(speech.number(high)),
  });
}

function barsOf(entry: WeekChat, field: keyof Row, context: PageContext): Bar[] {
  const known = new Map(entry.trend.map(({ week, row }) => [week, row]));
  const before = weeksBefore(context.view.week).map((week) => {
    const row = known.get(week);
    return {
      value: row?.[field] ?? null,
      label: '',
      past: true,
      gap: gapIn(entry, week) !== null,
    };
  });
  return [...before, { value: entry.sums[field], label: '' }];
}

function weeksBefore(week: Week): Week[] {
  return Array.from({ length: WEEKS }, (_, i) => addWeeks(week, i - WEEKS));
}

/** Why a part of that week, or all of it, was not seen. */
function gapIn({ trendGaps }: WeekChat, week: Week): GapReason | null {
  return trendGaps.find((gap) => gap.week === week)?.reason ?? null;
}

function table(entry: WeekChat, list: Series[], context: PageContext) {
  const { speech, view } = context;
  const { earlier, messages, gaps } = speech.words;
  const { sums: row, atLeast } = entry;
  const weeks = [...entry.trend, { week: view.week, row, atLeast }];
  const rows = [...weeksBefore(view.week), view.week].map((week) => {
    const known = weeks.find((one) => one.week === week);
    const counts = list.map(({ field }) => (known ? cell(known, field, speech) : '–'));
    const reason = gapIn(entry, week);
    const why = reason ? gaps[reason] : known ? '' : earlier.nothing;
    return [weekInShort(week, speech), ...counts, why];
  });
  const bands = list.map(({ band }) => figure(rangeOf(band, speech)));
  const head = [earlier.week, ...list.map(({ words }) => words), messages.notSeen];
  return { head, rows, foot: [earlier.mostWeeks, ...bands, ''] };
}

function cell({ row, atLeast }: WeekChat['trend'][number], field: keyof Row, speech: Speech) {
  return el('span', {}, ...told(row[field], atLeast, speech));
}

function rangeOf(band: Band, { number, words }: Speech): string {
  const [low, high] = wholeOf(band);
  if (low === high) return number(low);
  return fill(words.earlier.range, { low: number(low), high: number(high) });
}

/** In whole messages. */
function wholeOf({ low, high }: Band): [low: number, high: number] {
  return [Math.round(low), Math.round(high)];
}
