import type { WeekChat } from '../../shared/messages';
import type { Day, Row, Week } from '../../shared/types';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { type DayState, dayState } from './facts';
import { dayOfInstant } from './words';

/** A number as discreet mode blurs it; the attributes say what it is. */
export function figure(text: string | number, data: Record<string, string> = {}): HTMLSpanElement {
  return el('span', { class: 'figure', ...data }, String(text));
}

/** How a day stands in the view, with the day on which the chat was chosen. */
export function stateOf(entry: WeekChat, day: Day, { view, state }: PageContext): DayState {
  return dayState(entry, day, view.today, dayOfInstant(entry.chat.since, state.zone));
}

/** A count of one chat on one day; a dash where nothing can be told, and never a silent zero. */
export function dayCell(
  entry: WeekChat,
  field: keyof Row,
  day: Day,
  context: PageContext,
): HTMLSpanElement | string {
  if (stateOf(entry, day, context) !== 'counted') return '–';
  const data = { 'data-chat': String(entry.chat.number), 'data-field': field, 'data-day': day };
  return figure(entry.days[day]?.[field] ?? 0, data);
}

/** A count of one chat over the week, with "at least" where several browsers saw parts of it. */
export function atLeast(entry: WeekChat, field: keyof Row, week: Week): (HTMLElement | string)[] {
  const data = { 'data-chat': String(entry.chat.number), 'data-sum': field, 'data-week': week };
  const sum = entry.sums[field];
  return [entry.atLeast && sum > 0 ? 'at least ' : '', figure(sum, data)];
}
