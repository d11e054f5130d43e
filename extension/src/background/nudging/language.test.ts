import { expect, test } from 'vitest';
import { installStorage } from '../../made-up/chrome';
import { nearest } from '../../shared/language';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { chosenLanguage } from './language';

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['es-419', 'es'],
  ['fr_CA', 'fr'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['PT-br', 'pt-BR'],
  ['uk-UA', 'uk'],
  ['ar-EG', 'ar'],
  ['en-GB', 'en'],
  ['it', 'en'],
  ['', 'en'],
])('a browser in "%s" reads thoughts in %s', (tag, language) => {
  expect(nearest(tag)).toBe(language);
});

test.each([
  ['auto', 'de-CH', 'de'],
  ['fr', 'de-CH', 'fr'],
  ['en', 'ar', 'en'],
  ['tlh', 'ar', 'ar'],
])('with "%s" in the options and a browser in %s it is %s', async (language, ui, wanted) => {
  installStorage({ settings: { ...DEFAULT_SETTINGS, language } });
  chrome.i18n.getUILanguage = () => ui;
  expect(await chosenLanguage()).toBe(wanted);
});

test('settings of an earlier version follow the browser', async () => {
  const { language: _, ...earlier } = DEFAULT_SETTINGS;
  installStorage({ settings: earlier });
  chrome.i18n.getUILanguage = () => 'uk';
  expect(await chosenLanguage()).toBe('uk');
});
