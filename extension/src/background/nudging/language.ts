/** Which language the thoughts come in. */
import { chosenOf, type Language } from '../../shared/language';
import { loadSettings } from '../../shared/storage';

/** The one chosen in the options, else the browser's own where it is one of ours. */
export async function chosenLanguage(): Promise<Language> {
  return chosenOf((await loadSettings()).language, chrome.i18n.getUILanguage());
}
