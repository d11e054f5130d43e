/** One life of two chats on a simulated page: the app, the reader on it, and the background. */
import { scopeOf } from '../../content/own-id';
import { Port } from '../../content/port';
import { Reader } from '../../content/reader';
import { type Box, findBoxes } from '../../content/reading/boxes';
import type { NamedAdapter, ShownChat } from '../../shared/messages';
import type { Instant } from '../../shared/types';
import { SimulatedBackground } from './background';
import { leap, pass, passUntil } from './clock';
import { Chat, type Item } from './model';
import { SimulatedPage } from './page';
import type { Nature, Way } from './steps';
import type { Vocabulary } from './vocabulary';

const MINUTE = 60_000;
/** Between the last message before counting begins or ends and the first after it. */
const MARGIN_MS = 4_000;
/** No own message is on its way longer, and no list is slower. */
const SLOWEST_MS = 1_600;
const LONGEST_RETRY_MS = 33_000;
const GROWN = 400;
const RENUMBERED = 7;
/** How many rows an archive tells the time of anew, and when. */
const RESTAMPED = 8;
const ARCHIVE_MS = 350;
const OLDER: Way[] = ['in', 'out', 'out', 'system'];

export class Life {
  readonly adapter: NamedAdapter;
  readonly page: SimulatedPage;
  readonly chats: [Chat, Chat];
  /** The chat whose rows the list shows. */
  listed: Chat;
  /** Under which name the background knows a chosen chat. */
  readonly names = new Map<Chat, string>();
  wasAway = false;
  #reader: Reader | null = null;
  #stop = new AbortController();
  #numbers = new Map<Chat | null, number>();
  #newest: Instant = 0;
  #movedAt = 0;
  #chosenAt: Instant = 0;
  /** How much this browser's clock was set back, ms. */
  #behind = 0;

  constructor(
    readonly words: Vocabulary,
    readonly nature: Nature,
    readonly background: SimulatedBackground,
    /** The adapter that the reader reads by. */
    private readonly reads = words.adapter,
  ) {
    this.adapter = words.adapter;
    this.page = new SimulatedPage(words);
    const cap = nature.grows ? GROWN : nature.window;
    const [one, two] = words.simulate.conversations;
    this.chats = [new Chat(one, cap), new Chat(two, cap)];
    this.listed = this.chats[0];
    for (const [key, value] of Object.entries(words.simulate.storage ?? {})) {
      localStorage.setItem(key, value);
    }
  }

  /** The chats have a history; the open one is counted from now on, and maybe the other. */
  async begin(): Promise<void> {
    const { history, older } = this.nature;
    const all = [...Array.from({ length: older }, (_, i): Way => OLDER[i % 4] ?? 'in'), ...history];
    all.forEach((way, i) => {
      for (const chat of this.chats) this.#pastItem(chat, way, all.length - i);
    });
    this.#knowOwn();
    await this.openTab(0);
    await this.choose();
    if (!this.nature.both) return;
    await this.lookAtEnd(this.chats[1]);
    await this.choose();
  }

