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
} from '../made-up/page';
import type { Moment } from '../shared/messages';
import { Moments } from './moments';
import { Port } from './port';
import { Reader } from './reader';

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

/** A page with cards; none ever comes, only the questions for one are seen. */
function start(): void {
  const port = new Port(stop);
  const guard = { handler: null } as never;
  const moments = new Moments(port, guard, converse.composer);
  const reader = new Reader(converse, port, moments);
  moments.reader = reader;
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
