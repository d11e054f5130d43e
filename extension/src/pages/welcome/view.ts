import type { AppState } from '../../shared/messages';

export interface View {
  state: AppState;
  /** Draws anew with the state that an answer brought; null (a failure, already said) is let be. */
  update(answer: Promise<AppState | null>): Promise<void>;
}