  /** One's own id was learned in an earlier life. */
  #knowOwn(): void {
    const { self } = this.words.simulate;
    if (self === undefined) return;
    this.page.mount(this.listed);
    this.listed.toEnd(this.nature.window);
    this.page.show(this.listed);
    const [box] = findBoxes({ document, location, adapter: this.adapter }).boxes;
    this.background.selves[scopeOf(box as Box)] = self;
    this.page.close();
  }

  #pastItem(chat: Chat, way: Way, minutes: number): void {
    this.add(chat, way, false, Date.now() - minutes * MINUTE);
    chat.unsettled = 0;
  }

  get other(): Chat {
    return this.listed === this.chats[0] ? this.chats[1] : this.chats[0];
  }

  get isOpen(): boolean {
    return this.#reader !== null;
  }

  /** The page is loaded anew; `slow` ms later it shows its rows. */
  async openTab(slow: number): Promise<void> {
    this.page.mount(this.listed);
    this.openReader();
    await pass(slow);
    this.listed.toEnd(this.nature.window);
    this.#stampAnew(this.listed);
    this.show();
    this.moved();
  }

  #stampAnew(chat: Chat): void {
    if (this.words.simulate.stamps !== 'archive') return;
    const newest = chat.items.slice(-RESTAMPED);
    for (const item of newest) if (!item.was) item.shown = Date.now();
    setTimeout(() => {
      for (const item of newest) item.shown = Math.floor(item.at / 1000) * 1000;
      if (chat === this.listed && this.isOpen) this.show();
    }, ARCHIVE_MS);
  }

  /** Another chat is open than before, or the page is new. */
  moved(): void {
    this.#movedAt = performance.now();
  }

  /** The page has been looked at since. */
  get isCalm(): boolean {
    return performance.now() - this.#movedAt > 4 * this.adapter.settleMs;
  }

  /** A reader takes over the page as it is; an older one ends. */
  openReader(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    const port = new Port(this.#stop);
    this.#reader = new Reader(this.reads, port, () => {}, { ...this.background.selves });
    this.#reader.start();
  }

  /** What was on its way has reached the server. */
  closeTab(): void {
    this.#stop.abort();
    this.#reader = null;
    this.page.close();
    for (const chat of this.chats) {
      for (const item of chat.items) if (item.isPending) chat.settle(item);
    }
    if (this.adapter.key.from === 'ordinal') this.#renumber();
  }

  /** The server was restarted: ids that live no longer than it name other messages now. */
  #renumber(): void {
    for (const chat of this.chats) for (const item of chat.items) item.n += RENUMBERED;
    for (const [chat, n] of this.#numbers) this.#numbers.set(chat, n + RENUMBERED);
  }

  /** A message, as it comes; no run gets so long that its beginning is out of sight. */
  add(chat: Chat, wanted: Way, isPending: boolean, at = this.#serverTime()): Item {
    const way = this.#allowed(chat, wanted);
    const n = this.#numberIn(chat);
    const { counting: counts } = chat;
    this.#newest = Math.max(this.#newest, at);
    const item = {
      n,
      way,
      at,
      isPending,
      counts,
      made: 0,
      reactions: 0,
      isSeen: false,
      was: false,
    };
    chat.add(item, chat === this.listed && this.isOpen && document.visibilityState === 'visible');
    if (!isPending) chat.settle(item);
    return item;
  }

  #serverTime(): Instant {
    return Math.max(Date.now() + this.#behind + this.nature.skew, this.#newest + 1);
  }

  /** This browser's clock is set back, never to before counting began; the server's goes on. */
  setBack(ms: number): void {
    const by = Math.min(ms, Math.max(0, Date.now() - this.#chosenAt - MARGIN_MS));
    leap(-by);
    this.#behind += by;
  }

  #numberIn(chat: Chat): number {
    const which = this.nature.shared ? null : chat;
    const n = (this.#numbers.get(which) ?? 100) + 1;
    this.#numbers.set(which, n);
    return n;
  }

  #allowed(chat: Chat, way: Way): Way {
    if (way === 'system' && chat.items.at(-1)?.way !== 'system' && chat.items.length > 1)
      return way;
    const wanted = way === 'system' ? 'in' : way;
    const isLong = chat.runOf(wanted) >= Math.floor(this.nature.window / 4);
    const isBothSided = chat.items.length !== 1 || chat.items[0]?.way !== wanted;
    return isLong || !isBothSided ? (wanted === 'in' ? 'out' : 'in') : wanted;
  }

  /** Room for so many more messages that the list will still join on to what was counted. */
  async makeRoom(chat: Chat, many: number): Promise<void> {
    const most = Math.floor(this.nature.window / 2) - 1;
    if (chat.counting && chat.unsettled + many > most) await this.lookAtEnd(chat);
  }

  show(): void {
    this.page.show(this.listed);
    for (const item of this.listed.rendered) item.was = true;
  }

  /** The end of a chat is on the page until nothing moves any more. */
  async lookAtEnd(chat: Chat): Promise<void> {
    if (chat !== this.listed) {
      this.listed = chat;
      this.page.mount(chat);
      this.moved();
    }
    chat.toEnd(this.nature.window);
    this.show();
    await this.rest();
  }

  async rest(): Promise<void> {
    const { settleMs, row } = this.adapter;
    this.background.away = 'here';
    if (this.wasAway) await pass(LONGEST_RETRY_MS);
    this.wasAway = false;
    await pass(SLOWEST_MS + 5 * settleMs + 2 * (row.holdMs ?? 0));
    for (const item of this.listed.rendered) item.isSeen = true;
    if (this.listed.isAtEnd) this.listed.unsettled = 0;
  }

  /** The person chooses the open chat in the popup, or pauses it there. */
  async choose(): Promise<void> {
    const chat = this.listed;
    // By a wrong clock nobody can tell what was said before.
    leap(this.#behind);
    this.#behind = 0;
    await this.lookAtEnd(chat);
    await pass(MARGIN_MS);
    this.#chosenAt = Date.now();
    this.page.tick();
    const { ref, practiceNow } = this.#described(chat);
    const now = practiceNow ?? Date.now();
    if (chat.counting) this.background.pause(ref, now);
    else this.background.choose(ref, now);
    chat.counting = !chat.counting;
    this.names.set(chat, SimulatedBackground.nameOf(ref));
    await passUntil((this.#reader as Reader).refresh());
    await pass(MARGIN_MS);
  }

  #described(chat: Chat): ShownChat {
    const { chats } = (this.#reader as Reader).describe();
    const found = chats.filter(({ ref }) => ref.conversation === chat.id);
    if (chats.length === 1 && found[0]) return found[0];
    const ids = chats.map(({ ref }) => ref.conversation).join(', ');
    throw new Error(`${this.adapter.id}: the page shows ${chat.id}, and it is read as "${ids}".`);
  }
}
