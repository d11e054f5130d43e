import type { Adapter } from '../../shared/adapter.gen';
import { readTimeLabel } from '../page/attributes';
import { find } from '../page/select';

type TimeSpec = NonNullable<Adapter['time']>;

/** Start and length of a time's quantum, ms. */
export interface MachineTime {
  at: number;
  resolution: number;
}

/** No date lies further from 1970 than this: a number beyond it is no time. */
const FURTHEST = 8.64e15;

/** The page's own time of a row, or null. */
export function readTime(row: Element, { time, row: { content } }: Adapter): MachineTime | null {
  if (!time) return null;
  const element = time.selector ? find(row, time.selector) : row;
  const raw = element && readTimeLabel(element, time.attr, content);
  const at = raw ? parseTime(raw, time) : null;
  if (at === null || !(Math.abs(at) <= FURTHEST)) return null;
  return { at, resolution: time.resolutionMs ?? (at % 1000 === 0 ? 1000 : 1) };
}

export function parseTime(raw: string, spec: TimeSpec): number | null {
  switch (spec.format) {
    case 'iso':
      return Date.parse(raw);
    case 's':
      return Math.floor(Number(raw)) * 1000;
    case 'ms':
      return Math.floor(Number(raw));
    case 'pattern':
      return parsePattern(raw, spec);
  }
}

/** A written local time, as the page shows it in this browser's zone. */
function parsePattern(raw: string, { pattern, months }: TimeSpec): number | null {
  const found = new RegExp(pattern ?? '(?!)').exec(raw)?.groups;
  if (!found) return null;
  const month = months ? months.indexOf(found.month ?? '') : Number(found.month) - 1;
  if (month < 0) return null;
  const hour = hourOf(Number(found.hour), found.half);
  const day = Number(found.day);
  return new Date(
    Number(found.year),
    month,
    day,
    hour,
    Number(found.minute),
    Number(found.second ?? 0),
  ).getTime();
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
