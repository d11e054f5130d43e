import type { Instant } from '../shared/types';

/** Runs `work` once changes have been quiet for a while, and never twice at a time. */
export class Settling {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private began: Instant | null = null;
  private running = false;
  private current: Promise<void> = Promise.resolve();
  private again = false;

  constructor(
    private readonly work: (began: Instant) => Promise<void>,
    private readonly quietMs: number,
    private readonly clock: () => Instant,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.timer && clearTimeout(this.timer), { once: true });
  }

  /** A change was seen; a page that never is quiet is looked at all the same. */
  touch(): void {
    if (this.signal.aborted) return;
    const now = this.clock();
    this.began ??= now;
    if (this.timer) clearTimeout(this.timer);
    const longest = this.began + LONGEST_QUIETS * this.quietMs - now;
    this.timer = setTimeout(() => this.run(), Math.max(0, Math.min(this.quietMs, longest)));
  }

  /** Works at once, after what is running: the person waits for the effect. */
  async flush(): Promise<void> {
    await this.current;
    if (this.timer) clearTimeout(this.timer);
    await this.run();
  }

  private run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.current;
    }
    this.current = this.runOnce();
    return this.current;
  }

  private async runOnce(): Promise<void> {
    this.running = true;
    const began = this.began ?? this.clock();
    this.began = null;
    this.timer = null;
    try {
      await this.work(began);
    } catch (error) {
      // The one place that catches for the reader: said once in our own console, never to the page.
      console.debug('Toward could not read this page', error);
    } finally {
      this.running = false;
    }
    if (!this.again) return;
    this.again = false;
    this.touch();
  }
}

const LONGEST_QUIETS = 5;

/** Slices of work: `pause()` gives a promise to await once a slice has lasted its time. */
export function slices(sliceMs = 8): () => Promise<void> | null {
  let began = performance.now();
  return () => {
    if (performance.now() - began < sliceMs) return null;
    return new Promise((resolve) =>
      setTimeout(() => {
        began = performance.now();
        resolve();
      }, 0),
    );
  };
}
