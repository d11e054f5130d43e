import type { AppState } from '../../shared/messages';
import { fullText, notice } from './ask';

/** What every page does with a new state: discreet mode, and the one problem that stops counting. */
export function apply(state: AppState): void {
  document.documentElement.classList.toggle('discreet', state.settings.discreet);
  notice(state.storageFull ? fullText() : '');
}
