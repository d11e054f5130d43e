import type { Adapter, Time } from '../../shared/adapter.gen';
import { readTimeLabel } from '../page/attributes';
import { find } from '../page/select';

/** Start and length of a time's quantum, ms. */
export interface MachineTime {
  at: number;
  resolution: number;
}

/** No date lies further from 1970 than this: a number beyond it is no time. */
const FURTHEST = 8.64e15;
/** Ids shorter than this were never given out by a clock. */
const SNOWFLAKE_DIGITS = 15;

/** The page's own time of a row, or null. */
export function readTime(row: Element, inside: ParentNode, adapter: Adapter): MachineTime | null {
  for (const spec of adapter.time ?? []) {
    const element = spec.selector ? find(inside, spec.selector) : row;
    const raw = element && readTimeLabel(element, spec.attr, adapter.row.content);
    const at = raw ? parseTime(raw, spec) : null;
    if (at === null || !(Math.abs(at) <= FURTHEST)) continue;
    return { at, resolution: spec.resolutionMs ?? (at % 1000 === 0 ? 1000 : 1) };
  }
  return null;
}

export function parseTime(raw: string, spec: Time): number | null {
  if (spec.format === 'pattern') return parsePattern(raw, spec);
  const value = spec.pattern ? (new RegExp(spec.pattern).exec(raw)?.[1] ?? '') : raw;
  if (value.trim() === '') return null;
  switch (spec.format) {
    case 'iso':
      return Date.parse(value);
    case 's':
      return Math.floor(Number(value)) * 1000;
    case 'ms':
      return Math.floor(Number(value));
    case 'snowflake':
      return parseSnowflake(value, spec.epoch ?? 0);
  }
}

/** The high bits of such an id are milliseconds. */
function parseSnowflake(value: string, epoch: number): number | null {
  if (!/^\d+$/.test(value) || value.length < SNOWFLAKE_DIGITS) return null;
  return Number(BigInt(value) >> 22n) + epoch;
}

/** A written local time, as the page shows it in this browser's zone. */
function parsePattern(raw: string, { pattern, months }: Time): number | null {
  const found = new RegExp(pattern ?? '(?!)').exec(raw)?.groups;
  if (!found) return null;
  const month = months?.indexOf(found.month ?? '') ?? -1;
  if (month < 0) return null;
  const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map(
    (name) => Number(found[name] ?? 0),
  ) as [number, number, number, number, number];
  return new Date(year, month, day, hour, minute, second).getTime();
}
