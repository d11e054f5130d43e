/** Runs in a page of the extension: fills the ledger with a year of many chats, and parses its JSON. */
import { toBase64Url } from '../extension/src/background/base64url';
import { ledger } from '../extension/src/background/ledger';
import { blockKey, blockOf, NO_EVENTS, withEvent } from '../extension/src/background/packed';
import { appState } from '../extension/src/background/state';
import { weekView } from '../extension/src/background/week';
import { addDays, dayOf } from '../extension/src/shared/days';
import { emptyRow, rowsOf } from '../extension/src/shared/rows';
import { DEFAULT_SETTINGS, save } from '../extension/src/shared/storage';

const DAYS = 365;
/** Events are kept for so many days; older rows stand alone. */
const EVENT_DAYS = 60;
const A_DAY = 6;
const DAY_MS = 86_400_000;
const UTC = [{ from: 0, zone: 'UTC' }];
const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };
const FELT = ['lighter', 'right', 'more'];

const now = Date.now();
const today = dayOf(now, UTC);
let seed = 2026;

function random() {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

function id() {
  return toBase64Url(Uint8Array.from({ length: 16 }, () => Math.floor(256 * random())));
}

function conversation(number) {
  const from = now - DAYS * DAY_MS;
  const felt = [{ answer: FELT[number % 3], at: now - 3 * DAY_MS }];
  return {
    ...{ id: id(), number, adapter: 'converse', site: 'https://chat.example.net', kind: 'one' },
    ...{ name: `Robin ${number}`, bond: null, felt, newInLife: false, practice: false },
    ...{ quiet: false, resting: false, intervals: [{ from, to: null }], anchors: [], gaps: [] },
    ...{ fresh: false, lastSeen: now, lastOpened: null, newestAtLastOpening: null },
    ...{ changes: 1, tallied: 1, undated: [], lastReceived: now },
  };
}

/** Some messages on each day, at any hour, each seen right below the one before. */
function events(chat) {
  const list = [];
  for (let i = 0; i < EVENT_DAYS * A_DAY; i++) {
    const at = Math.floor(now - EVENT_DAYS * DAY_MS + ((i + random()) * DAY_MS) / A_DAY);
    const previous = list.length > 0 ? [list.at(-1).key] : [];
    const times = { at, earliest: at, latest: at + 999 };
    const direction = random() < 0.5 ? 1 : 2;
    const source = 'machine';
    list.push({ conversation: chat, key: id(), source, ...times, direction, previous, counted: true });
  }
  return list;
}

function olderRow() {
  const [sent, received] = [1, 1].map((least) => least + Math.floor(5 * random()));
  const turns = { turns_sent: sent, turns_received: received };
  const answered = { turns_sent_answered: 1, turns_received_answered: 1 };
  return { ...emptyRow(), sent, received, opened_by_me: 1, ...turns, ...answered };
}

function rows(chat, list) {
  const fresh = rowsOf(list, UTC, DEFINITIONS);
  return Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1 - DAYS)).map((day) => {
    const row = fresh.get(day) ?? olderRow();
    return { conversation: chat, day, row, revision: 1, uploaded: 0 };
  });
}

function blocks(list) {
  const all = new Map();
  for (const event of list) {
    const number = blockOf(event.key);
    all.set(number, withEvent(all.get(number) ?? NO_EVENTS, event));
  }
  return all;
}

/** So many more chats, each with a year of rows and sixty days of events. */
async function fill(first, count) {
  await save('zones', UTC);
  await save('settings', { ...DEFAULT_SETTINGS, countConsent: true, nudgeConsent: true });
  const tx = (await ledger()).transaction(['conversations', 'events', 'rows'], 'readwrite');
  for (let i = 0; i < count; i++) {
    const chat = conversation(first + i);
    const list = events(chat.id);
    await tx.objectStore('conversations').put(chat);
    for (const row of rows(chat.id, list)) tx.objectStore('rows').put(row);
    for (const [number, block] of blocks(list))
      tx.objectStore('events').put(block, blockKey(chat.id, number));
  }
  await tx.done;
}

let json = '';

/** The year as JSON; its length in characters, and how many rows it has. */
async function year() {
  const kept = await (await ledger()).getAll('rows');
  json = JSON.stringify(kept.map(({ conversation: chat, day, row }) => ({ day, chat, ...row })));
  return [json.length, kept.length];
}

/** In a task of its own, as a page's own work is. */
function inTask(work) {
  return new Promise((resolve) => setTimeout(() => resolve(work())));
}

function parse() {
  return inTask(() => JSON.parse(json).length);
}

/** What the page asks for when it is opened; each answer is handed over as JSON. */
async function answers() {
  const [state, week] = [await appState(now), await weekView(null, false, now)];
  return [JSON.stringify(state), JSON.stringify(week)];
}

async function keepAnswers() {
  json = `[${(await answers()).join(',')}]`;
  return json.length;
}

/** As on a Monday: this week's thoughts are yet to be chosen. */
async function forgetShown() {
  await (await ledger()).clear('shown');
}

globalThis.bench = { fill, year, parse, keepAnswers, forgetShown };
