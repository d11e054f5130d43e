/** Talking to the background: quiet when the extension was updated or removed under the page. */
import type { Answer, Envelope, MessageName, Request } from '../shared/messages';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export class Port {
  readonly signal: AbortSignal;
  private last = Promise.resolve();

  constructor(private readonly stop: AbortController) {
    this.signal = stop.signal;
  }

  /** One question; null when there is no answer, or only that it failed. */
  async ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N> | null> {
    if (this.signal.aborted) return null;
    try {
      const answer = await chrome.runtime.sendMessage({ name, request } satisfies Envelope);
      return answer?.failed === undefined ? (answer ?? null) : null;
    } catch {
      // A page must never see an error of ours; an orphaned script ends itself quietly.
      if (!chrome.runtime?.id) this.stop.abort();
      return null;
    }
  }

  /** Keeps its order, and repeats until the background has acknowledged. */
  deliver(request: Request<'content:rows'>): Promise<void> {
    this.last = this.last.then(() => this.insist(request));
    return this.last;
  }

  private async insist(request: Request<'content:rows'>): Promise<void> {
    let wait = FIRST_RETRY_MS;
    while (!this.signal.aborted && !(await this.ask('content:rows', request))?.ok) {
      await sleep(wait, this.signal);
      wait = Math.min(2 * wait, LONGEST_RETRY_MS);
    }
  }
}

/** Ends early when the signal does. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
