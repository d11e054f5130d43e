import type { AppState } from '../../shared/messages';
import { notice } from './ask';
import { STORAGE_FULL } from './words';

/** What every page does with a new state: discreet mode, and the one problem that stops counting. */
export function apply(state: AppState): void {
  document.documentElement.classList.toggle('discreet', state.settings.discreet);
  notice(state.storageFull ? STORAGE_FULL : '');
}
