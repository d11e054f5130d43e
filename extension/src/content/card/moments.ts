import type { CardView } from '../../shared/card';
import type { Moment, Stretch } from '../../shared/messages';
import { type Port, sleep } from '../port';
import type { Reader } from '../reader';
import type { Session } from '../session';

/** Shows a card; resolves when it has gone. */
export type Show = (view: CardView, session: Session, isInView: () => boolean) => Promise<void>;

/** No card comes within this time of typing. */
const QUIET_MS = 10_000;
/** A moment that found no quiet in this time has passed. */
const PATIENCE_MS = 60_000;

interface Pending {
  session: Session;
  moment: Moment;
}

/** Turns what happens on the page into at most one card at a time. */
export class Moments {
  private pending: Pending | null = null;
  private showing = false;

  constructor(
    private readonly reader: Reader,
    private readonly port: Port,
    private readonly show: Show,
  ) {}

  /** A conversation was opened (`news` is null), or rows came into one. */
  happened(session: Session, news: Stretch[] | null): void {
    if (!news) return void this.offer({ session, moment: 'opened' });
    const newest = news.findLast(({ after }) => after.length === 0)?.rows.at(-1);
    if (newest?.notBefore == null || !newest.direction) return;
    void this.offer({ session, moment: newest.direction === 'out' ? 'sent' : 'received' });
  }

  /**
   * The newest moment takes the place of one that still waits, but an opening is not given up for
   * what comes into the same chat meanwhile.
   */
  private async offer(mine: Pending): Promise<void> {
    const { pending } = this;
    if (this.showing) return;
    if (pending?.moment === 'opened' && pending.session === mine.session) return;
    this.pending = mine;
    const quiet = await this.quiet(mine);
    if (this.pending !== mine) return;
    this.pending = null;
    if (quiet) await this.ask(mine);
  }

  /** Waits until nobody types and the page is looked at; false when the moment has passed. */
  private async quiet(mine: Pending): Promise<boolean> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && this.pending === mine && !this.port.signal.aborted) {
      const isVisible = document.visibilityState === 'visible';
      if (isVisible && Date.now() - this.reader.writing.last >= QUIET_MS)
        return this.isInView(mine.session);
      await sleep(1_000, this.port.signal);
    }
    return false;
  }

  /** A card speaks of the conversation in view; some apps keep the element and change what it shows. */
  private isInView(session: Session): boolean {
    return session.box.element.isConnected && this.reader.shows(session);
  }

  private async ask({ session, moment }: Pending): Promise<void> {
    const { box } = session;
    const practiceNow = this.reader.practiceNow(box);
    const answer = await this.port.ask('content:moment', { ref: box.ref, moment, practiceNow });
    const isInView = () => this.isInView(session);
    if (!answer?.card || !isInView()) return;
    this.showing = true;
    try {
      await this.show(answer.card, session, isInView);
    } finally {
      this.showing = false;
    }
  }
}
