/** The signals in words, for "Why this?": English in nudges/signals.json, the others beside this file. */
import english from '../../../../nudges/signals.json';
import type { Language } from '../../shared/language';
import type { SignalName } from '../../shared/nudge';
import ar from './signal-words/ar.json';
import de from './signal-words/de.json';
import es from './signal-words/es.json';
import fr from './signal-words/fr.json';
import ptBR from './signal-words/pt-BR.json';
import uk from './signal-words/uk.json';

export interface SignalWords {
  label: string;
  definition: string;
  /** The stretch of time that was looked at. */
  window: string;
  /** A condition as a sentence; {n} is its bound. */
  words: { min?: string; max?: string };
}

type Words = Partial<Record<SignalName, SignalWords>>;

const WORDS: Record<Language, { looked_at: string; signals: Words }> = {
  en: { looked_at: 'Looked at: {window}.', signals: english },
  'pt-BR': ptBR,
  ...{ ar, de, es, fr, uk },
};

/** Those that no nudge asks for have no words but the English ones. */
export function signalIn(language: Language, signal: SignalName): SignalWords {
  return WORDS[language].signals[signal] ?? english[signal];
}

/** What a signal means, as one text: its name, its definition, the time looked at. */
export function meaningIn(language: Language, signal: SignalName): string {
  const { label, definition, window } = signalIn(language, signal);
  return `${label}. ${definition} ${WORDS[language].looked_at.replace('{window}', window)}`;
}
