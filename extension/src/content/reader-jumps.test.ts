// @vitest-environment happy-dom
/** Lists without times, in which someone jumps: what they scroll past is no news. */
import { describe, expect, test } from 'vitest';
import {
  converse,
  MadeUpBox,
  pageForEach,
  pass,
  row,
  rows,
  settle,
  startReader,
} from '../made-up/page';
import { hasCommonKey } from './session';

const here = pageForEach();
const { time: _, ...untimed } = converse;

function turn(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a list without times', () => {
  test('is not told while nothing in it was seen before, and is when it is back', async () => {
    const box = new MadeUpBox('ines', rows('x y'));
    startReader(here.stop, untimed);
    await settle();
    box.list.replaceChildren(...rows('a b'));
    await settle();
    box.list.append(row('c', 'in', 3));
    await settle();
    expect(here.background.told).toEqual(['ines: x y']);
    box.list.replaceChildren(...rows('x y z'));
    await settle();
    const [stretch] = here.background.delivered[1]?.stretches ?? [];
    expect(stretch).toMatchObject({ before: ['x', 'y'] });
    // Nobody looked at the end meanwhile.
    expect(stretch?.rows).toMatchObject([{ key: 'z', notBefore: null }]);
  });

  test('is told as new where it was drawn anew out of view', async () => {
    const box = new MadeUpBox('ines', rows('x y'));
    startReader(here.stop, untimed);
    await settle();
    turn('hidden');
    box.list.replaceChildren(...rows('p q'));
    turn('visible');
    await settle();
    expect(here.background.told).toEqual(['ines: x y', 'ines: p q']);
  });

  test('joins on to what stood there at first, though that was not told yet', async () => {
    const adapter = { ...untimed, row: { ...untimed.row, holdMs: 60_000 } };
    const box = new MadeUpBox('ines', rows('x y'));
    startReader(here.stop, adapter);
    await settle();
    box.list.replaceChildren(...rows('a b'));
    await pass(70_000);
    await settle();
    expect(here.background.told).toEqual([]);
  });
});

describe('a list with times', () => {
  test('is told up to a row that is not final, and the rest when it is', async () => {
    const adapter = { ...converse, row: { ...converse.row, pending: '[data-msgid^="~"]' } };
    const box = new MadeUpBox('ines', [...rows('a b'), row('~1', 'out', 5)]);
    startReader(here.stop, adapter);
    await settle();
    expect(here.background.told).toEqual(['ines: a b']);
    box.list.lastElementChild?.firstElementChild?.setAttribute('data-msgid', 'c');
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: c']);
    // It stood there when the list was first seen.
    expect(here.background.delivered[1]?.stretches[0]?.rows[0]?.notBefore).toBeNull();
  });

  test('is told wherever someone jumps', async () => {
    const box = new MadeUpBox('ines', rows('x y'));
    startReader(here.stop);
    await settle();
    box.list.replaceChildren(...rows('a b'));
    await settle();
    expect(here.background.told).toEqual(['ines: x y', 'ines: a b']);
  });
});

test('rows without an id make no two lists the same', () => {
  const list = (...ids: (string | null)[]) =>
    new Map(ids.map((id) => [document.createElement('li'), id]));
  expect(hasCommonKey(list('a', null), list('b', null))).toBe(false);
  expect(hasCommonKey(list('a', null), list(null, 'a'))).toBe(true);
  expect(hasCommonKey(list(null), list(null))).toBe(true);
});
