import type { Instant } from '../shared/types';

export interface Settling {
  /** A change was seen; a page that never is quiet is looked at all the same. */
  touch(): void;
  /** Works at once, after what is running: the person waits for the effect. */
  flush(): Promise<void>;
}

/** A page that never rests is looked at after so many quiet times. */
const LONGEST_QUIETS = 5;

/** Runs `work` once changes have been quiet for a while, and never twice at a time. */
export function settling(
  work: (began: Instant) => Promise<void>,
  quietMs: number,
  signal: AbortSignal,
): Settling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let began: Instant | null = null;
  let running: Promise<void> | null = null;

  const touch = () => {
    if (signal.aborted) return;
    const now = Date.now();
    began ??= now;
    clearTimeout(timer);
    const longest = began + LONGEST_QUIETS * quietMs - now;
    timer = setTimeout(run, Math.max(0, Math.min(quietMs, longest)));
  };

  const run = (): Promise<void> => {
    // What changes while it runs is looked at after.
    if (running) return running.then(touch);
    running = runOnce().finally(() => {
      running = null;
    });
    return running;
  };

  const runOnce = async () => {
    const since = began ?? Date.now();
    began = null;
    try {
      if (!signal.aborted) await work(since);
    } catch (error) {
      // The one place that catches for the reader: said once in our own console, never to the page.
      console.debug('Toward: page not read', error);
    }
  };

  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    touch,
    flush: async () => {
      await running;
      clearTimeout(timer);
      await run();
    },
  };
}

/** A clock that nobody sets: how long something has lasted is told by it. */
export const ticks = () => performance.now();

/** Slices of work: `pause()` gives a promise to await once a slice has lasted its time. */
export function slices(sliceMs = 8): () => Promise<void> | null {
  let began = ticks();
  return () => {
    if (ticks() - began < sliceMs) return null;
    return new Promise((resolve) =>
      setTimeout(() => {
        began = ticks();
        resolve();
      }, 0),
    );
  };
}
