import type { AppState } from '../../shared/messages';
import { el } from '../shared/el';

export interface View {
  state: AppState;
  /** Draws anew with the state that an answer brought, and says `done`; failures are said already. */
  update(answer: Promise<AppState | null>, done?: string): Promise<void>;
  /** Asks for the state again and draws. */
  refresh(done?: string): Promise<void>;
}

/** One section of the page, with a place of its own to link to. */
export function section(id: string, title: string, ...parts: Parameters<typeof el>[2][]) {
  const head = el('h2', { id: `${id}-title`, tabindex: '-1' }, title);
  return el('section', { id, class: 'stack', 'aria-labelledby': `${id}-title` }, head, ...parts);
}
