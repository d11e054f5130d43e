/** A made-up chat page (in the words of Converse.js) and the background behind it. */
import { adapters } from 'toward:catalogue';
import { afterEach, beforeEach, vi } from 'vitest';
import { Port } from '../content/port';
import { Reader, type Tell } from '../content/reader';
import type { CountState, Moment, NamedAdapter, Request } from '../shared/messages';
import type { Direction } from '../shared/types';

export const converse = adapters.find(({ id }) => id === 'converse') as NamedAdapter;

export const START = Date.parse('2026-11-22T12:00:00Z');
export const SETTLED = converse.settleMs;
const immediate = globalThis.setTimeout;

/** With fake timers: lets observers run, which have a clock of their own, then time pass. */
export async function pass(ms: number): Promise<void> {
  await new Promise((resolve) => immediate(resolve, 0));
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => immediate(resolve, 0));
  await vi.advanceTimersByTimeAsync(0);
}

/** As long as it takes to believe a page that has become quiet. */
export const settle = () => pass(3 * SETTLED);

/** A row of a minute before the start, and so many seconds. */
export function row(key: string, way: Direction = 'in', second = 0): Element {
  return rowElement(key, way, new Date(START - 60_000 + second * 1000 + 250).toISOString());
}

export const rows = (keys: string) => keys.split(' ').map((key, i) => row(key, 'in', i));

/** One row; `time` in ISO 8601. */
export function rowElement(key: string, direction: Direction, time: string): Element {
  const holder = document.createElement('converse-chat-message');
  const side = direction === 'out' ? '--me' : direction === 'in' ? '--them' : '';
  const content = side && `<div class="chat-msg__content chat-msg__content${side}"></div>`;
  holder.innerHTML = `<div class="message chat-msg chat" data-msgid="${key}" data-isodate="${time}">${content}</div>`;
  return holder;
}

/** A conversation's box, put on the page. */
export class MadeUpBox {
  readonly element = document.createElement('converse-chat');
  readonly list = document.createElement('converse-message-history');

  constructor(id: string, rows: Element[] = []) {
    this.element.className = 'chatbox';
    this.element.setAttribute('jid', id);
    this.element.innerHTML = '<div class="chatbox-title__text">Ines</div>';
    this.list.append(...rows);
    this.element.append(this.list);
    document.body.append(this.element);
  }
}

/** Answers as the background would, and keeps what was delivered. */
export class MadeUpBackground {
  state: CountState = 'counting';
  fresh = false;
  away = false;
  delivered: Request<'content:rows'>[] = [];
  asked: string[] = [];
  health: Request<'content:health'>[] = [];
  moments: Moment[] = [];

  install(): this {
    const runtime = { id: 'toward', sendMessage: this.answer.bind(this) };
    Object.assign(globalThis, { chrome: { runtime } });
    return this;
  }

  private async answer({ name, request }: { name: string; request: unknown }): Promise<unknown> {
    if (this.away) throw new Error('Nobody is there.');
    this.asked.push(name);
    if (name === 'content:conversation') return { state: this.state, fresh: this.fresh };
    if (name === 'content:moment') this.moments.push((request as { moment: Moment }).moment);
    if (name === 'content:health') this.health.push(request as never);
    if (name === 'content:rows') {
      this.delivered.push(structuredClone(request) as never);
      this.fresh = false;
    }
    return { ok: true };
  }

  /** Keys of each delivery: `a b` for a baseline `= a b`, one text a stretch. */
  get told(): string[] {
    return this.delivered.map(({ stretches, baseline, ref }) => {
      const keys = stretches.map(({ rows }) => rows.map(({ key }) => key).join(' '));
      return `${ref.conversation}${baseline ? ' =' : ':'} ${keys.join(' / ')}`.trim();
    });
  }
}

export interface RunningReader {
  reader: Reader;
  opened: string[];
  came: string[];
}

export function startReader(stop: AbortController, adapter = converse): RunningReader {
  const opened: string[] = [];
  const came: string[] = [];
  const tell: Tell = (_, { box }, news) => (news ? came : opened).push(box.ref.conversation);
  const reader = new Reader(adapter, new Port(stop), tell);
  reader.start();
  return { reader, opened, came };
}

/** For each test of a file an empty page, the background behind it, and what ends its readers. */
export function pageForEach(): { background: MadeUpBackground; stop: AbortController } {
  const here = { background: new MadeUpBackground(), stop: new AbortController() };
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
    document.body.innerHTML = '';
    here.background = new MadeUpBackground().install();
    here.stop = new AbortController();
  });
  afterEach(() => {
    here.stop.abort();
    vi.useRealTimers();
  });
  return here;
}
