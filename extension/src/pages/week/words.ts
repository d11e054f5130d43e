import { dayOf, daysOf } from '../../shared/days';
import type { ChatInfo, WeekChat } from '../../shared/messages';
import type { Day, Instant } from '../../shared/types';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

/** "You and Ana" reads well of a named one-to-one chat, and of nothing else. */
export function isPerson(chat: Pick<ChatInfo, 'name' | 'kind'>): boolean {
  return chat.name !== null && chat.kind !== 'group';
}

/** "one day", "five days", "every day". @param count 0 to 7 */
export function daysInWords(count: number): string {
  if (count === 7) return 'every day';
  return `${NUMBERS[count]} ${count === 1 ? 'day' : 'days'}`;
}

export function listInWords(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

export const GAP_WORDS: Record<WeekChat['gaps'][number]['reason'], string> = {
  paused: 'paused',
  'not-open': 'not open in this browser',
  broken: 'could not be read here',
};

const utc = { timeZone: 'UTC' } as const;
const range = new Intl.DateTimeFormat('en-GB', {
  ...utc,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const weekday = new Intl.DateTimeFormat('en-GB', { ...utc, weekday: 'long' });
const initial = new Intl.DateTimeFormat('en-GB', { ...utc, weekday: 'short' });
const short = new Intl.DateTimeFormat('en-GB', {
  ...utc,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** "16–22 November 2026" */
export function weekInWords(week: string): string {
  const days = daysOf(week);
  return range.formatRange(dateOf(days[0] as Day), dateOf(days[6] as Day));
}

export function weekdayInWords(day: Day): string {
  return weekday.format(dateOf(day));
}

/** "Mon" */
export function dayInitial(day: Day): string {
  return initial.format(dateOf(day));
}

/** "Mon, 16 Nov" */
export function dayInWords(day: Day): string {
  return short.format(dateOf(day));
}

export function weekdayIn(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' }).format(at);
}

export function dateInWords(at: Instant, zone: string): string {
  const format = { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(at);
}

/** Calendar day of an instant in a zone. */
export function dayOfInstant(at: Instant, zone: string): Day {
  return dayOf(at, [{ from: 0, zone }]);
}
