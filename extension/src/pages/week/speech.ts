/** How the weekly page speaks: words, numbers, dates and lists in one language. */
import { directionOf, type Language } from '../../shared/language';
import type { ChatInfo } from '../../shared/messages';
import { bare, fill, isolated } from './fill';
import { wordsOf } from './words';
import type { Plural, WeekWords } from './words/type';

export interface Speech {
  lang: string;
  rtl: boolean;
  words: WeekWords;
  /** Whole numbers and tenths. */
  number(value: number): string;
  /** The form for a number; `{n}` is put in by `number`, or by `said` where it is given. */
  plural(forms: Plural, n: number, said?: string): string;
  /** Each entry is isolated. */
  list(items: readonly string[]): string;
  /** Stands between the entries of a list that hold commas themselves. */
  between: string;
  /** As a text of its own, such as a heading. */
  nameOf(chat: Pick<ChatInfo, 'name' | 'number' | 'practice'>): string;
  /** As it stands in sentences. */
  inSentence(chat: Pick<ChatInfo, 'name' | 'number' | 'practice'>): string;
  /** Kept by the options themselves, so these stand in constants. */
  date(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat;
}

export function speechIn(language: Language): Speech {
  const words = wordsOf(language);
  const tag = language === 'en' ? 'en-GB' : language;
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const rules = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const dates = new Map<object, Map<string, Intl.DateTimeFormat>>();
  const speech: Speech = {
    lang: language,
    rtl: directionOf(language) === 'rtl',
    words,
    number: (value) => numbers.format(value),
    plural: (forms, n, said) =>
      fill(forms[rules.select(n)] ?? forms.other, { n: said ?? numbers.format(n) }),
    // Bare, since the word between may depend on how a name begins (Spanish "y", "e").
    list: (items) =>
      lists
        .formatToParts(items.map(bare))
        .map(({ type, value }) => (type === 'element' ? isolated(value) : value))
        .join(''),
    between: language === 'ar' ? '؛ ' : '; ',
    nameOf: ({ name, number, practice }) =>
      name ??
      (practice ? words.chat.practice : fill(words.chat.nameless, { n: numbers.format(number) })),
    inSentence: (chat) => isolated(speech.nameOf(chat)),
    date(options, timeZone = 'UTC') {
      const known = dates.get(options) ?? new Map<string, Intl.DateTimeFormat>();
      const format = known.get(timeZone) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone });
      dates.set(options, known.set(timeZone, format));
      return format;
    },
  };
  return speech;
}
