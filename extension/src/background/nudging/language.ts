/** Which language the thoughts come in. */
import { isLanguage, LANGUAGES, type Language } from '../../shared/language';
import { loadSettings } from '../../shared/storage';

/** The one chosen in the options, else the browser's own where it is one of ours. */
export async function chosenLanguage(): Promise<Language> {
  const { language } = await loadSettings();
  return isLanguage(language) ? language : nearest(chrome.i18n.getUILanguage());
}

/** Of our languages the one that a tag such as `de-AT` or `pt` means; English where none is. */
export function nearest(tag: string): Language {
  const spoken = main(tag);
  return LANGUAGES.find((language) => main(language) === spoken) ?? 'en';
}

function main(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
