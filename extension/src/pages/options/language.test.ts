// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { AppState } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { languagePart } from './language';

const sent: unknown[] = [];

beforeEach(() => {
  sent.length = 0;
  const sendMessage = async (message: { request: unknown }) => {
    sent.push(message.request);
    return {};
  };
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
});

function draw(language: AppState['settings']['language']): HTMLSelectElement {
  const state = { settings: { ...DEFAULT_SETTINGS, language } } as unknown as AppState;
  const view = { state, update: async () => {}, refresh: async () => {} };
  document.body.replaceChildren(languagePart(view));
  return document.querySelector('select') as HTMLSelectElement;
}

test('the browser’s language stands first, then each by its own name', () => {
  const names = [...draw('auto').options].map(({ textContent }) => textContent);
  expect(names).toEqual([
    'The browser’s language, or English',
    'English',
    'Deutsch',
    'Español',
    'Français',
    'Português (Brasil)',
    'Українська',
    'العربية',
  ]);
});

test.each(['auto', 'pt-BR'] as const)('%s is shown as chosen', (language) => {
  expect(draw(language).value).toBe(language);
});

test.each(['uk', 'auto'])('choosing %s is told', (language) => {
  const select = draw('de');
  select.value = language;
  select.dispatchEvent(new Event('change'));
  expect(sent).toEqual([{ change: { language } }]);
});
