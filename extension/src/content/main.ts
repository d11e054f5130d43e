/**
 * The content script, at document_start of the sites that the person switched on. Until the first
 * card the page sees nothing of it (P4): no changes, no messages, no globals of the page's world.
 */
import type { BackgroundOrder, NamedAdapter, PageStatus } from '../shared/messages';
import { installGuard } from './guard';
import { Moments } from './moments';
import { find } from './page/select';
import { Port, sleep } from './port';
import { Reader } from './reader';

/** In our own world, which the page cannot see: a newer copy of this script ends the older one. */
declare global {
  var towardStop: (() => void) | undefined;
}

/** Often while the page starts, rarely after. */
const FINGERPRINT_EVERY_MS = [...Array<number>(25).fill(200), 1_000];

/** Scripts put into a page that had already begun cannot keep their card's keys from it. */
const cardsCanCome = document.body === null;

globalThis.towardStop?.();
const stop = new AbortController();
globalThis.towardStop = () => stop.abort();
const guard = installGuard(window);
const port = new Port(stop);
let reader: Reader | null = null;

chrome.runtime.onMessage.addListener((order: BackgroundOrder, _sender, answer) => {
  if (stop.signal.aborted) return;
  if (order.name === 'background:describe') answer(describe());
  if (order.name !== 'background:refresh') return;
  void (reader?.refresh() ?? Promise.resolve()).then(() => answer(true));
  return true;
});

function describe(): PageStatus {
  const late = !cardsCanCome;
  if (reader) return { late: late && !reader.adapter.practice, ...reader.describe() };
  const health = [{ adapter: '', trouble: 'no-adapter' as const, rows: 0, abstained: 0 }];
  return { late, chats: [], health };
}

/** Waits for an app that one of the adapters knows. */
async function recognise(adapters: NamedAdapter[]): Promise<NamedAdapter | null> {
  for (let tries = 0; !stop.signal.aborted; tries++) {
    const found = adapters.find((adapter) => find(document, adapter.fingerprint));
    if (found) return found;
    await sleep(FINGERPRINT_EVERY_MS[tries] ?? FINGERPRINT_EVERY_MS.at(-1) ?? 0, stop.signal);
  }
  return null;
}

async function start(): Promise<void> {
  const hello = await port.ask('content:hello', {});
  const adapter = hello && (await recognise(hello.adapters));
  if (!adapter) return;
  const moments = new Moments(port, guard, adapter.composer);
  reader = new Reader(adapter, port, cardsCanCome || adapter.practice ? moments : SILENT);
  moments.reader = reader;
  reader.start();
}

const SILENT = { opened: () => {}, came: () => {} };

void start();
