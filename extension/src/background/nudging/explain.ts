import definitions from '../../../../nudges/signals.json';
import type { Citation, Condition, Nudge, SignalName, Signals } from '../../shared/nudge';

/** A signal as nudges/signals.json describes it. */
interface Definition {
  label: string;
  definition: string;
  unit: string;
  window: string;
  minimum: string;
  figure: boolean;
  words: { min?: string; max?: string };
  shows?: readonly string[];
}

/** One number behind a card; `value` is null where the number is never shown. */
export interface Used {
  signal: SignalName;
  value: number | null;
  label: string;
  definition: string;
  unit: string;
  window: string;
  minimum: string;
}

/** What the "Why this?" panel shows. */
export interface Explanation {
  /** The rule in words, one sentence a condition. */
  rules: string[];
  used: Used[];
  sources: readonly Citation[];
}

const SIGNALS: Record<SignalName, Definition> = definitions;

export function explain(nudge: Nudge, signals: Signals): Explanation {
  const names = new Set(nudge.when.flatMap(({ signal }) => [signal, ...shownBy(signal)]));
  return {
    rules: nudge.when.flatMap(inWords),
    used: [...names].map((name) => used(name, signals)),
    sources: nudge.citations,
  };
}

function shownBy(signal: SignalName): SignalName[] {
  return [...(SIGNALS[signal].shows ?? [])] as SignalName[];
}

function inWords({ signal, min, max }: Condition): string[] {
  const { words } = SIGNALS[signal];
  const sentence = (text: string | undefined, n: number | undefined) =>
    text === undefined || n === undefined ? [] : [text.replaceAll('{n}', `${Math.abs(n)}`)];
  return [...sentence(words.min, min), ...sentence(words.max, max)];
}

function used(signal: SignalName, signals: Signals): Used {
  const { label, definition, unit, window, minimum, figure } = SIGNALS[signal];
  const value = figure ? (signals[signal] ?? null) : null;
  return { signal, value, label, definition, unit, window, minimum };
}
