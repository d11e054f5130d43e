/** Days and hours told a second time, without the extension's own calendar. */
import type { Instant, ZoneSpan } from '../../shared/types';

const formats = new Map<string, Intl.DateTimeFormat>();

function written(at: Instant, zones: readonly ZoneSpan[]): string {
  const zone = zones.filter(({ from }) => from <= at).at(-1)?.zone ?? zones[0]?.zone ?? 'UTC';
  let format = formats.get(zone);
  if (!format) {
    // Swedish dates are written as 2026-11-22 14:30.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    formats.set(zone, format);
  }
  return format.format(at);
}

/** Days since 1970 on the person's own calendar. */
export function dayNumber(at: Instant, zones: readonly ZoneSpan[]): number {
  return Date.parse(written(at, zones).slice(0, 10)) / 86_400_000;
}

/** 1 January 1970 was a Thursday: weeks begin on Mondays. */
export function weekNumber(at: Instant, zones: readonly ZoneSpan[]): number {
  return Math.floor((dayNumber(at, zones) + 3) / 7);
}

export function hourOf(at: Instant, zones: readonly ZoneSpan[]): number {
  const [hour, minute] = written(at, zones).slice(11).split(':');
  return Number(hour) + Number(minute) / 60;
}
