/** What every language's words have in common. The texts are read as they stand in their files. */
import { describe, expect, test } from 'vitest';
import signals from '../../../../../nudges/signals.json';
import { LANGUAGES } from '../../../shared/language';
import { wordsOf } from '.';
import { en } from './en';
import type { Plural, WeekWords } from './type';

const files = import.meta.glob<Record<string, WeekWords>>(
  ['./*.ts', '!./*.test.ts', '!./type.ts', '!./index.ts'],
  { eager: true },
);
const banned = import.meta.glob('../../../../../tests/banned_words/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Entry = [place: string, text: string | Plural];

/** Every text by its place; the forms of a plural stay together. */
function entries(value: unknown, place = ''): Entry[] {
  if (typeof value === 'string') return [[place, value]];
  const parts = Object.entries(value as object);
  if (parts.some(([key]) => key === 'other') && !Array.isArray(value)) {
    const forms = parts.every(([key]) => CATEGORIES.has(key));
    if (forms) return [[place, value as Plural]];
  }
  return parts.flatMap(([key, part]) => entries(part, place ? `${place}.${key}` : key));
}

const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

const textsIn = (entry: string | Plural): string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

const english = new Map(entries(en));
const written = LANGUAGES.flatMap((language) => {
  const words = Object.values(files[`./${language}.ts`] ?? {})[0];
  return words ? [{ language, words }] : [];
});

test('each language has its file, and the page speaks it', () => {
  expect(written.map(({ language }) => language)).toEqual(LANGUAGES);
  for (const { language, words } of written) expect(wordsOf(language)).toBe(words);
});

test('a banned word is found whole, in any case, with its endings', () => {
  const search = anyOf(['scor(e[sd]?|ing)', 'ignor\\w*']);
  expect(['Your SCORE.', 'ignoré', 'scorecard'].map(search)).toEqual([true, true, false]);
});

describe.each(written)('the words in $language', ({ language, words }) => {
  const all = entries(words);
  const complaints = (wrong: (text: string, place: string) => boolean) =>
    all.flatMap(([place, entry]) =>
      textsIn(entry)
        .filter((text) => wrong(text, place))
        .map((text) => `${place}: ${text}`),
    );

  test('are as many as the English ones, and none is empty', () => {
    expect(all.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
    expect(complaints((text) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  test('have the placeholders of the English ones; one number alone need not be named', () => {
    const wrong = all.filter(([place, entry]) => {
      const wanted = english.get(place) ?? '';
      if (typeof entry === 'string') return !same(entry, wanted as string);
      const forms = Object.entries(entry);
      return !forms.every(([category, text]) => {
        const whole = same(text, (wanted as Plural).other);
        const alone = ['zero', 'one', 'two'].includes(category);
        return whole || (alone && same(`${text}{n}`, (wanted as Plural).other));
      });
    });
    expect(wrong).toEqual([]);
  });

  test('have a form for every plural category of the language, and no other', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const wrong = all.filter(
      ([, entry]) =>
        typeof entry !== 'string' && String(Object.keys(entry).sort()) !== String(wanted),
    );
    expect(wrong).toEqual([]);
  });

  test('hold thirty letter sentences or more, each another', () => {
    const sentences = all.filter(([place]) => place.startsWith('letter.'));
    const texts = sentences.map(([, entry]) => textsIn(entry).at(-1));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(30);
  });

  test('name each number of days once', () => {
    expect(new Set(words.numerals).size).toBe(8);
  });

  test('call out nothing, and say nothing in parts of a hundred', () => {
    expect(complaints((text) => /[!¡！%٪]/.test(text))).toEqual([]);
  });

  test('hold no banned word', () => {
    const list = Object.entries(banned).find(([path]) => path.endsWith(`/${language}.json`))?.[1];
    const search = anyOf(JSON.parse(list ?? '[]'));
    const wrong = complaints((text, place) => !EXACT.has(place) && search(text));
    expect(list).toBeDefined();
    expect(wrong).toEqual([]);
  });

  test('are no longer English', () => {
    if (language === 'en') return;
    const left = all.filter(
      ([place, entry]) => JSON.stringify(entry) === JSON.stringify(english.get(place)),
    );
    expect(left.filter(([place]) => !ALIKE.has(place))).toEqual([]);
  });
});

test('the English definitions are those of the signals', () => {
  const { signals: used } = en.counted;
  const defined = Object.keys(used).map((id) => [id, signals[id as keyof typeof used].definition]);
  expect(used).toEqual(Object.fromEntries(defined));
});

/** Places whose words say a limit of the count itself: DESIGN asks for "at least" there. */
const EXACT = new Set(['atLeast', 'counted.atLeast']);

/** Texts that hold little but placeholders may be the same in two languages. */
const ALIKE = new Set([
  'chat.nameless',
  'earlier.range',
  'felt.said',
  'messages.in',
  'messages.inSum',
  'numerals.6',
]);

function same(text: string, other: string): boolean {
  return String(placeholders(text)) === String(placeholders(other));
}

/** As tests/nudge_rules/patterns.py reads the lists: whole words in any case, also without vowel signs. */
function anyOf(list: readonly string[]): (text: string) => boolean {
  const letter = '\\p{L}\\p{N}_\\u064b-\\u0652';
  const patterns = list.map((word) => word.replaceAll('\\w', '[\\p{L}\\p{N}_]'));
  const search = new RegExp(`(?<![${letter}])(?:${patterns.join('|')})(?![${letter}])`, 'iu');
  return (text) => {
    const whole = text.normalize('NFC').replace(/\p{Cf}/gu, '');
    return [whole, whole.replace(/[\u064b-\u0652\u0640]/g, '')].some((form) => search.test(form));
  };
}
