import type { Day, Instant, Week, ZoneSpan } from './types';

const formats = new Map<string, Intl.DateTimeFormat>();

/** One formatter a zone: making one costs far more than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

function parts(at: Instant, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
}

/** The zone in force at an instant; the first span also covers all time before it. */
export function zoneAt(at: Instant, zones: readonly ZoneSpan[]): string {
  let zone = zones[0]?.zone ?? 'UTC';
  for (const span of zones) if (span.from <= at) zone = span.zone;
  return zone;
}

/** Offsets of all zones are whole quarter hours since 1972: within one, the day is the same. */
const QUARTER_MS = 900_000;
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, Day>();

/** For what is told of the same few days and weeks again and again, once a chat. */
export function remembering<T>(tell: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const told = tell(key);
    known.set(key, told);
    return told;
  };
}

function dayIn(at: Instant, zone: string): Day {
  const quarter = `${zone} ${Math.floor(at / QUARTER_MS)}`;
  const known = remembered.get(quarter);
  if (known) return known;
  const p = parts(at, zone);
  const day = `${p.year}-${p.month}-${p.day}`;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(quarter, day);
  return day;
}

/** Calendar day of an instant in the home zone of that time. */
export function dayOf(at: Instant, zones: readonly ZoneSpan[]): Day {
  return dayIn(at, zoneAt(at, zones));
}

/** Local hour with its fraction, 0 to 24 (exclusive): 21.5 is half past nine in the evening. */
export function localHour(at: Instant, zones: readonly ZoneSpan[]): number {
  const p = parts(at, zoneAt(at, zones));
  return Number(p.hour) + Number(p.minute) / 60;
}

/** Pure calendar arithmetic; no zone is involved. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** ISO 8601 week of a day: the week belongs to the year of its Thursday. */
export const weekOf: (day: Day) => Week = remembering((day) => {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
});

/** The Monday of an ISO week. */
export function mondayOf(week: Week): Day {
  const fourth = `${week.slice(0, 4)}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week.slice(6)) - 1));
}

const sevenFrom = remembering((week) => {
  const monday = mondayOf(week);
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
});

/** The seven days of an ISO week, Monday first. */
export function daysOf(week: Week): Day[] {
  return [...sevenFrom(week)];
}

/** The week `n` weeks after (or before) another. */
export function addWeeks(week: Week, n: number): Week {
  return weekOf(addDays(mondayOf(week), 7 * n));
}

/** The first instant of a day in a zone, found by search: midnight may not exist on a change of clocks. */
export function startOfDay(day: Day, zone: string): Instant {
  const low = Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000;
  return firstWhere(low, low + 30 * 3_600_000, (at) => dayIn(at, zone) >= day);
}

/** First instant of a day in the home zone of that time, and of the day after it. */
export function boundsOf(day: Day, zones: readonly ZoneSpan[]): [from: Instant, to: Instant] {
  const next = addDays(day, 1);
  return [firstInstant(day, zones), firstInstant(next, zones)];
}

/** The first instant of a day at which the clock there shows this hour (0 to 23) or a later one. */
export function instantAt(day: Day, hour: number, zones: readonly ZoneSpan[]): Instant {
  const [from, to] = boundsOf(day, zones);
  return firstWhere(from - 1, to, (at) => dayOf(at, zones) > day || localHour(at, zones) >= hour);
}

function firstInstant(day: Day, zones: readonly ZoneSpan[]): Instant {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return firstWhere(noon - 48 * 3_600_000, noon + 48 * 3_600_000, (at) => dayOf(at, zones) >= day);
}

/** The first instant in (low, high] from which on a condition holds. */
function firstWhere(low: Instant, high: Instant, holds: (at: Instant) => boolean): Instant {
  let before = low;
  let found = high;
  while (found - before > 1) {
    const middle = Math.floor((before + found) / 2);
    if (holds(middle)) found = middle;
    else before = middle;
  }
  return found;
}

/** A change of zone begins at the next midnight: nothing begins further ahead than this. */
const LONGEST_DAY_MS = 26 * 3_600_000;

/**
 * The zone history after the device reports `zone` at `now`. A change begins at the next midnight
 * (of the zone left behind), so travel moves no message to another day. A clock that runs behind the
 * history was set back: nothing is learned from it.
 */
export function withZone(zones: readonly ZoneSpan[], zone: string, now: Instant): ZoneSpan[] {
  const first = zones[0];
  if (!first) return [{ from: now, zone }];
  if (now < first.from || zones.some(({ from }) => from > now + LONGEST_DAY_MS)) return [...zones];
  const current = zoneAt(now, zones);
  const kept = zones.filter((span) => span.from <= now);
  if (current === zone) return kept;
  return [...kept, { from: startOfDay(addDays(dayIn(now, current), 1), current), zone }];
}
