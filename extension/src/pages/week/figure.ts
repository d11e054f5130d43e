import type { WeekChat } from '../../shared/messages';
import type { Day, Row, Week } from '../../shared/types';
import { type Child, el } from '../shared/el';
import type { PageContext } from './context';
import { dayState } from './facts';
import { pieces } from './fill';
import type { Speech } from './speech';

/** A number as discreet mode blurs it; the attributes say what it is. */
export function figure(text: string, data: Record<string, string> = {}): HTMLSpanElement {
  return el('span', { class: 'figure', tabindex: reachable(), ...data }, text);
}

/** The same for a chart. */
export function blurred(chart: SVGElement): HTMLElement {
  return el('div', { class: 'figure', tabindex: reachable() }, chart);
}

/** What is blurred clears up by the keyboard too. */
function reachable(): string | null {
  return document.documentElement.classList.contains('discreet') ? '0' : null;
}

/** A count of one chat on one day; a dash where nothing can be told, and never a silent zero. */
export function dayCell(
  entry: WeekChat,
  field: keyof Row,
  day: Day,
  context: PageContext,
): HTMLSpanElement | string {
  if (dayState(entry, day, context.view.today) !== 'counted') return '–';
  const data = { 'data-chat': String(entry.chat.number), 'data-field': field, 'data-day': day };
  return figure(context.speech.number(entry.days[day]?.[field] ?? 0), data);
}

/** A count of one chat over the week, with "at least" where several browsers saw parts of it. */
export function atLeast(
  entry: WeekChat,
  field: keyof Row,
  week: Week,
  { speech }: PageContext,
): Child[] {
  const data = { 'data-chat': String(entry.chat.number), 'data-sum': field, 'data-week': week };
  return told(entry.sums[field], entry.atLeast, speech, data);
}

/** A count, with "at least" where `isPart`: nothing is less than none. */
export function told(
  count: number,
  isPart: boolean | undefined,
  speech: Speech,
  data: Record<string, string> = {},
): Child[] {
  const n = figure(speech.number(count), data);
  return isPart && count > 0 ? pieces(speech.words.atLeast, { n }) : [n];
}
