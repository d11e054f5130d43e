/** Talking to the background: quiet when the extension was updated or removed under the page. */
import { type Answer, type MessageName, type Request, send } from '../shared/messages';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** False once the extension that this script belongs to is gone. */
function isAlive(): boolean {
  return chrome.runtime?.id !== undefined;
}

export class Port {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly stop: AbortController) {}

  get signal(): AbortSignal {
    return this.stop.signal;
  }

  /** One question; null when there is no answer. */
  async ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N> | null> {
    if (this.signal.aborted) return null;
    try {
      return (await send(name, request)) ?? null;
    } catch {
      // A page must never see an error of ours; an orphaned script ends itself quietly.
      if (!isAlive()) this.stop.abort();
      return null;
    }
  }

  /** Keeps its order, and repeats until the background has acknowledged. */
  deliver(request: Request<'content:rows'>): Promise<void> {
    this.last = this.last.then(() => this.insist(request));
    return this.last;
  }

  private async insist(request: Request<'content:rows'>): Promise<void> {
    for (
      let wait = FIRST_RETRY_MS;
      !this.signal.aborted;
      wait = Math.min(2 * wait, LONGEST_RETRY_MS)
    ) {
      if ((await this.ask('content:rows', request))?.ok) return;
      await sleep(wait, this.signal);
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
    signal.addEventListener('abort', end, { once: true });
  });
}
