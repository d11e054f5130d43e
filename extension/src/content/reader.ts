import type { NamedAdapter, ShownChat, ShownPage, Stretch } from '../shared/messages';
import type { Instant } from '../shared/types';
import { type Health, type Look, newHealth, note, untold } from './health';
import { observing } from './observe';
import { likelySelf, scopeOf } from './own-id';
import { rootsOf } from './page/select';
import { type Port, sleep } from './port';
import { type Box, conversationAt, findBoxes, labelOf, sameRef } from './reading/boxes';
import { marks, tiersNow } from './reading/direction';
import { insideOf, readKey } from './reading/row';
import { type ListReading, RowCache, readList, rowElements } from './reading/rows';
import { newStretches } from './reading/stretches';
import { type Page, readValue } from './reading/value';
import { type Settling, settling, slices, ticks } from './schedule';
import {
  hasCommonKey,
  idsOf,
  isAdrift,
  newSession,
  overlaps,
  type Session,
  type Shown,
  toldOf,
} from './session';
import { typing, type Writing } from './typing';

const AGAIN_MS = 2_000;
/** Shadow hosts may open their root without a sign. */
const ROOTS_EVERY_MS = 1_000;
/** A list all of whose rows changed may belong to another conversation: its name gets time. */
const SWAP_MS = 1_000;
const NEWEST_ROWS = 50;
/** More elements than any chat page has: each search among them would hold up the page. */
const MOST_ELEMENTS = 100_000;

/**
 * What the reader tells the part that asks for cards: a counted conversation was opened and its
 * rows are in the ledger (`news` is null), or new rows came while we looked on.
 */
export type Tell = (reader: Reader, session: Session, news: Stretch[] | null) => void;

/** Reads the conversations of one page by one adapter. */
export class Reader {
  #cache: RowCache;
  #tiers = '';
  readonly #health: Health;
  readonly #settling: Settling;
  readonly #watch: (root: Node) => boolean;
  readonly #marked = marks(() => this.#roots());
  readonly #page: Page;
  #likelySelf = likelySelf();
  readonly writing: Writing;
  #scope = '';
  #self: string | null = null;
  /** What may be counted has changed: answers on their way are old. */
  #anew = false;
  #sessions: Session[] = [];
  /** Since when the page was out of view, until the first look after: it may not have drawn rows. */
  #hiddenSince: Instant | null = null;

  readonly #port: Port;
  readonly #tellCards: Tell;
  readonly #selves: Record<string, string>;

  constructor(
    readonly adapter: NamedAdapter,
    port: Port,
    tell: Tell,
    selves: Record<string, string> = {},
  ) {
    this.#port = port;
    this.#tellCards = tell;
    this.#selves = selves;
    this.#page = { document, location, adapter };
    this.writing = typing(adapter.composer, port.signal);
    this.#cache = new RowCache(adapter, []);
    this.#health = newHealth();
    this.#watch = observing(adapter, (nodes) => this.#changed(nodes), port.signal);
    this.#settling = settling((began) => this.#look(began), adapter.settleMs, port.signal);
  }

  start(): void {
    const { signal } = this.#port;
    this.#watchRoots();
    if (this.adapter.roots) void this.#watchForRoots();
    // What came a moment ago may never be shown again: no time is left to wait for quiet.
    addEventListener('pagehide', () => void this.#settling.flush(), { signal });
    document.addEventListener('visibilitychange', () => this.#turned(), { signal });
    this.#settling.touch();
  }

  /**
   * Consents or chosen chats changed: ask anew, and look at once. What is on the page now is what
   * was there before counting began; what comes a moment later is not.
   */
  refresh(): Promise<void> {
    this.#anew = true;
    return this.#believed();
  }

  /** Resolves when every conversation in view has stood long enough to be looked at. */
  async #believed(): Promise<void> {
    await this.#settling.flush();
    const isNew = ({ shownSince }: Session) => ticks() - shownSince < this.adapter.settleMs;
    while (this.#sessions.some(isNew) && !this.#port.signal.aborted) {
      await sleep(this.adapter.settleMs, this.#port.signal);
      await this.#settling.flush();
    }
  }

  /** Whether the page still shows this conversation. */
  shows(session: Session): boolean {
    return this.#sessions.includes(session);
  }

  /** For the popup: what is open here. */
  describe(): Omit<ShownPage, 'late'> {
    const chats = findBoxes(this.#page).boxes.map((box): ShownChat => {
      const label = labelOf(box, this.#page);
      return { ref: box.ref, kind: box.kind, label, practiceNow: this.practiceNow(box) };
    });
    const { trouble } = this.#health;
    return { chats, health: [{ adapter: this.adapter.id, trouble }] };
  }

  /** The practice page's own clock; null on real pages, where time is time. */
  practiceNow(box: Box): Instant | null {
    const { practice, clock } = this.adapter;
    if (!practice || !clock) return null;
    const value = readValue([clock], box.element, this.#page);
    return value !== null && Number.isFinite(Number(value)) ? Number(value) : null;
  }

  #roots(): ParentNode[] {
    return rootsOf(document, this.adapter.roots);
  }

  /** @returns whether there was a root not watched before */
  #watchRoots(): boolean {
    return this.#roots().filter((root) => this.#watch(root)).length > 0;
  }

  async #watchForRoots(): Promise<void> {
    const { signal } = this.#port;
    while (!signal.aborted) {
      await sleep(ROOTS_EVERY_MS, signal);
      if (this.#watchRoots()) this.#settling.touch();
    }
  }

  #changed(nodes: Node[] | null): void {
    if (nodes) for (const node of nodes) this.#cache.forget(node);
    else this.#cache.forgetAll();
    // A visit elsewhere that is shorter than the settling time is one all the same.
    for (const session of this.#sessions) session.wasLeft ||= !this.#isStill(session.box);
    this.#settling.touch();
  }

  /** Rows that name their conversation themselves need no such check. */
  #isStill({ places, ref }: Box): boolean {
    if (this.adapter.conversation.within) return true;
    return conversationAt(places[0] as Element, this.#page) === ref.conversation;
  }

  #turned(): void {
    if (document.visibilityState === 'hidden') this.#hiddenSince ??= Date.now();
    this.#settling.touch();
  }

