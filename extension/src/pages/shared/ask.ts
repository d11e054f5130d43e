import { type Answer, type MessageName, type Request, send } from '../../shared/messages';
import { byId, el } from './el';
import { STORAGE_FULL } from './words';

/** What is said when something failed; `failed` has a `{reason}`. */
interface FailureWords {
  asleep: string;
  full: string;
  failed: string;
}

let words: FailureWords = {
  asleep:
    'Toward did not answer. Nothing is lost. Please close this page and open it again; if that does not help, restart the browser.',
  full: STORAGE_FULL,
  failed: 'That did not work ({reason}). Nothing is lost; please try again.',
};

/** From now on this page says failures in its own language. */
export function failInWords(own: FailureWords): void {
  words = own;
}

export function fullText(): string {
  return words.full;
}

/** What the browser itself says when nobody listens. */
const NOBODY = /did not answer|establish connection|message port closed|context invalidated/;

/** A failure in a sentence that says what to do. The background's own sentences already do. */
export function failure(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (text === '' || NOBODY.test(text)) return words.asleep;
  if (/quota/i.test(text)) return words.full;
  if (text.endsWith('.')) return text;
  return words.failed.replace('{reason}', () => text);
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
