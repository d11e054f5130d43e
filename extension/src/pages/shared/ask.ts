import { type Answer, type MessageName, type Request, send } from '../../shared/messages';
import { byId, el } from './el';
import { STORAGE_FULL } from './words';

const ASLEEP =
  'Toward did not answer. Nothing is lost. Please close this page and open it again; if that does not help, restart the browser.';

/** What the browser itself says when nobody listens. */
const NOBODY = /did not answer|establish connection|message port closed|context invalidated/;

/** A failure in a sentence that says what to do. The background's own sentences already do. */
export function failure(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (text === '' || NOBODY.test(text)) return ASLEEP;
  if (/quota/i.test(text)) return STORAGE_FULL;
  if (text.endsWith('.')) return text;
  return `That did not work (${text}). Nothing is lost; please try again.`;
}

/** Says one sentence in the page's `#notice`, to the eye and to screen readers; '' clears it. */
export function notice(text: string): void {
  byId('notice').replaceChildren(...(text ? [el('p', { class: 'note' }, text)] : []));
}

/** Asks the background. On failure it says so in `#notice` and gives null: callers then stop. */
export async function ask<N extends MessageName>(
  name: N,
  request: Request<N>,
): Promise<Answer<N> | null> {
  try {
    return await send(name, request);
  } catch (error) {
    notice(failure(error));
    return null;
  }
}