  async #look(began: Instant): Promise<void> {
    this.#watchRoots();
    // Not their number: to tell that, all would be walked through.
    const tooMany = document.getElementsByTagName('*').item(MOST_ELEMENTS) !== null;
    const nothing = { boxes: [], listless: 0, nameless: 0 };
    const found = tooMany ? nothing : findBoxes(this.#page);
    const { boxes, listless, nameless } = found;
    this.#sessions = boxes.map((box) => this.#sessionOf(box));
    if (this.#anew) for (const session of this.#sessions) session.state = null;
    this.#anew = false;
    this.#knowOwn(boxes[0]);
    const rows = { matched: 0, hollow: 0, settled: 0, keyless: 0, sideless: 0, adrift: 0 };
    const lists = { boxes: boxes.length, listless, nameless, filled: false, tooMany };
    const look: Look = { ...lists, ...rows };
    for (const session of this.#sessions) await this.#lookAt(session, began, look);
    await this.#judge(look);
    if (document.visibilityState === 'visible') this.#hiddenSince = null;
  }

  async #judge(look: Look): Promise<void> {
    const health = this.#health;
    const doubted = health.isDoubtful();
    const changed = health.judge(look, ticks());
    // What was held back is told now, though nothing else may change.
    if (doubted && !health.isDoubtful()) this.#settling.touch();
    const { trouble } = health;
    if (changed) await this.#port.ask('content:health', { adapter: this.adapter.id, trouble });
    this.#again(health.lookAgainMs());
  }

  #again(ms: number | null): void {
    if (ms !== null) setTimeout(() => this.#settling.touch(), ms);
  }

  #sessionOf(box: Box): Session {
    const here = this.#sessions.filter(({ box: { element } }) => element === box.element);
    const old = here.find((one) => !one.wasLeft && sameRef(one.box.ref, box.ref));
    if (!old) {
      const before = here.find((one) => !sameRef(one.box.ref, box.ref));
      const { conversation, row } = this.adapter;
      const told = conversation.within !== undefined || row.of !== undefined;
      return newSession(box, ticks(), told ? null : (before?.stale ?? before?.shownRows ?? null));
    }
    old.box = box;
    return old;
  }

