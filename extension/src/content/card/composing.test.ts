// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  converse,
  MadeUpBackground,
  MadeUpBox,
  pass,
  row,
  rows,
  START,
  settle,
} from '../../made-up/page';
import type { Envelope, Moment } from '../../shared/messages';
import { NUDGE_DEFAULTS } from '../../shared/nudge';
import { Port } from '../port';
import { Reader } from '../reader';
import { Moments } from './moments';

let background: MadeUpBackground;
let stop: AbortController;
let box: MadeUpBox;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  document.body.innerHTML = '<textarea class="chat-textarea"></textarea>';
  background = new MadeUpBackground().install();
  stop = new AbortController();
  box = new MadeUpBox('ines', rows('a b'));
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** A page on which cards can come; which do is the background's part. */
function start(): void {
  const port = new Port(stop);
  const reader = new Reader(converse, port, (_, session, news) => cards.happened(session, news));
  const cards = new Moments(reader, port, async () => {});
  reader.start();
}

const moments = (): Moment[] => background.moments;
const type = () =>
  document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));

describe('before one writes', () => {
  const composer = () => document.querySelector('textarea') as HTMLTextAreaElement;
  let budget: { typingPauseSeconds: number; composing: boolean };
  let requests: { moment: Moment; atComposer: boolean }[];

  beforeEach(() => {
    const { typingPauseSeconds } = NUDGE_DEFAULTS;
    budget = { typingPauseSeconds, composing: true };
    requests = [];
    const answer = chrome.runtime.sendMessage as (message: Envelope) => Promise<object>;
    const sendMessage = async (message: Envelope) => {
      if (message.name === 'content:budget') return budget;
      if (message.name === 'content:moment') requests.push(message.request as never);
      return answer(message);
    };
    Object.assign(chrome.runtime, { sendMessage });
  });

  /** Happy DOM marks every made event as untrusted; a person's are trusted. */
  async function turnTo(at: Element | null, type = 'focusin'): Promise<void> {
    const event = new Event(type, { bubbles: true, composed: true });
    Object.defineProperty(event, 'isTrusted', { get: () => true });
    at?.dispatchEvent(event);
    await pass(0);
  }

  async function opened(): Promise<void> {
    start();
    await settle();
    expect(moments()).toEqual(['opened']);
  }

  test.each(['focusin', 'pointerdown'])('a composer that is turned to is one: %s', async (type) => {
    await opened();
    await turnTo(composer(), type);
    expect(moments()).toEqual(['opened', 'composing']);
  });

  test('not while it is switched off', async () => {
    budget.composing = false;
    await opened();
    await turnTo(composer());
    expect(moments()).toEqual(['opened']);
  });

  test('another field is none, and neither is what a script of the page makes up', async () => {
    await opened();
    const field = document.body.appendChild(document.createElement('input'));
    await turnTo(field);
    composer().dispatchEvent(new Event('focusin', { bubbles: true }));
    await pass(0);
    expect(moments()).toEqual(['opened']);
  });

  test('the first key ends it: what was begun is not interrupted, nor asked after', async () => {
    await opened();
    type();
    await turnTo(composer());
    await pass(60_000);
    expect(moments()).toEqual(['opened']);
  });

  test('a chat that is not counted has none', async () => {
    background.state = 'not-chosen';
    start();
    await settle();
    await turnTo(composer());
    expect(moments()).toEqual([]);
  });

  test('beside two open chats a composer of neither is nobody’s', async () => {
    new MadeUpBox('robin', rows('c d'));
    start();
    await settle();
    await turnTo(composer());
    expect(moments()).not.toContain('composing');
  });

  test('each of two open chats has its own', async () => {
    new MadeUpBox('robin', rows('c d')).element.append(composer());
    start();
    await settle();
    await turnTo(composer());
    expect(requests.at(-1)).toMatchObject({ moment: 'composing', ref: { conversation: 'robin' } });
  });

  test.each([true, false])('an opening tells whether the focus is there: %s', async (there) => {
    if (there) composer().focus();
    await opened();
    expect(requests.map(({ atComposer }) => atComposer)).toEqual([there]);
  });

  test('the person’s own pause after typing is kept', async () => {
    budget.typingPauseSeconds = 30;
    await opened();
    type();
    box.list.append(row('c', 'in', 60));
    await pass(29_000);
    expect(moments()).toEqual(['opened']);
    await pass(2_000);
    expect(moments()).toEqual(['opened', 'received']);
  });
});
