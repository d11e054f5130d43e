import type { AppState, OpenPage } from '../../shared/messages';

export type Open = OpenPage;

/** What the popup draws from, and how its parts change it. */
export interface View {
  state: AppState;
  open: Open;
  /** Draws anew with the state that an answer brought; null (a failure, already said) is let be. */
  update(answer: Promise<AppState | null>): Promise<void>;
  /** Asks for everything again. */
  refresh(): Promise<void>;
}
