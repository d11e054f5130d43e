/** The words of the weekly page by language. */
import type { Language } from '../../../shared/language';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ptBR } from './pt-BR';
import type { WeekWords } from './type';
import { uk } from './uk';

const WORDS: Record<Language, WeekWords> = {
  ...{ en, de, es, fr, 'pt-BR': ptBR, uk, ar },
};

export function wordsOf(language: Language): WeekWords {
  return WORDS[language];
}
