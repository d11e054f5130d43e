/** The languages of the nudges and of the card; Toward's other pages are English. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt-BR', 'uk', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

export function isLanguage(tag: unknown): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
