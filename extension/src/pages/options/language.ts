import { isLanguage, type Language } from '../../shared/language';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { section, type View } from './view';

/** Each by its own name, so that it is found whatever language the page is in. */
const NAMES: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  uk: 'Українська',
  ar: 'العربية',
};

function options(): HTMLOptionElement[] {
  const auto = el('option', { value: 'auto' }, 'The browser’s language, or English');
  const named = Object.entries(NAMES).map(([lang, words]) =>
    el('option', { value: lang, lang, dir: 'auto' }, words),
  );
  return [auto, ...named];
}

/** The language of the thoughts, of the card around them and of the weekly page. */
export function languagePart({ state, update }: View): HTMLElement {
  const change = () => {
    const language = isLanguage(select.value) ? select.value : 'auto';
    void update(ask('page:settings', { change: { language } }), 'Saved.');
  };
  const { language } = state.settings;
  const select = el('select', { id: 'thoughts-in', change }, ...options());
  select.value = language;
  return section(
    'language',
    'Language',
    el(
      'label',
      { class: 'field', for: 'thoughts-in' },
      'Thoughts and the weekly page come in',
      select,
    ),
    el(
      'p',
      { class: 'soft' },
      'This is for the thoughts, the card around them, and the weekly page. What stands under “Why this?” and all other pages are in English for now.',
    ),
  );
}
