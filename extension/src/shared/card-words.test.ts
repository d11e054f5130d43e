import { expect, test } from 'vitest';
import { CARD_WORDS, wordsIn } from './card-words';
import { directionOf, LANGUAGES } from './language';

/** All texts by their place. */
function texts(language: keyof typeof CARD_WORDS): [string, string][] {
  const { answers, ...words } = CARD_WORDS[language];
  return Object.entries({ ...words, ...answers });
}

const english = new Map(texts('en'));

test.each(LANGUAGES)('%s: every text is written, quiet and short', (language) => {
  const wrong = texts(language).filter(
    ([place, text]) => text.trim() === '' || /[!¡]/.test(text) || text.length > longest(place),
  );
  expect(wrong).toEqual([]);
});

/** Two buttons stand side by side in a card of 21 em. */
function longest(place: string): number {
  if (place in CARD_WORDS.en.answers) return 24;
  return ['first', 'kept', 'keys'].includes(place) ? 160 : 32;
}

test.each(LANGUAGES.filter((one) => one !== 'en'))('%s: nothing is left in English', (language) => {
  expect(texts(language).filter(([place, text]) => english.get(place) === text)).toEqual([]);
});

test.each(LANGUAGES)('%s: no two answers read the same', (language) => {
  const { answers } = CARD_WORDS[language];
  expect(new Set(Object.values(answers)).size).toBe(6);
});

test('a language that is not one of ours is English', () => {
  expect(wordsIn('tlh')).toBe(CARD_WORDS.en);
});

test('Arabic alone runs from right to left', () => {
  expect(LANGUAGES.filter((one) => directionOf(one) === 'rtl')).toEqual(['ar']);
});