  /** One's own id and the marks seen decide which tiers can tell; rows are read anew when they do. */
  #knowOwn(box: Box | undefined): void {
    const scope = box ? scopeOf(box) : this.#scope;
    if (scope !== this.#scope) this.#likelySelf = likelySelf();
    this.#scope = scope;
    const told = readValue(this.adapter.self?.reads ?? [], document.documentElement, this.#page);
    this.#self = told ?? this.#selves[scope] ?? null;
    const tiers = tiersNow(this.adapter, this.#self, this.#marked);
    const text = JSON.stringify(tiers);
    if (text !== this.#tiers) this.#cache = new RowCache(this.adapter, tiers);
    this.#tiers = text;
  }

  async #lookAt(session: Session, began: Instant, look: Look): Promise<void> {
    const { settleMs, row } = this.adapter;
    // Header and list may change at different moments: believe them when both have stayed.
    if (ticks() - session.shownSince < settleMs) return this.#settling.touch();
    if (session.state === null) await this.#askState(session);
    // The background did not answer: it may be starting.
    if (session.state === null) this.#again(AGAIN_MS);
    // The same element may show another conversation since its id was read: its rows are not ours.
    if (!this.#isStill(session.box)) return this.#settling.touch();
    session.wasHidden ||= this.#hiddenSince !== null;
    const elements = rowElements(session.box, this.adapter);
    if (!this.#isItsList(session, elements, look) || session.state !== 'counting') return;
    const pause = slices();
    const { order, fresh } = session;
    const now = ticks();
    const told = (key: string | null) => toldOf(session, key);
    const options = { elements, order, pause, now, fresh, told };
    const reading = await readList(session.box, this.adapter, this.#cache, options);
    await pause();
    note(look, reading, session);
    session.untold = Math.min(session.untold ?? began, began, this.#hiddenSince ?? began);
    if (reading.unfinished) this.#again(row.holdMs ?? AGAIN_MS);
    // Of a list that is new to us, nothing may be final yet.
    if (session.isNew && reading.unfinished && reading.rows.length === 0) return;
    const adrift = isAdrift(session, reading.rows, this.adapter);
    if (adrift) look.adrift++;
    if (this.#learned(reading.self) || this.#health.isDoubtful() || untold(look)) return;
    if (adrift) return;
    await this.#tell(session, reading, session.untold, pause);
    if (!reading.unfinished) session.untold = null;
  }

  /** Whether the rows in the list are this conversation's, as far as the list itself can tell. */
  #isItsList(session: Session, elements: readonly Element[], look: Look): boolean {
    const shown = this.#newest(elements);
    if (session.stale && overlaps(shown, session.stale)) {
      look.boxes--;
      look.nameless++;
      return false;
    }
    session.stale = null;
    if (hasCommonKey(shown, session.shownRows)) session.swapped = null;
    else {
      session.swapped ??= ticks();
      if (ticks() - session.swapped < SWAP_MS) {
        this.#again(SWAP_MS);
        return false;
      }
      session.isNew = true;
      session.swapped = null;
    }
    if (shown.size > 0) session.shownRows = shown;
    // What is told later joins on to what stood there at first, though that is not told yet.
    if (session.isNew || session.fresh) {
      for (const id of session.sent.size > 0 ? [] : idsOf(shown)) session.sent.set(id, '');
    }
    return true;
  }

  #newest(elements: readonly Element[]): Shown {
    const rows = elements.slice(-NEWEST_ROWS);
    for (const { shadowRoot } of this.adapter.row.shadow ? rows : []) {
      if (shadowRoot) this.#watch(shadowRoot);
    }
    const key = (row: Element) => readKey(row, insideOf(row, this.adapter), this.adapter);
    return new Map(rows.map((row) => [row, key(row)]));
  }

  async #askState(session: Session): Promise<void> {
    const { ref, kind } = session.box;
    const practiceNow = this.practiceNow(session.box);
    const answer = await this.#port.ask('content:conversation', { ref, kind, practiceNow });
    session.state = answer?.state ?? null;
    if (!answer?.fresh) return;
    session.fresh = true;
    session.sent.clear();
  }

  #learned(self: string | null): boolean {
    if (!self || self === this.#self) return false;
    this.#selves[this.#scope] = self;
    void this.#port.ask('content:self', { scope: this.#scope, id: self });
    this.#settling.touch();
    return true;
  }

  async #tell(
    session: Session,
    { rows, unfinished }: ListReading,
    began: Instant,
    pause: () => Promise<void> | null,
  ): Promise<void> {
    const notBefore = session.isNew ? null : began;
    const stretches = newStretches(rows, session.sent, notBefore, Date.now());
    await pause();
    const { fresh: baseline, looked } = session;
    session.fresh = false;
    session.looked = true;
    session.wasHidden = false;
    // What a first look did not find finished was not seen coming either.
    session.isNew &&= unfinished;
    if (stretches.length > 0 || baseline) {
      const practiceNow = this.practiceNow(session.box);
      await this.#port.deliver({ ref: session.box.ref, stretches, baseline, practiceNow });
    }
    if (!looked) this.#tellCards(this, session, null);
    else if (!baseline && stretches.length > 0) this.#came(session, rows, stretches, began);
  }

  #came(session: Session, rows: ListReading['rows'], stretches: Stretch[], began: Instant): void {
    const bottom = stretches.at(-1);
    const newest = rows.slice(bottom?.after.length ? rows.length : -(bottom?.rows.length ?? 0));
    const likely = this.#likelySelf(newest, began, this.writing);
    if (!this.#self) this.#learned(likely);
    this.#tellCards(this, session, stretches);
  }
}
