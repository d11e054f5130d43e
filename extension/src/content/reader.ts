import type { NamedAdapter, OpenChat, PageStatus, Stretch } from '../shared/messages';
import type { Instant } from '../shared/types';
import { Health, type Look } from './health';
import { observe } from './observe';
import { rootsOf } from './page/select';
import { type Port, sleep } from './port';
import { type Box, findBoxes, labelOf, placeOf, sameRef } from './reading/boxes';
import { type ListReading, RowCache, readList } from './reading/rows';
import { newStretches } from './reading/stretches';
import { readValue } from './reading/value';
import { Settling, slices } from './schedule';
import { newSession, type Session } from './session';

const ASK_AGAIN_MS = 2_000;

/** What the reader tells the part that asks for cards. */
export interface ReaderEvents {
  /** A counted conversation was opened and its rows are in the ledger. */
  opened(session: Session): void;
  /** New rows came while we looked on. */
  came(session: Session, stretches: Stretch[]): void;
}

/** Reads the conversations of one page by one adapter. */
export class Reader {
  private readonly cache: RowCache;
  private readonly health: Health;
  private readonly settling: Settling;
  private readonly page = { document, location };
  private sessions: Session[] = [];
  /** Since when the page was out of view, until the first look after: it may not have drawn rows. */
  private hiddenSince: Instant | null = null;

  constructor(
    readonly adapter: NamedAdapter,
    private readonly port: Port,
    private readonly events: ReaderEvents,
  ) {
    this.cache = new RowCache(adapter);
    this.health = new Health(adapter.id);
    this.settling = new Settling(
      (began) => this.look(began),
      adapter.settleMs,
      Date.now,
      port.signal,
    );
  }

  start(): void {
    const { signal } = this.port;
    const roots = rootsOf(document, this.adapter.roots);
    observe(roots, this.adapter, (nodes) => this.changed(nodes), signal);
    for (const type of ['hashchange', 'popstate']) {
      addEventListener(type, () => this.settling.touch(), { signal });
    }
    document.addEventListener('visibilitychange', () => this.turned(), { signal });
    this.settling.touch();
  }

  /**
   * Consents or chosen chats changed: ask anew, and look at once. What is on the page now is what
   * was there before counting began; what comes a moment later is not.
   */
  refresh(): Promise<void> {
    for (const session of this.sessions) session.state = null;
    return this.settling.flush().then(() => this.believed());
  }

  /** Resolves when every conversation in view has stood long enough to be looked at. */
  private async believed(): Promise<void> {
    const isNew = ({ since }: Session) => Date.now() - since < this.adapter.settleMs;
    while (this.sessions.some(isNew) && !this.port.signal.aborted) {
      await sleep(this.adapter.settleMs, this.port.signal);
      await this.settling.flush();
    }
  }

  /** Whether the page still shows this conversation. */
  shows(session: Session): boolean {
    return this.sessions.includes(session);
  }

  /** For the popup: what is open here. */
  describe(): Omit<PageStatus, 'late'> {
    const roots = rootsOf(document, this.adapter.roots);
    const boxes = findBoxes(this.adapter, roots, this.page);
    const chats = boxes.map((box): OpenChat => {
      const practiceNow = this.practiceNow(box);
      const label = labelOf(box, this.adapter, this.page);
      const practice = this.adapter.practice ?? false;
      return { ref: box.ref, kind: box.kind, label, practice, practiceNow };
    });
    const { trouble } = this.health;
    return { chats, health: [{ adapter: this.adapter.id, trouble, rows: 0, abstained: 0 }] };
  }

  /** The practice page's own clock; null on real pages, where time is time. */
  practiceNow(box: Box): Instant | null {
    const { practice, clock } = this.adapter;
    if (!practice || !clock) return null;
    const value = readValue(clock, placeOf(box.element, this.adapter, this.page));
    return value !== null && Number.isFinite(Number(value)) ? Number(value) : null;
  }

