/** Days and weeks in words. */
import { daysOf } from '../../shared/days';
import type { Day, Instant, Week } from '../../shared/types';
import type { Speech } from './speech';

const GREGORIAN = { calendar: 'gregory' } as const;
const LONG = { ...GREGORIAN, day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { ...GREGORIAN, day: 'numeric', month: 'short' } as const;
const WITH_WEEKDAY = { ...SHORT, weekday: 'short' } as const;
const WEEKDAY = { ...GREGORIAN, weekday: 'long' } as const;
const SHORT_WEEKDAY = { ...GREGORIAN, weekday: 'short' } as const;
const NARROW_WEEKDAY = { ...GREGORIAN, weekday: 'narrow' } as const;

/** Characters that fit below a bar. */
const ROOM = 4;

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function range(week: Week, format: Intl.DateTimeFormat): string {
  const [monday, sunday] = [daysOf(week)[0], daysOf(week)[6]] as [Day, Day];
  return format.formatRange(dateOf(monday), dateOf(sunday));
}

/** "16–22 November 2026" */
export function weekInWords(week: Week, { date }: Speech): string {
  return range(week, date(LONG));
}

/** "16–22 Nov" */
export function weekInShort(week: Week, { date }: Speech): string {
  return range(week, date(SHORT));
}

/** "Mon", below a bar: as short as the language has it where that is too long. */
export function dayInitial(day: Day, { date }: Speech): string {
  const short = date(SHORT_WEEKDAY).format(dateOf(day));
  return short.length <= ROOM ? short : date(NARROW_WEEKDAY).format(dateOf(day));
}

/** "Mon 16 Nov" */
export function dayInWords(day: Day, { date }: Speech): string {
  return date(WITH_WEEKDAY).format(dateOf(day));
}

export function weekdayIn(at: Instant, zone: string, { date }: Speech): string {
  return date(WEEKDAY, zone).format(at);
}

export function dateInWords(at: Instant, zone: string, { date }: Speech): string {
  return date(LONG, zone).format(at);
}
