// @vitest-environment happy-dom
/** A page that renames what an adapter goes by is told as "not counting here", and adds nothing. */
import { adapters } from 'toward:catalogue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { breakages, sideBreakages, wholePage } from '../made-up/breakage';
import {
  dataOf,
  type Expected,
  fixtureNames,
  openFixture,
  parsed,
  readPage,
} from '../made-up/fixtures';
import { MadeUpBackground, pass, START } from '../made-up/page';
import type { NamedAdapter } from '../shared/messages';
import type { Direction } from '../shared/types';
import { scopeOf } from './own-id';
import { Port } from './port';
import { Reader } from './reader';

/** A minute, and the time until the broken page is looked at. */
const WITHIN_MS = 63_000;

let background: MadeUpBackground;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  background = new MadeUpBackground().install();
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** A row taken off the page, and how to put it back. */
interface HeldBack {
  row: Element;
  putBack: () => void;
}

/** The fixture on the page, without the newest two messages of its first conversation. */
async function open(adapter: NamedAdapter, name: string): Promise<HeldBack[]> {
  const { url, self } = openFixture(name);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  const [reading] = await readPage(adapter, url);
  if (!reading) return [];
  selves = self ? { [scopeOf(reading.box)]: self } : {};
  return reading.rows.slice(-2).map(({ element }) => takeOff(element));
}

function takeOff(row: Element): HeldBack {
  const mark = document.createComment('');
  row.replaceWith(mark);
  return { row, putBack: () => mark.replaceWith(row) };
}

let selves: Record<string, string> = {};

function start(adapter: NamedAdapter): Reader {
  const reader = new Reader(adapter, new Port(stop), () => {}, selves);
  reader.start();
  return reader;
}

const settled = ({ settleMs, row }: NamedAdapter) =>
  pass(5 * settleMs + (row.pending ? 36_000 : (row.holdMs ?? 0)));

/** What the popup makes "Not counting here" of: a trouble, or no chat at all. */
function isCounting(reader: Reader): boolean {
  const { chats, health } = reader.describe();
  return chats.length > 0 && health.every(({ trouble }) => trouble === null);
}

/** Sent and received, all conversations together. */
function byHand(name: string): [number, number] {
  const { conversations } = dataOf<Expected>(parsed(name), 'data-expected');
  const sum = (way: 'sent' | 'received') => conversations.reduce((all, one) => all + one[way], 0);
  return [sum('sent'), sum('received')];
}

/** Likewise, as it was told. */
function told(): [number, number] {
  const directions = new Map<string, Direction>();
  for (const { ref, stretches } of background.delivered) {
    for (const { key, direction } of stretches.flatMap(({ rows }) => rows)) {
      directions.set(`${ref.conversation} ${key}`, direction);
    }
  }
  const went = (way: Direction) => [...directions.values()].filter((one) => one === way).length;
  return [went('out'), went('in')];
}

const all = adapters.flatMap((adapter) =>
  fixtureNames
    .filter((name) => name.startsWith(`${adapter.id}.`))
    .map((name) => ({ adapter, name })),
);

describe.each(all)('$name', ({ adapter, name }) => {
  test('as it is, is told, and so are two more rows', async () => {
    const held = await open(adapter, name);
    const reader = start(adapter);
    await settled(adapter);
    const before = told();
    for (const { putBack } of held) putBack();
    await settled(adapter);
    expect(isCounting(reader)).toBe(held.length > 0);
    expect(told()).toEqual(byHand(name));
    if (held.length > 0) expect(before).not.toEqual(byHand(name));
  });

  test.each(breakages(adapter))('without %s from the start, is never told', async (_, spoil) => {
    const held = await open(adapter, name);
    for (const { putBack } of held) putBack();
    spoil(wholePage(adapter));
    const reader = start(adapter);
    await pass(WITHIN_MS);
    expect(isCounting(reader)).toBe(false);
    expect(background.delivered).toEqual([]);
  });

  // Where the layout tells as well, only a real browser can show this: tests/e2e/test_broken.py.
  const sides = adapter.direction.some(({ side }) => side) ? [] : sideBreakages(adapter);
  test.each(sides)('without %s is told rightly or not at all', async (_, spoil) => {
    const held = await open(adapter, name);
    for (const { putBack } of held) putBack();
    spoil(wholePage(adapter));
    const reader = start(adapter);
    await pass(WITHIN_MS);
    expect(told()).toEqual(isCounting(reader) ? byHand(name) : [0, 0]);
  });

  test.each(breakages(adapter))('that loses %s, is told no further', async (_, spoil) => {
    const [first, second] = await open(adapter, name);
    const reader = start(adapter);
    await settled(adapter);
    const before = background.delivered.length;
    first?.putBack();
    spoil(wholePage(adapter));
    await pass(WITHIN_MS);
    expect(isCounting(reader)).toBe(false);
    second?.putBack();
    if (second) spoil([second.row]);
    await pass(WITHIN_MS);
    expect(isCounting(reader)).toBe(false);
    expect(background.delivered.slice(before)).toEqual([]);
  });
});
