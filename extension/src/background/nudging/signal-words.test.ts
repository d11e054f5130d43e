import { nudges } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import english from '../../../../nudges/signals.json';
import { LANGUAGES } from '../../shared/language';
import type { SignalName } from '../../shared/nudge';
import { meaningIn, signalIn } from './signal-words';

/** Those that a "Why this?" may name. */
const SHOWS: Record<string, { label: string; shows?: readonly string[] }> = english;
const NAMES = [
  ...new Set(
    nudges.flatMap(({ when }) =>
      when.flatMap(({ signal }) => [signal, ...(SHOWS[signal]?.shows ?? [])]),
    ),
  ),
] as SignalName[];

const texts = (name: SignalName, language: (typeof LANGUAGES)[number]) => {
  const { label, definition, window, words } = signalIn(language, name);
  return { label, definition, window, ...words };
};

describe.each(LANGUAGES.filter((one) => one !== 'en'))('%s', (language) => {
  test.each(NAMES)('%s has all its words, none of them English', (name) => {
    const [own, first] = [texts(name, language), texts(name, 'en')];
    expect(Object.keys(own)).toEqual(Object.keys(first));
    const left = Object.entries(own).filter(
      ([place, text]) => text.trim() === '' || text === first[place as 'label'],
    );
    expect(left).toEqual([]);
  });

  test.each(NAMES)('%s names its bound where the English sentence does', (name) => {
    const { words } = signalIn('en', name);
    const own = signalIn(language, name).words;
    for (const end of ['min', 'max'] as const)
      expect(own[end]?.includes('{n}')).toBe(words[end]?.includes('{n}'));
  });

  test('no text raises its voice', () => {
    expect(NAMES.filter((name) => /[!¡]/.test(JSON.stringify(texts(name, language))))).toEqual([]);
  });
});

test('a signal that no nudge asks for is told in English', () => {
  expect(meaningIn('de', 'rest')).toContain('No message has come in for 21 days');
});
