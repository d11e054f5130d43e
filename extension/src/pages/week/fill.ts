/** Texts with `{placeholders}`. Values may hold braces, `$&` and the like: they stay as they are. */
import type { Child } from '../shared/el';

const PLACEHOLDER = /\{(\w+)\}/g;

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(PLACEHOLDER, (whole, key: string) => values[key] ?? whole);
}

/** The same with elements: what to put into a parent, one after the other. */
export function pieces(text: string, values: Record<string, Child | Child[]>): Child[] {
  return text
    .split(PLACEHOLDER)
    .flatMap((part, i) => (i % 2 === 0 ? part : (values[part] ?? `{${part}}`)));
}

/** A name keeps its own direction, and so does the sentence around it (UAX #9, isolates). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** The name without its isolates. */
export function bare(name: string): string {
  return name.replace(/^\u2068|\u2069$/g, '');
}
