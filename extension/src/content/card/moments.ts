import type { CardView } from '../../shared/card';
import type { Moment, Stretch } from '../../shared/messages';
import { NUDGE_DEFAULTS } from '../../shared/nudge';
import { type Port, sleep } from '../port';
import type { Reader } from '../reader';
import type { Session } from '../session';
import { focused, onTurning, ownerOf } from './composer';

/** Shows a card; resolves when it has gone. */
export type Show = (view: CardView, session: Session, isInView: () => boolean) => Promise<void>;

/** A moment that found no quiet in this time, beyond the quiet itself, has passed. */
const PATIENCE_MS = 50_000;

interface Pending {
  session: Session;
  moment: Moment;
  /** No card comes within this time of typing. */
  pauseMs: number;
}

/** Turns what happens on the page into at most one card at a time. */
export class Moments {
  private pending: Pending | null = null;
  private showing = false;
  private readonly sessions = new Set<Session>();

  constructor(
    private readonly reader: Reader,
    private readonly port: Port,
    private readonly show: Show,
  ) {
    onTurning(this.composer, (at) => this.turned(at), port.signal);
  }

  /** A conversation was opened (`news` is null), or rows came into one. */
  happened(session: Session, news: Stretch[] | null): void {
    this.sessions.add(session);
    if (!news) return void this.offer(session, 'opened');
    const newest = news.findLast(({ after }) => after.length === 0)?.rows.at(-1);
    if (newest?.notBefore == null || !newest.direction) return;
    void this.offer(session, newest.direction === 'out' ? 'sent' : 'received');
  }

  private get composer(): string {
    return this.reader.adapter.composer;
  }

  /** An opening that still waits has its turn first. */
  private turned(at: Element): void {
    if (this.pending) return;
    const session = ownerOf(at, this.composer, this.inView());
    if (session) void this.offer(session, 'composing');
  }

  private inView(): Session[] {
    const all = [...this.sessions];
    for (const one of all) if (!this.isInView(one)) this.sessions.delete(one);
    return [...this.sessions];
  }

  /**
   * The newest moment takes the place of one that still waits, but an opening is not given up for
   * what comes into the same chat meanwhile.
   */
  private async offer(session: Session, moment: Moment): Promise<void> {
    const { pending } = this;
    if (this.showing) return;
    if (pending?.moment === 'opened' && pending.session === session) return;
    const mine = { session, moment, pauseMs: 0 };
    this.pending = mine;
    const isMine = () => this.pending === mine;
    const good = (await this.isWanted(mine)) && (await this.quiet(mine, isMine));
    if (!isMine()) return;
    this.pending = null;
    if (good) await this.ask(mine);
  }

  private async isWanted(mine: Pending): Promise<boolean> {
    const { typingPauseSeconds, composing } = NUDGE_DEFAULTS;
    const budget = await this.port.ask('content:budget', {});
    mine.pauseMs = 1_000 * (budget?.typingPauseSeconds ?? typingPauseSeconds);
    return mine.moment !== 'composing' || (budget?.composing ?? composing);
  }

  /**
   * Waits until nobody types and the page is looked at; false when the moment has passed. "Before
   * I write again" is over with the first key.
   */
  private async quiet(mine: Pending, isWanted: () => boolean): Promise<boolean> {
    const until = Date.now() + mine.pauseMs + PATIENCE_MS;
    while (Date.now() < until && isWanted() && !this.port.signal.aborted) {
      const isVisible = document.visibilityState === 'visible';
      if (isVisible && Date.now() - this.reader.writing.last >= mine.pauseMs)
        return this.isInView(mine.session);
      if (mine.moment === 'composing') return false;
      await sleep(1_000, this.port.signal);
    }
    return false;
  }

  /** A card speaks of the conversation in view; some apps keep the element and change what it shows. */
  private isInView(session: Session): boolean {
    return session.box.element.isConnected && this.reader.shows(session);
  }

  private isAtComposer(session: Session): boolean {
    const at = focused(this.composer);
    return at !== null && ownerOf(at, this.composer, this.inView()) === session;
  }

  private async ask(mine: Pending): Promise<void> {
    const { session, moment } = mine;
    const { box } = session;
    const practiceNow = this.reader.practiceNow(box);
    const atComposer = this.isAtComposer(session);
    const request = { ref: box.ref, moment, atComposer, practiceNow };
    const answer = await this.port.ask('content:moment', request);
    if (!answer?.card) return;
    this.showing = true;
    try {
      await this.showAsked(answer.card, mine);
    } finally {
      this.showing = false;
    }
  }

  /** Somebody may have begun to type, or gone elsewhere, while the background chose. */
  private async showAsked(card: CardView, mine: Pending): Promise<void> {
    const isInView = () => this.isInView(mine.session);
    if (await this.quiet(mine, isInView)) return this.show(card, mine.session, isInView);
    await this.port.ask('content:answer', { shown: card.shown, answer: 'unseen' });
  }
}
