import { closest } from './page/select';

/** When a key was last pressed in a composer, and in which spell of writing: never what was written. */
export interface Writing {
  last: number;
  spell: number;
}

/** A new spell begins with the first key after so long a rest. */
const REST_MS = 5_000;

export function typing(composer: string, signal: AbortSignal): Writing {
  const writing = { last: 0, spell: 0 };
  const note = (event: Event) => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element && closest(target, composer))) return;
    const now = Date.now();
    if (now - writing.last > REST_MS) writing.spell++;
    writing.last = now;
  };
  for (const type of ['keydown', 'input']) {
    document.addEventListener(type, note, { capture: true, passive: true, signal });
  }
  return writing;
}
