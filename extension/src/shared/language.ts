/** The languages of the nudges, of the card and of the weekly page; other pages are English. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt-BR', 'uk', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

export function isLanguage(tag: unknown): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The one chosen in the options, else the browser's own where it is one of ours. */
export function chosenOf(setting: Language | 'auto', browsers: string): Language {
  return isLanguage(setting) ? setting : nearest(browsers);
}

/** Of our languages the one that a tag such as `de-AT` or `pt` means; English where none is. */
export function nearest(tag: string): Language {
  const spoken = main(tag);
  return LANGUAGES.find((language) => main(language) === spoken) ?? 'en';
}

function main(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
