/** Renders the open chat in the words of an adapter's fixture, and changes it as apps do. */
import type { Chat, Item } from './model';
import { patch, patchInside, putBefore, rowsMark } from './tree';
import type { Shape, Vocabulary } from './vocabulary';

interface Rendered {
  node: Element;
  shape: string;
  made: number;
  /** What else shows on it. */
  look: string;
}

interface Run {
  node: Element;
  end: Comment;
  rows: Element[];
}

declare global {
  interface Window {
    happyDOM: { setURL(url: string): void };
  }
}

export class SimulatedPage {
  #rows = new Map<number, Rendered>();
  #runs = new Map<number, Run>();
  #top: Node[] = [];
  #end: Comment | null = null;

  constructor(private readonly words: Vocabulary) {}

  /** The whole page anew, without rows. */
  mount(chat: Chat): void {
    const page = this.words.page(chat.id);
    this.#forget();
    this.#end = rowsMark(page);
    document.body.replaceChildren(page);
    this.goTo(chat);
    this.tick();
  }

  close(): void {
    this.#forget();
    document.body.replaceChildren();
  }

  /** Everything but the rows, in place: header, selected item, marks of the list. */
  head(chat: Chat): void {
    this.goTo(chat);
    const spared = new Set<Node>(this.#top);
    patchInside(document.body, this.words.page(chat.id), spared);
    this.tick();
  }

  goTo(chat: Chat): void {
    const before = location.hash;
    window.happyDOM.setURL(this.words.url(chat.id));
    if (location.hash !== before) window.dispatchEvent(new Event('hashchange'));
  }

  /** An app that tells its own time tells it now. */
  tick(): void {
    const { clock } = this.words.adapter;
    if (!clock?.selector || !clock.attr) return;
    document.querySelector(clock.selector)?.setAttribute(clock.attr, String(Date.now()));
  }

  /** The rows that the chat shows now; rows that were there stay the same nodes. */
  show(chat: Chat): void {
    const shown = chat.rendered;
    const rows = new Map(shown.map((item) => [item.n, this.#rendered(item, chat)]));
    const runs = new Map<number, Run>();
    const top: Node[] = [];
    for (const item of shown) {
      const { node } = rows.get(item.n) as Rendered;
      const run = item.way === 'system' ? null : this.#runOf(chat.headOf(item), runs);
      if (!run) top.push(node);
      else {
        if (run.rows.length === 0) top.push(run.node);
        run.rows.push(node);
      }
    }
    this.#put(top, runs);
    this.#rows = rows;
    this.#runs = runs;
    this.#more(chat.from > 0);
  }

  /** Rows made anew, where they stand. */
  remount(chat: Chat, items: readonly Item[]): void {
    for (const item of items) item.made++;
    this.show(chat);
  }

  /** All rows go; `show` brings them back as new nodes. */
  empty(): void {
    for (const node of this.#top) node.parentNode?.removeChild(node);
    this.#rows.clear();
    this.#runs.clear();
    this.#top = [];
  }

  #put(top: Node[], runs: Map<number, Run>): void {
    const before = new Map([...this.#runs.values()].map(({ node, end }) => [node, end]));
    putBefore(this.#end as Comment, top, this.#top);
    for (const { node, end, rows } of runs.values()) {
      const old = before.has(node) ? [...(end.parentNode as ParentNode).children] : [];
      putBefore(end, rows, old);
    }
    this.#top = top;
  }

  /** The element around a run; the same as before where the run began before. */
  #runOf(head: Item, runs: Map<number, Run>): Run | null {
    const known = runs.get(head.n);
    if (known) return known;
    const before = this.#runs.get(head.n);
    const node = before?.node ?? this.words.run(shapeOf(head));
    if (!node) return null;
    const run = { node, end: before?.end ?? rowsMark(node), rows: [] };
    runs.set(head.n, run);
    return run;
  }

  #rendered(item: Item, chat: Chat): Rendered {
    const isHead = chat.headOf(item) === item;
    const { made, reactions, at: sent, shown: at = sent } = item;
    const shape = `${shapeOf(item)} ${isHead}`;
    const look = `${reactions} ${at}`;
    const old = this.#rows.get(item.n);
    const isSame = old?.made === made;
    if (isSame && old.shape === shape && old.look === look) return old;
    const model = this.words.row(shapeOf(item), isHead, { n: item.n, at, conversation: chat.id });
    for (let i = 0; i < reactions; i++) model.append(document.createElement('b'));
    const isRewritten = isSame && this.#isRewritten(old.shape, shape);
    if (isRewritten) patch(old.node, model);
    return { node: isRewritten ? old.node : model, shape, made, look };
  }

  /** Whether the app changes the row's node instead of making a new one. */
  #isRewritten(before: string, shape: string): boolean {
    const wasPending = before.startsWith('pending') && !shape.startsWith('pending');
    return !wasPending || this.words.simulate.swap === 'rewrite';
  }

  #more(isMore: boolean): void {
    const { more } = this.words.simulate;
    if (!more) return;
    const mark = document.querySelector(more.selector);
    mark?.setAttribute(more.attr, isMore ? more.some : more.none);
  }

  #forget(): void {
    this.#rows.clear();
    this.#runs.clear();
    this.#top = [];
    this.#end = null;
  }
}

function shapeOf({ way, isPending }: Item): Shape {
  return isPending ? 'pending' : way;
}
