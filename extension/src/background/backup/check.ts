/** Small checks to build the shapes of stored values from. Each gives the first flaw, or null. */
import type { Step } from './scan';

export interface Flaw {
  path: Step[];
  /** The rest of a sentence that begins with the field. */
  why: string;
}

export interface Check {
  (value: unknown, path: Step[]): Flaw | null;
  /** The field may be absent. */
  optional?: true;
}

/** A check for every field of a type: a new field does not compile before it has one. */
export type Checks<T> = { [K in keyof T]-?: Check };

const LONGEST_TEXT = 100_000;
const MOST = 1_000_000;
/** Days are written with four digits for the year: the last of these, in any zone. */
const LATEST = Date.parse('9999-12-30T00:00:00Z');

export function that(holds: (value: unknown) => boolean, why: string): Check {
  return (value, path) => (holds(value) ? null : { path, why });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const flag = that((value) => typeof value === 'boolean', 'has to be true or false');

export const text = that(
  (value) => typeof value === 'string' && value.length <= LONGEST_TEXT,
  `has to be a text of ${LONGEST_TEXT} characters at most`,
);

export function matching(pattern: RegExp, what: string): Check {
  return that((value) => typeof value === 'string' && pattern.test(value), `has to be ${what}`);
}

export const number = that(Number.isFinite, 'has to be a number');

/** The practice chat's clock knows parts of a millisecond. */
export const instant = that(
  (value) => Number.isFinite(value) && (value as number) >= 0 && (value as number) <= LATEST,
  'has to be a time in milliseconds since 1970',
);

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  return that(
    (value) =>
      Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
    `has to be a whole number from ${least} to ${most}`,
  );
}

export function oneOf(...values: readonly unknown[]): Check {
  const all = values.map((value) => JSON.stringify(value)).join(', ');
  return that((value) => values.includes(value), `has to be one of ${all}`);
}

export function either(first: Check, second: Check): Check {
  return (value, path) => {
    const flaw = first(value, path);
    return flaw && second(value, path) === null ? null : flaw;
  };
}

export const orNull = (check: Check): Check => either(check, oneOf(null));

export function optional(check: Check): Check {
  return Object.assign((value: unknown, path: Step[]) => check(value, path), {
    optional: true as const,
  });
}

export function list(check: Check, most = MOST): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, why: 'has to be a list' };
    if (value.length > most) return { path, why: `has more than ${most} entries` };
    return first(value.keys(), (i) => check(value[i], [...path, i]));
  };
}

/** An object whose names are the person's data, such as addresses. */
export function record(name: Check, check: Check): Check {
  return (value, path) => {
    if (!isObject(value)) return { path, why: 'has to be an object' };
    return first(Object.keys(value), (key) => {
      const here = [...path, key];
      return name(key, here)
        ? { path: here, why: 'has a name that cannot be' }
        : check(value[key], here);
    });
  };
}

/** An object of these fields and no other. */
export function shape<T>(checks: Checks<T>): Check {
  const known = new Map<string, Check>(Object.entries(checks));
  return (value, path) => {
    if (!isObject(value)) return { path, why: 'has to be an object' };
    return (
      first(Object.keys(value), (key) =>
        known.has(key) ? null : { path: [...path, key], why: 'is no field that Toward knows' },
      ) ?? first(known, ([key, check]) => fieldFlaw(value, key, check, path))
    );
  };
}

function fieldFlaw(
  value: Record<string, unknown>,
  key: string,
  check: Check,
  path: Step[],
): Flaw | null {
  if (Object.hasOwn(value, key)) return check(value[key], [...path, key]);
  return check.optional ? null : { path: [...path, key], why: 'is missing' };
}

function first<T>(all: Iterable<T>, check: (one: T) => Flaw | null): Flaw | null {
  for (const one of all) {
    const flaw = check(one);
    if (flaw) return flaw;
  }
  return null;
}

/** `chats[3].kind`, as people write it. */
export function written(path: readonly Step[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').replace(/^\./, '');
}
