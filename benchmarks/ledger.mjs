/** Runs in a page of the extension: fills the ledger through its own modules, and times one more. */
import adapter from '../extension/adapters/converse.json';
import { takeIn } from '../extension/src/background/intake';
import { conversations, eventsOf } from '../extension/src/background/ledger';
import { refreshRows } from '../extension/src/background/tally';

const CHATS = 40;
const DAYS = 60;
const TOGETHER = 25;
/** Rows around the new ones that a page tells, as the reader does. */
const CONTEXT = 3;
const DAY_MS = 86_400_000;
/** The Lounge and most archives show whole seconds. */
const RESOLUTION = 1000;

const began = Date.now() - DAYS * DAY_MS;
const chats = Array.from({ length: CHATS }, (_, i) => ({ name: `robin${i}@example.net`, keys: [] }));
let seed = 2026;
let made = 0;
let last = began;

function random() {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

function refOf(name) {
  return { adapter: 'converse', host: '', account: 'me@example.net', conversation: name };
}

/** The background includes them itself, as if they had been chosen 60 days ago. */
async function choose() {
  for (const { name } of chats) {
    const chat = { ref: refOf(name), kind: 'one', label: null, practice: false, practiceNow: began };
    const request = { chat, name: null, bond: null, kind: 'one' };
    const answer = await chrome.runtime.sendMessage({ name: 'page:include', request });
    if ('failed' in answer) throw new Error(answer.failed);
  }
}

function rowAt(at) {
  const key = `message-${made++}-of-this-archive`;
  const direction = random() < 0.5 ? 'out' : 'in';
  const shown = { at: at - (at % RESOLUTION), resolution: RESOLUTION };
  return { key, direction, ...shown, notBefore: null, seen: at };
}

async function deliver(chat, times) {
  const rows = times.map(rowAt);
  const before = chat.keys;
  chat.keys = [...before, ...rows.map(({ key }) => key)].slice(-CONTEXT);
  last = times.at(-1);
  const stretches = [{ before, rows, after: [] }];
  const delivery = { ref: refOf(chat.name), stretches, baseline: before.length === 0 };
  await takeIn(delivery, { id: 'converse', ...adapter }, last);
}

/** The next so many messages, of `all` over the 60 days: some at a time, now here and now there. */
async function fill(count, all) {
  if (made === 0) await choose();
  const step = (DAYS * DAY_MS) / all;
  for (const end = made + count; made < end; ) {
    const from = began + made * step;
    const times = Array.from({ length: TOGETHER }, (_, n) => from + (n + random()) * step);
    await deliver(chats[(made / TOGETHER) % CHATS], times.map(Math.floor));
  }
}

/** Ms that one more event takes, the mean of so many; `rows`: with its chat's rows made anew. */
async function add(count, rows) {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    await deliver(chats[made % CHATS], [last + 1 + Math.floor(60_000 * random())]);
    if (rows) await refreshRows(last);
  }
  return (performance.now() - start) / count;
}

async function counted() {
  const all = await Promise.all((await conversations()).map(({ id }) => eventsOf(id)));
  return all.flat().filter((event) => event.counted).length;
}

async function makeRows() {
  await refreshRows(Date.now());
}

async function usage() {
  return (await navigator.storage.estimate()).usage;
}

globalThis.ledger = { fill, add, counted, makeRows, usage };
