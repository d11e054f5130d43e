/** How far the person may move the budget for cards: stricter freely, looser within bounds. */
import { type Budget, type Hours, NUDGE_DEFAULTS, type Switch } from './nudge';

/**
 * Lowest and highest value of each number. The guards around heavy cards only go up from their
 * defaults: they are there for the hours in which one would rather do without them.
 */
export const NUMBER_LIMITS = {
  perDay: [0, 3],
  perWeek: [0, 10],
  chatGapDays: [1, 30],
  typingPauseSeconds: [5, 60],
  fromDay: [0, 30],
  slowAfter: [1, 5],
  retireAfter: [1, 5],
  heavyPerWeek: [0, 1],
  heavyChatGapDays: [14, 90],
  heavyFromDay: [14, 90],
  heavyPauseDays: [14, 90],
  heavyApart: [1, 5],
} as const satisfies Partial<Record<keyof Budget, readonly [number, number]>>;

export type NumberName = keyof typeof NUMBER_LIMITS;
export type HoursName = 'quietHours' | 'heavyQuietHours';

/** The quiet hours may move, for those who work at night, and are never fewer. */
export const LEAST_QUIET_HOURS = 6;

export function isInHours({ from, to }: Hours, hour: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

function isHour(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 23;
}

/** Whether these hours may be set under that name; anything may be asked of. */
export function areHours(name: HoursName, value: unknown): value is Hours {
  const hours = value as Hours | null;
  if (typeof hours !== 'object' || !isHour(hours?.from) || !isHour(hours?.to)) return false;
  const day = Array.from({ length: 24 }, (_, hour) => hour);
  const quiet = day.filter((hour) => isInHours(hours as Hours, hour));
  if (name === 'quietHours') return quiet.length >= LEAST_QUIET_HOURS;
  const least = day.filter((hour) => isInHours(NUDGE_DEFAULTS.heavyQuietHours, hour));
  return least.every((hour) => quiet.includes(hour));
}

export function isNumber(name: NumberName, value: unknown): value is number {
  const [low, high] = NUMBER_LIMITS[name];
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

/** One stored value, sound or not. */
function isSound(name: string, value: unknown): boolean {
  if (Object.hasOwn(NUMBER_LIMITS, name)) return isNumber(name as NumberName, value);
  if (name === 'quietHours' || name === 'heavyQuietHours') return areHours(name, value);
  if (name === 'composing' || name === 'onlyNew') return typeof value === 'boolean';
  return name === 'learnedFrom' && Number.isFinite(value);
}

function isSwitch(value: unknown): value is Switch {
  const { on, since } = (value ?? {}) as Switch;
  return typeof on === 'boolean' && Number.isFinite(since);
}

/** The budget from what was stored; what lies outside its bounds gives way to the default. */
export function budgetFrom(stored: unknown): Budget {
  const { on: _, pausedUntil: __, ...defaults } = NUDGE_DEFAULTS;
  const own = (stored ?? {}) as Partial<Budget>;
  const sound = Object.entries(own).filter(([name, value]) => isSound(name, value));
  const switches = Object.entries(own.nudges ?? {}).filter(([, value]) => isSwitch(value));
  return { ...defaults, ...Object.fromEntries(sound), nudges: Object.fromEntries(switches) };
}

/** The names in a change whose values lie outside their bounds. */
export function outOfBounds(change: Partial<Budget>): string[] {
  const values = Object.entries(change).filter(([name]) => name !== 'nudges');
  return values.filter(([name, value]) => !isSound(name, value)).map(([name]) => name);
}

/** What differs from the defaults: only that is kept, so that a better default reaches everyone. */
export function differing(budget: Budget): Partial<Budget> {
  const defaults: object = NUDGE_DEFAULTS;
  const same = (name: string, value: unknown) =>
    JSON.stringify(value) === JSON.stringify(defaults[name as keyof object]);
  return Object.fromEntries(Object.entries(budget).filter(([name, value]) => !same(name, value)));
}
