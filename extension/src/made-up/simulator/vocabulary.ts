/** The words in which one adapter's fixture lets the simulator speak: its inert templates. */
import type { NamedAdapter } from '../../shared/messages';
import type { Instant } from '../../shared/types';
import { attachRoots, dataOf, parsed } from '../fixtures';
import { Form } from './form';

/** The part of a fixture marked `data-simulate`. */
export interface Simulate {
  url: string;
  /** Two one-to-one chats. */
  conversations: [string, string];
  id: string;
  /** An own message's id until it is final; null: the app has none. */
  pending: string | null;
  /**
   * What becomes of the row then: its attributes are rewritten, or it is made anew; silent: made
   * anew, and nothing told that the id was not final; none: final from the start.
   */
  swap: 'rewrite' | 'remount' | 'silent' | 'none';
  storage?: Record<string, string>;
  /** One's own id, where the page does not tell it: learned before. */
  self?: string;
  /** What is set on an element when nothing lies above the first row, and when something does. */
  more?: { selector: string; attr: string; none: string; some: string };
  /**
   * archive: after loading, the newest rows show when they came to this browser, or to the
   * millisecond when they were sent, and a moment later the server's second.
   */
  stamps?: 'archive';
}

export type Shape = 'in' | 'out' | 'pending' | 'system';

/** What a row is about. */
export interface Named {
  n: number;
  at: Instant;
  conversation: string;
}

const DISCORD_EPOCH = 1_420_070_400_000;
const MONTHS =
  'January February March April May June July August September October November December';

export class Vocabulary {
  readonly simulate: Simulate;
  readonly #templates = new Map<string, string>();
  readonly #forms = new Map<string, Form>();

  constructor(readonly adapter: NamedAdapter) {
    const name = `${adapter.id}.fixture.html`;
    const fixture = parsed(name);
    const simulate = dataOf<Simulate | null>(fixture, 'data-simulate');
    if (!simulate) throw new Error(`${name} has no <script data-simulate>. See another fixture's.`);
    this.simulate = simulate;
    for (const mark of ['page', 'row', 'run']) {
      for (const one of fixture.querySelectorAll(`template[data-${mark}]`)) {
        this.#templates.set(`${mark} ${one.getAttribute(`data-${mark}`)}`, one.innerHTML);
      }
    }
  }

  url(conversation: string): string {
    return this.simulate.url.replace('{conversation}', conversation);
  }

  /** The page around one open conversation, with a comment where its rows stand. */
  page(conversation: string): DocumentFragment {
    return this.#made('page ', { ...titled(conversation) });
  }

  /** The element around a run, with a comment where its rows stand; null: runs have none. */
  run(shape: Shape): Element | null {
    if (!this.#templates.has(`run ${shape}`)) return null;
    return this.#made(`run ${shape}`, {}).firstElementChild;
  }

  row(shape: Shape, isHead: boolean, about: Named): Element {
    const next = `row ${shape}-next`;
    const name = !isHead && this.#templates.has(next) ? next : `row ${this.#shapeOf(shape)}`;
    const values: Record<string, string> = { ...titled(about.conversation), ...timed(about) };
    return this.#formOf(name).made({ ...values, id: filled(this.#idOf(shape), values) });
  }

  /** The id that a message has on the page once it is final. */
  finalId(about: Named): string {
    return filled(this.simulate.id, timed(about));
  }

  #formOf(name: string): Form {
    const known = this.#forms.get(name);
    if (known) return known;
    const row = this.#made(name, {}).firstElementChild as Element;
    // Inside a message's words nothing is ever read: the fixtures have them, here they only cost.
    const { content } = this.adapter.row;
    for (const words of content ? row.querySelectorAll(content) : []) words.replaceChildren();
    const form = new Form(row);
    this.#forms.set(name, form);
    return form;
  }

  #idOf(shape: Shape): string {
    const { id, pending } = this.simulate;
    return shape === 'pending' ? (pending ?? id) : id;
  }

  /** Apps without a row of its own for it show what is being sent like what was. */
  #shapeOf(shape: Shape): Shape {
    return this.#templates.has(`row ${shape}`) ? shape : 'out';
  }

  #made(name: string, values: Record<string, string>): DocumentFragment {
    const html = this.#templates.get(name);
    if (html === undefined) {
      throw new Error(`${this.adapter.id}.fixture.html has no <template data-${name}>. Add it.`);
    }
    const template = document.createElement('template');
    template.innerHTML = filled(html, { ...values, rows: `<!--${ROWS}-->` });
    attachRoots(template.content);
    return template.content;
  }
}

/** The text of the comment behind the last row. */
export const ROWS = 'rows';

export function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

function titled(conversation: string): Record<string, string> {
  return { conversation, title: `Chat ${conversation}`, me: 'hanna', them: 'imani' };
}

function timed({ n, at }: Named): Record<string, string> {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    n: String(n),
    n6: String(n).padStart(6, '0'),
    s: String(Math.floor(at / 1000)),
    ms: String(at),
    iso: date.toISOString(),
    snowflake: String((BigInt(at - DISCORD_EPOCH) << 22n) + BigInt(n)),
    D: String(date.getDate()),
    MMMM: MONTHS.split(' ')[date.getMonth()] as string,
    YYYY: String(date.getFullYear()),
    HH: two(date.getHours()),
    mm: two(date.getMinutes()),
    ss: two(date.getSeconds()),
  };
}
