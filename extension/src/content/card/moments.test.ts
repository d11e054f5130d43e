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
import { Port } from '../port';
import { Reader } from '../reader';
import { Moments, type Show } from './moments';

let background: MadeUpBackground;
let stop: AbortController;
let box: MadeUpBox;
let show: Show;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  document.body.innerHTML = '<textarea class="chat-textarea"></textarea>';
  background = new MadeUpBackground().install();
  stop = new AbortController();
  box = new MadeUpBox('ines', rows('a b'));
  show = async () => {};
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** A page on which cards can come; which do is the background's part. */
function start(): void {
  const port = new Port(stop);
  const reader = new Reader(converse, port, (_, session, news) => cards.happened(session, news));
  const cards = new Moments(reader, port, show);
  reader.start();
}

const moments = (): Moment[] => background.moments;
const type = () =>
  document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));

describe('a card is asked for', () => {
  test('when a counted chat is opened, and when something is sent or received', async () => {
    start();
    await settle();
    expect(moments()).toEqual(['opened']);
    box.list.append(row('c', 'in', 60));
    await settle();
    box.list.append(row('d', 'out', 70));
    await settle();
    expect(moments()).toEqual(['opened', 'received', 'sent']);
  });

  test('not for history that is loaded', async () => {
    start();
    await settle();
    box.list.prepend(row('older', 'in', -60));
    await settle();
    expect(moments()).toEqual(['opened']);
  });

  test('not for a message of unknown direction', async () => {
    box.list.append(...Array.from({ length: 60 }, (_, i) => row(`m${i}`, 'in', 10 + i)));
    start();
    await settle();
    box.list.append(row('x', null, 90));
    await settle();
    expect(moments()).toEqual(['opened']);
  });

  test('not in a chat that is not counted', async () => {
    background.state = 'not-chosen';
    start();
    await settle();
    box.list.append(row('c', 'in', 60));
    await settle();
    expect(moments()).toEqual([]);
  });

  test('ten seconds after the last key, not before', async () => {
    start();
    await settle();
    type();
    box.list.append(row('c', 'in', 60));
    await pass(9_000);
    expect(moments()).toEqual(['opened']);
    await pass(2_000);
    expect(moments()).toEqual(['opened', 'received']);
  });

  test('not any more when there was no quiet for a minute', async () => {
    start();
    await settle();
    box.list.append(row('c', 'in', 60));
    for (let i = 0; i < 20; i++) {
      type();
      await pass(5_000);
    }
    await pass(60_000);
    expect(moments()).toEqual(['opened']);
  });

  test('not when the chat has gone from view meanwhile', async () => {
    start();
    await settle();
    type();
    box.list.append(row('c', 'in', 60));
    await settle();
    box.element.remove();
    await pass(60_000);
    expect(moments()).toEqual(['opened']);
  });
});

describe('a card that comes', () => {
  let shown: { view: string; isInView: () => boolean }[];
  let gone: () => void;
  let answering: () => void;
  let taken: unknown[];

  beforeEach(() => {
    answering = () => {};
    taken = [];
    const answer = chrome.runtime.sendMessage as (message: Envelope) => Promise<object>;
    const sendMessage = async (message: Envelope) => {
      if (message.name === 'content:moment') answering();
      if (message.name === 'content:answer') taken.push(message.request);
      const card = message.name === 'content:moment' ? { shown: 's1' } : null;
      return { ...(await answer(message)), card };
    };
    Object.assign(chrome.runtime, { sendMessage });
    shown = [];
    show = ({ shown: view }, _, isInView) => {
      shown.push({ view, isInView });
      return new Promise((resolve) => {
        gone = resolve;
      });
    };
  });

  test('is shown, and no other is asked for until it has gone', async () => {
    start();
    await settle();
    expect(shown.map(({ view }) => view)).toEqual(['s1']);
    box.list.append(row('c', 'in', 60));
    await settle();
    expect(moments()).toEqual(['opened']);
    gone();
    box.list.append(row('d', 'in', 70));
    await settle();
    expect(moments()).toEqual(['opened', 'received']);
  });

  test('waits once more if somebody began to type while it was chosen', async () => {
    answering = () => type();
    start();
    await settle();
    expect(shown).toEqual([]);
    await pass(11_000);
    expect(shown.map(({ view }) => view)).toEqual(['s1']);
    expect(taken).toEqual([]);
  });

  test('is given back when its chat has gone meanwhile', async () => {
    answering = () => box.element.remove();
    start();
    await settle();
    await pass(60_000);
    expect(shown).toEqual([]);
    expect(taken).toEqual([{ shown: 's1', answer: 'unseen' }]);
  });

  test('is told when its chat goes out of view', async () => {
    start();
    await settle();
    expect(shown[0]?.isInView()).toBe(true);
    box.element.remove();
    expect(shown[0]?.isInView()).toBe(false);
  });
});
