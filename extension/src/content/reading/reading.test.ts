// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import type { NamedAdapter } from '../../shared/messages';
import { watchedAttributes } from '../observe';
import { findBoxes } from './boxes';
import { ordinalKeys } from './keys';
import { type RowReading, readDirection, readRow } from './row';
import { RowCache, readList, rowElements } from './rows';
import { readValue } from './value';

const practice = adapters.find(({ id }) => id === 'practice') as NamedAdapter;
const byId = (id: string) => adapters.find((one) => one.id === id) as NamedAdapter;

function page(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function element(html: string): Element {
  return page(html).body.firstElementChild as Element;
}

describe('direction', () => {
  const tiers = (...list: [string, string][]) =>
    ({ ...practice, direction: list.map(([out, i]) => ({ out, in: i })) }) as NamedAdapter;
  const told = (html: string, adapter: NamedAdapter) => readDirection(element(html), adapter);

  test('is told by the first tier that can', () => {
    const adapter = tiers(['.mine', '.yours'], ['.late-mine', '.late-yours']);
    expect(told('<p class="mine late-yours"></p>', adapter)).toBe('out');
    expect(told('<p class="late-yours"></p>', adapter)).toBe('in');
    expect(told('<p><b class="yours"></b></p>', adapter)).toBe('in');
  });

  test('is not guessed: a tier that matches both ways or neither abstains', () => {
    const adapter = tiers(['.mine', '.yours'], ['.late-mine', '.late-yours']);
    expect(told('<p class="mine yours"></p>', adapter)).toBeNull();
    expect(told('<p class="mine yours late-mine"></p>', adapter)).toBe('out');
    expect(told('<p></p>', adapter)).toBeNull();
  });

  test('of a tier whose selector throws is not told', () => {
    expect(told('<p class="mine"></p>', tiers(['[[', '[[']))).toBeNull();
  });
});

describe('keys by order', () => {
  const row = (at: number | null, direction: RowReading['direction']): RowReading => ({
    key: null,
    direction,
    time: at === null ? null : { at, resolution: 1000 },
  });

  test('count rows of one second and direction', () => {
    const rows = [row(1000, 'in'), row(1000, 'in'), row(1000, 'out'), row(2000, 'in')];
    expect(ordinalKeys(rows, false)).toEqual(['1000|in|0', '1000|in|1', '1000|out|0', '2000|in|0']);
  });

  test('wait for the rest of the first second where more lies above', () => {
    const rows = [row(1000, 'in'), row(1000, 'out'), row(2000, 'in')];
    expect(ordinalKeys(rows, true)).toEqual([null, null, '2000|in|0']);
  });

  test('are not given without time or direction', () => {
    expect(ordinalKeys([row(null, 'in'), row(1000, null), row(1000, 'in')], false)).toEqual([
      null,
      null,
      '1000|in|0',
    ]);
  });

  test('stay the same when the history above is loaded', () => {
    const shown = [row(5000, 'in'), row(5000, 'in'), row(6000, 'out')];
    const above = [row(4000, 'in'), row(5000, 'in')];
    expect(ordinalKeys([...above, ...shown], true).slice(-1)).toEqual(
      ordinalKeys(shown, true).slice(-1),
    );
  });
});

describe('values', () => {
  const place = {
    box: element('<main data-id="room-7"><h2 data-who="x">A</h2></main>'),
    page: page('<p id="own" data-net="n"></p>'),
    location: { pathname: '/t/12/', hash: '#/chat/34' },
    row: '.row',
  };

  test.each([
    [{ from: 'attr', attr: 'data-id' }, 'room-7'],
    [{ from: 'attr', attr: 'data-id', pattern: '-(\\d+)$' }, '7'],
    [{ from: 'attr', attr: 'data-id', pattern: '^no(.)' }, null],
    [{ from: 'attr', selector: 'h2', attr: 'data-who' }, 'x'],
    [{ from: 'attr', selector: 'main', attr: 'data-id' }, 'room-7'],
    [{ from: 'attr', selector: '#own', page: true, attr: 'data-net' }, 'n'],
    [{ from: 'attr', selector: '#none', page: true, attr: 'data-net' }, null],
    [{ from: 'path', pattern: '^/t/(\\d+)' }, '12'],
    [{ from: 'hash', pattern: '/(\\d+)$' }, '34'],
    [{ from: 'text', selector: 'h2' }, 'A'],
    [{ from: 'attr' }, null],
  ] as const)('%o', (reading, value) => {
    expect(readValue(reading, place)).toBe(value);
  });
});

describe('boxes', () => {
  const boxes = (adapter: NamedAdapter, html: string) => {
    const document = page(html);
    return findBoxes(adapter, [document], { document, location: location });
  };

  test('without a list or an id are none', () => {
    const converse = byId('converse');
    const list = '<converse-message-history></converse-message-history>';
    expect(boxes(converse, '<converse-chat class="chatbox" jid="a@b"></converse-chat>')).toEqual(
      [],
    );
    expect(boxes(converse, `<converse-chat class="chatbox">${list}</converse-chat>`)).toEqual([]);
    const whole = `<converse-chat class="chatbox" jid="a@b">${list}</converse-chat>`;
    expect(boxes(converse, whole).map(({ ref, kind }) => [ref.conversation, kind])).toEqual([
      ['a@b', 'one'],
    ]);
  });

  test('are not counted until the account can be told', () => {
    const box = `<div id="chat-container" data-current-channel="a"><div id="chat">
      <div class="chat-view" data-type="query"><div class="messages"></div></div></div></div>`;
    expect(boxes(byId('thelounge'), box)).toEqual([]);
    const side = `<div id="sidebar"><div class="network" id="network-1">
      <i class="channel-list-item active"></i></div></div>`;
    expect(boxes(byId('thelounge'), side + box)).toHaveLength(1);
  });

  test.each(['lobby', 'special'])('of a %s are none', (type) => {
    const html = `<div id="sidebar"><div class="network" id="network-1"><i class="channel-list-item
      active"></i></div></div><div id="chat-container" data-current-channel="a"><div id="chat">
      <div class="chat-view" data-type="${type}"><div class="messages"></div></div></div></div>`;
    expect(boxes(byId('thelounge'), html)).toEqual([]);
  });
});

describe('a list', () => {
  const item = (id: string, from: string | null, at = 5, more = '') =>
    `<li data-id="${id}" ${from ? `data-from="${from}"` : 'data-from'} data-at="${at}" ${more}></li>`;
  const list = (...items: string[]) => element(`<ol class="messages">${items.join('')}</ol>`);
  const read = (place: Element, adapter = practice, cache = new RowCache(adapter)) =>
    readList({ list: place, element: place }, adapter, cache, () => null);

  test('leaves out what is not final yet', async () => {
    const adapter = { ...practice, row: { ...practice.row, pending: '[data-sending]' } };
    const place = list(item('a', 'me'), item('b', 'me', 6, 'data-sending'));
    expect((await read(place, adapter)).rows.map(({ key }) => key)).toEqual(['a']);
    place.lastElementChild?.removeAttribute('data-sending');
    expect((await read(place, adapter)).rows.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  test('that has its newest row first is turned round', () => {
    const place = list(item('b', 'me'), item('a', 'me'));
    const ids = (adapter: NamedAdapter) =>
      rowElements(place, adapter).map((row) => row.getAttribute('data-id'));
    expect(ids(practice)).toEqual(['b', 'a']);
    expect(ids({ ...practice, list: { ...practice.list, reverse: true } })).toEqual(['a', 'b']);
  });

  test('keeps a row whose direction is unknown, as an abstention', async () => {
    const reading = await read(list(item('a', 'me'), item('b', null)));
    expect(reading.rows.map(({ direction }) => direction)).toEqual(['out', null]);
    expect(reading).toMatchObject({ settled: 2, abstained: 1 });
  });

  test('is judged by its newest 200 rows', async () => {
    const old = Array.from({ length: 20 }, (_, i) => item(`x${i}`, null));
    const rows = Array.from({ length: 195 }, (_, i) => item(`y${i}`, 'me'));
    const reading = await read(list(...old, ...rows));
    expect(reading).toMatchObject({ settled: 200, abstained: 5 });
    expect(reading.rows).toHaveLength(215);
  });

  test('is read again where something changed inside a row, and only there', async () => {
    const cache = new RowCache(practice);
    const place = list(item('a', 'me'), item('b', 'robin'));
    await read(place, practice, cache);
    const [a, b] = [...place.children] as [Element, Element];
    a.setAttribute('data-at', '7');
    b.setAttribute('data-at', '8');
    cache.forget(a);
    const times = (await read(place, practice, cache)).rows.map(({ time }) => time?.at);
    expect(times).toEqual([7, 5]);
  });

  test('whose row could not be told is asked again', async () => {
    const cache = new RowCache(practice);
    const place = list(item('a', null));
    await read(place, practice, cache);
    place.firstElementChild?.setAttribute('data-from', 'me');
    expect((await read(place, practice, cache)).rows[0]?.direction).toBe('out');
  });

  test('is read in slices', async () => {
    let paused = 0;
    const place = list(item('a', 'me'), item('b', 'me'), item('c', 'me'));
    const pause = () => (++paused === 2 ? Promise.resolve() : null);
    const reading = await readList(
      { list: place, element: place },
      practice,
      new RowCache(practice),
      pause,
    );
    expect(reading.rows).toHaveLength(3);
    expect(paused).toBe(4); // once a row, and before the keys
  });
});

test('an id may be part of an attribute', () => {
  const key = { from: 'attr', attr: 'data-id', pattern: '^msg-(\\d+)$' } as const;
  const adapter = { ...practice, key };
  expect(readRow(element('<li data-id="msg-12"></li>'), adapter).key).toBe('12');
  expect(readRow(element('<li data-id="draft"></li>'), adapter).key).toBeNull();
});

describe('watched attributes', () => {
  test.each(adapters)('of $id are those that its readings depend on', (adapter) => {
    const watched = watchedAttributes(adapter);
    const { key, time, conversation } = adapter;
    for (const attr of [key.attr, time?.attr, conversation.id.attr])
      if (attr) expect(watched).toContain(attr);
    expect(watched).toContain('class');
  });

  test('are never those in which an app puts words', () => {
    const box = { ...practice.row, exclude: '[text], [title], [alt]' };
    const watched = watchedAttributes({ ...practice, row: box });
    expect(watched.filter((name) => ['text', 'title', 'alt'].includes(name))).toEqual([]);
  });
});