  private changed(nodes: Node[]): void {
    for (const node of nodes) this.cache.forget(node);
    // A visit elsewhere that is shorter than the settling time is one all the same.
    for (const session of this.sessions) session.left ||= !this.isStill(session.box);
    this.settling.touch();
  }

  private isStill({ element, ref }: Box): boolean {
    const place = placeOf(element, this.adapter, this.page);
    return readValue(this.adapter.conversation.id, place) === ref.conversation;
  }

  private turned(): void {
    if (document.visibilityState === 'hidden') this.hiddenSince ??= Date.now();
    this.settling.touch();
  }

  private async look(began: Instant): Promise<void> {
    const boxes = findBoxes(this.adapter, rootsOf(document, this.adapter.roots), this.page);
    this.sessions = boxes.map((box) => this.sessionOf(box));
    const look: Look = {
      boxes: boxes.length,
      lists: boxes.length,
      filled: false,
      settled: 0,
      abstained: 0,
    };
    for (const session of this.sessions) await this.lookAt(session, began, look);
    const doubted = this.health.doubtful;
    const report = this.health.judge(look, Date.now());
    // What was held back is told now, though nothing else may change.
    if (doubted && !this.health.doubtful) this.settling.touch();
    if (report) await this.port.ask('content:health', report);
    const again = this.health.lookAgainMs;
    if (again !== null) setTimeout(() => this.settling.touch(), again);
    if (document.visibilityState === 'visible') this.hiddenSince = null;
  }

  private sessionOf(box: Box): Session {
    const old = this.sessions.find(
      (one) => !one.left && one.box.element === box.element && sameRef(one.box.ref, box.ref),
    );
    if (!old) return newSession(box, Date.now());
    old.box = box;
    return old;
  }

  private async lookAt(session: Session, began: Instant, look: Look): Promise<void> {
    // Header and list may change at different moments: believe them when both have stayed.
    if (Date.now() - session.since < this.adapter.settleMs) return this.settling.touch();
    if (session.state === null) await this.askState(session);
    // The background did not answer: it may be starting.
    if (session.state === null) setTimeout(() => this.settling.touch(), ASK_AGAIN_MS);
    if (session.state !== 'counting') return;
    // The same element may show another conversation since its id was read: its rows are not ours.
    if (!this.isStill(session.box)) return this.settling.touch();
    const pause = slices();
    const reading = await readList(session.box, this.adapter, this.cache, pause);
    await pause();
    this.note(reading, session.box.list, look);
    session.untold = Math.min(session.untold ?? began, began, this.hiddenSince ?? began);
    if (this.health.doubtful || isDoubtful(look)) return;
    await this.tell(session, reading, session.untold, pause);
    session.untold = null;
  }

  private async askState(session: Session): Promise<void> {
    const { ref, kind } = session.box;
    const practiceNow = this.practiceNow(session.box);
    const answer = await this.port.ask('content:conversation', { ref, kind, practiceNow });
    session.state = answer?.state ?? null;
    if (!answer?.fresh) return;
    session.fresh = true;
    session.sent.clear();
  }

  private note(reading: ListReading, list: Element, look: Look): void {
    look.filled ||= list.childElementCount > 0;
    look.settled += reading.settled;
    look.abstained += reading.abstained;
  }

  private async tell(
    session: Session,
    { rows }: ListReading,
    began: Instant,
    pause: () => Promise<void> | null,
  ): Promise<void> {
    const notBefore = session.looked ? began : null;
    const stretches = newStretches(rows, session.sent, notBefore, Date.now());
    await pause();
    const { fresh: baseline, looked } = session;
    session.fresh = false;
    session.looked = true;
    if (stretches.length > 0 || baseline) {
      const practiceNow = this.practiceNow(session.box);
      await this.port.deliver({ ref: session.box.ref, stretches, baseline, practiceNow });
    }
    if (!looked) this.events.opened(session);
    else if (!baseline && stretches.length > 0) this.events.came(session, stretches);
  }
}

/** Some rows cannot be told yet: wait for them before any of this look is believed. */
function isDoubtful({ settled, abstained }: Look): boolean {
  return settled > 0 && abstained / settled > 0.02;
}
