import definitions from '../../../../nudges/signals.json';
import { isLanguage, type Language } from '../../shared/language';
import type { Citation, Condition, Nudge, SignalName, Signals } from '../../shared/nudge';
import { meaningIn, signalIn } from './signal-words';

/** What nudges/signals.json says beside the words. */
interface Definition {
  figure: boolean;
  shows?: readonly string[];
}

/** One number behind a card; `value` is null where the number is never shown. */
export interface Used {
  signal: SignalName;
  value: number | null;
  /** Its name, its definition and the time looked at. */
  meaning: string;
}

/** What the "Why this?" panel shows, in the nudge's language but for the sources. */
export interface Explanation {
  /** The rule in words, one sentence a condition. */
  rules: string[];
  used: Used[];
  sources: readonly Citation[];
}

const SIGNALS: Record<SignalName, Definition> = definitions;
/** The person's own answers and the hour: their sentences say all there is to say. */
const PLAIN = /^(felt_(lighter|right|more|new)|local_hour)$/;

export function explain(nudge: Nudge, signals: Signals): Explanation {
  const lang = isLanguage(nudge.lang) ? nudge.lang : 'en';
  const names = new Set(nudge.when.flatMap(({ signal }) => [signal, ...shownBy(signal)]));
  return {
    rules: nudge.when.flatMap((condition) => inWords(condition, lang)),
    used: [...names].filter((name) => !PLAIN.test(name)).map((name) => used(name, signals, lang)),
    sources: nudge.citations,
  };
}

function shownBy(signal: SignalName): SignalName[] {
  return [...(SIGNALS[signal].shows ?? [])] as SignalName[];
}

function inWords({ signal, min, max }: Condition, lang: Language): string[] {
  const { words } = signalIn(lang, signal);
  const sentence = (text: string | undefined, n: number | undefined) =>
    text === undefined || n === undefined ? [] : [text.replaceAll('{n}', `${Math.abs(n)}`)];
  return [...sentence(words.min, min), ...sentence(words.max, max)];
}

function used(signal: SignalName, signals: Signals, lang: Language): Used {
  const value = SIGNALS[signal].figure ? (signals[signal] ?? null) : null;
  return { signal, value, meaning: meaningIn(lang, signal) };
}
