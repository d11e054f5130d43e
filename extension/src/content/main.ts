/**
 * The content script, at document_start of the sites that the person switched on. Until the first
 * card the page sees nothing of it (P4): no changes, no messages, no globals of the page's world.
 */
import type { BackgroundOrder, NamedAdapter, ShownPage } from '../shared/messages';
import type { CardPage } from './card/main';
import { installGuard } from './guard';
import { findIn, rootsOf } from './page/select';
import { Port, sleep } from './port';
import { Reader, type Tell } from './reader';

/** In our own world, which the page cannot see: a newer copy of this script ends the older one. */
declare global {
  var towardStop: (() => void) | undefined;
  var towardCards: ((page: CardPage, ...happened: Tail<Parameters<Tell>>) => void) | undefined;
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

/** Scripts put into a page that had already begun cannot keep their card's keys from it. */
const isLate = document.body !== null;

globalThis.towardStop?.();
const stop = new AbortController();
globalThis.towardStop = () => stop.abort();
const guard = installGuard(window);
const port = new Port(stop);
const readers: Reader[] = [];

chrome.runtime.onMessage.addListener((order: BackgroundOrder, _sender, answer) => {
  if (stop.signal.aborted) return;
  if (order.name === 'background:describe') answer(describe());
  if (order.name !== 'background:refresh') return;
  void Promise.all(readers.map((reader) => reader.refresh())).then(() => answer(true));
  return true;
});

function describe(): ShownPage {
  const late = isLate && !readers.some(({ adapter }) => adapter.practice);
  const told = readers.map((reader) => reader.describe());
  const chats = told.flatMap((one) => one.chats);
  return { late, chats, health: told.flatMap((one) => one.health) };
}

/** Waits for an app that one of the adapters knows; a page may hold more than one. */
async function recognise(adapters: NamedAdapter[]): Promise<NamedAdapter[]> {
  for (let tries = 0; !stop.signal.aborted; tries++) {
    const found = adapters.filter((one) => findIn(rootsOf(document, one.roots), one.fingerprint));
    if (found.length > 0) return found;
    // Often while the page starts, rarely after.
    await sleep(tries < 25 ? 200 : 1_000, stop.signal);
  }
  return [];
}

const HELLO_AGAIN_MS = 2_000;

async function start(): Promise<void> {
  const hello = await port.ask('content:hello', {});
  // The background may be starting.
  if (!hello && !stop.signal.aborted) return sleep(HELLO_AGAIN_MS, stop.signal).then(start);
  for (const adapter of hello ? await recognise(hello.adapters) : []) {
    const reader = new Reader(adapter, port, tellCards, hello?.selves);
    readers.push(reader);
    reader.start();
  }
}

/** The part for cards comes with the first moment at which there could be one. */
async function tellCards(...[reader, ...happened]: Parameters<Tell>): Promise<void> {
  const { practice, id } = reader.adapter;
  if (isLate && !practice) return;
  if (!globalThis.towardCards) await port.ask('content:cards', { adapter: id });
  globalThis.towardCards?.({ reader, port, guard }, ...happened);
}

void start();
