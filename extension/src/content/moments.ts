import type { CardView } from '../shared/card';
import type { Moment, Stretch } from '../shared/messages';
import { showCard } from './card/show';
import type { Guard } from './guard';
import { find, findAll } from './page/select';
import type { Port } from './port';
import { sleep } from './port';
import type { Reader, ReaderEvents } from './reader';
import type { Session } from './session';
import { Typing } from './typing';

/** No card comes within this time of typing. */
const QUIET_MS = 10_000;
/** A moment that found no quiet in this time has passed. */
const PATIENCE_MS = 60_000;

interface Pending {
  session: Session;
  moment: Moment;
}

/** Turns what happens on the page into at most one card at a time. */
export class Moments implements ReaderEvents {
  reader: Reader | null = null;
  private pending: Pending | null = null;
  private showing = false;
  private readonly typing: Typing;

  constructor(
    private readonly port: Port,
    private readonly guard: Guard,
    composer: string,
  ) {
    this.typing = new Typing(composer, port.signal);
  }

  opened(session: Session): void {
    void this.offer(session, 'opened');
  }

  came(session: Session, stretches: Stretch[]): void {
    const newest = stretches
      .filter(({ after }) => after.length === 0)
      .at(-1)
      ?.rows.at(-1);
    if (newest?.notBefore == null || !newest.direction) return;
    void this.offer(session, newest.direction === 'out' ? 'sent' : 'received');
  }

  /**
   * The newest moment takes the place of one that still waits, but an opening is not given up for
   * what comes into the same chat meanwhile.
   */
  private async offer(session: Session, moment: Moment): Promise<void> {
    if (this.showing) return;
    const { pending } = this;
    if (moment !== 'opened' && pending?.moment === 'opened' && pending.session === session) return;
    const mine = { session, moment };
    this.pending = mine;
    const quiet = await this.quiet(mine);
    if (this.pending !== mine) return;
    this.pending = null;
    if (quiet) await this.ask(session, moment);
  }

  /** Waits until nobody types and the page is looked at; false when the moment has passed. */
  private async quiet(mine: Pending): Promise<boolean> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && this.pending === mine && !this.port.signal.aborted) {
      const wait = QUIET_MS - this.typing.quietFor();
      const inView = document.visibilityState === 'visible';
      if (wait <= 0 && inView) return this.isInView(mine.session);
      await sleep(Math.min(Math.max(wait, 500), 1_000), this.port.signal);
    }
    return false;
  }

  /** A card speaks of the conversation in view; some apps keep the element and change what it shows. */
  private isInView(session: Session): boolean {
    return session.box.element.isConnected && (this.reader?.shows(session) ?? false);
  }

  private async ask(session: Session, moment: Moment): Promise<void> {
    const practiceNow = this.reader?.practiceNow(session.box) ?? null;
    const { ref } = session.box;
    const answer = await this.port.ask('content:moment', { ref, moment, practiceNow });
    if (!answer?.card || !this.isInView(session)) return;
    this.showing = true;
    try {
      await this.show(session, answer.card);
    } finally {
      this.showing = false;
    }
  }

  /** Resolves when the card has gone: by an answer, or with the conversation it is about. */
  private show(session: Session, view: CardView): Promise<void> {
    const { element, list } = session.box;
    const adapter = this.reader?.adapter;
    if (!adapter) return Promise.resolve();
    const gone = new AbortController();
    this.port.signal.addEventListener('abort', () => gone.abort(), { once: true });
    return new Promise((resolve) => {
      gone.signal.addEventListener('abort', () => resolve(), { once: true });
      showCard({
        view,
        guard: this.guard,
        composer: find(element, adapter.composer) ?? find(document, adapter.composer),
        newest: findAll(list, adapter.row.selector).at(adapter.list.reverse ? 0 : -1) ?? null,
        signal: gone.signal,
        onAnswer: (answer) => {
          void this.port.ask('content:answer', { shown: view.shown, answer });
          // Keeping the notes is no answer to this one: it stays.
          if (answer !== 'keep') gone.abort();
        },
      });
      this.watch(session, gone);
    });
  }

  /** When the conversation goes out of view, so does the card about it. */
  private watch(session: Session, gone: AbortController): void {
    const check = () => {
      if (gone.signal.aborted) return;
      if (!this.isInView(session)) gone.abort();
      else setTimeout(check, 500);
    };
    check();
  }
}
