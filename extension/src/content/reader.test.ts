// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  converse,
  MadeUpBox,
  pageForEach,
  pass,
  row,
  rows,
  SETTLED,
  START,
  settle,
  startReader,
} from '../made-up/page';

const here = pageForEach();

describe('a conversation', () => {
  test('is delivered whole when it is opened, then what comes', async () => {
    const box = new MadeUpBox('ines', rows('a b'));
    const { opened, came } = startReader(here.stop);
    await settle();
    expect(here.background.told).toEqual(['ines: a b']);
    expect(opened).toEqual(['ines']);
    box.list.append(row('c', 'out', 60));
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: c']);
    expect(came).toEqual(['ines']);
    const [stretch] = here.background.delivered[1]?.stretches ?? [];
    expect(stretch?.before).toEqual(['a', 'b']);
    expect(stretch?.rows[0]).toMatchObject({ direction: 'out', at: START + 250, resolution: 1 });
  });

  test('is told as new to us at first, and with the last look before it later', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    await pass(60_000);
    const before = Date.now();
    box.list.append(row('b', 'in', 5));
    await settle();
    const [first, second] = here.background.delivered.map(({ stretches }) => stretches[0]?.rows[0]);
    expect(first?.notBefore).toBeNull();
    expect(second?.notBefore).toBe(before);
    expect(second?.seen).toBeGreaterThanOrEqual(before + SETTLED);
  });

  test('that is not chosen is not read', async () => {
    here.background.state = 'not-chosen';
    new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    expect(here.background.asked).toEqual(['content:conversation']);
  });

  test('chosen later begins with a baseline', async () => {
    here.background.state = 'not-chosen';
    const box = new MadeUpBox('ines', rows('a b'));
    const { reader } = startReader(here.stop);
    await settle();
    Object.assign(here.background, { state: 'counting', fresh: true });
    void reader.refresh();
    await settle();
    expect(here.background.told).toEqual(['ines = a b']);
    box.list.append(row('c', 'in', 9));
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: c']);
  });

  test('chosen while it is empty has an empty baseline', async () => {
    here.background.fresh = true;
    const box = new MadeUpBox('ines');
    startReader(here.stop);
    await settle();
    expect(here.background.told).toEqual(['ines ='.trim()]);
    box.list.append(row('a'));
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: a']);
  });

  test('paused is not read, and goes on with a baseline', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    const { reader } = startReader(here.stop);
    await settle();
    here.background.state = 'paused';
    void reader.refresh();
    await settle();
    box.list.append(row('p', 'in', 5));
    await settle();
    expect(here.background.told).toEqual(['ines: a']);
    Object.assign(here.background, { state: 'counting', fresh: true });
    void reader.refresh();
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines = a p']);
  });
});

describe('rows', () => {
  test('whose wrapper comes first are seen when they are in it', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    const wrapper = document.createElement('converse-chat-message');
    box.list.append(wrapper);
    await pass(10);
    wrapper.replaceWith(row('b', 'out', 5));
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: b']);
  });

  test('that are pending wait for their final id, in the same node', async () => {
    const adapter = { ...converse, row: { ...converse.row, pending: '[data-msgid^="~"]' } };
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop, adapter);
    await settle();
    const wrapper = row('~1', 'out', 5);
    box.list.append(wrapper);
    await settle();
    expect(here.background.told).toHaveLength(1);
    wrapper.firstElementChild?.setAttribute('data-msgid', 'b');
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: b']);
  });

  test('whose time is rewritten in place are told again', async () => {
    const box = new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    const second = box.list.lastElementChild?.firstElementChild;
    second?.setAttribute('data-isodate', '2026-11-22T11:59:01.000Z');
    await settle();
    const [stretch] = here.background.delivered[1]?.stretches ?? [];
    expect(stretch).toMatchObject({ before: ['a'], after: [] });
    expect(stretch?.rows[0]).toMatchObject({ key: 'b', resolution: 1000, notBefore: null });
  });

  test('that are taken away and put back are not told again', async () => {
    const box = new MadeUpBox('ines', rows('a b c'));
    startReader(here.stop);
    await settle();
    const kept = [...box.list.children];
    box.list.replaceChildren();
    await pass(100);
    box.list.append(...kept.map((one) => one.cloneNode(true)));
    await settle();
    expect(here.background.told).toHaveLength(1);
  });

  test('of history that is loaded stand before those that were there', async () => {
    const box = new MadeUpBox('ines', rows('c d'));
    const { came } = startReader(here.stop);
    await settle();
    box.list.prepend(...rows('a b'));
    await settle();
    const [stretch] = here.background.delivered[1]?.stretches ?? [];
    expect(stretch).toMatchObject({ before: [], after: ['c', 'd'] });
    expect(stretch?.rows.map(({ key, notBefore }) => [key, notBefore])).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(came).toEqual(['ines']);
  });

  test('that were edited, liked or marked as read are the same rows', async () => {
    const box = new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    const first = box.list.querySelector('.chat-msg') as Element;
    first.classList.add('chat-msg--corrected');
    first.append(document.createElement('converse-reactions'));
    await settle();
    expect(here.background.told).toHaveLength(1);
  });
});

describe('switching', () => {
  test('to another element reads the other conversation when it has settled', async () => {
    const box = new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    box.element.remove();
    const other = new MadeUpBox('tom');
    await pass(10);
    other.list.append(...rows('x y'));
    await settle();
    expect(here.background.told.slice(1)).toEqual(['tom: x y']);
  });

  test('within the same element never puts rows under the wrong name', async () => {
    const box = new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    // The name first, the rows a good while later.
    box.element.setAttribute('jid', 'tom');
    await pass(SETTLED / 2);
    box.list.replaceChildren(...rows('x y'));
    await settle();
    expect(here.background.told).toEqual(['ines: a b', 'tom: x y']);
  });

  test('back again is a new opening', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    const { opened } = startReader(here.stop);
    await settle();
    box.element.setAttribute('jid', 'tom');
    box.list.replaceChildren(...rows('x'));
    await settle();
    box.element.setAttribute('jid', 'ines');
    box.list.replaceChildren(...rows('a b'));
    await settle();
    expect(here.background.told).toEqual(['ines: a', 'tom: x', 'ines: a b']);
    expect(opened).toEqual(['ines', 'tom', 'ines']);
  });

  test('several at once are kept apart', async () => {
    new MadeUpBox('ines', rows('a b'));
    const tom = new MadeUpBox('tom', rows('a'));
    startReader(here.stop);
    await settle();
    expect(here.background.told).toEqual(['ines: a b', 'tom: a']);
    tom.list.append(row('b', 'out', 9));
    await settle();
    expect(here.background.told.slice(2)).toEqual(['tom: b']);
  });
});
