// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import { watchedAttributes } from '../../../scripts/watched.mjs';
import type { NamedAdapter } from '../../shared/messages';
import { type Box, findBoxes } from './boxes';
import { readDirection, tiersNow } from './direction';
import { ordinalKeys } from './keys';
import { OrderKeys } from './order';
import { type RowReading, readRow } from './row';
import { RowCache, readList, rowElements } from './rows';
import { type Page, readValue } from './value';

const practice = adapters.find(({ id }) => id === 'practice') as NamedAdapter;
const byId = (id: string) => adapters.find((one) => one.id === id) as NamedAdapter;

function page(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function element(html: string): Element {
  return page(html).body.firstElementChild as Element;
}

describe('direction', () => {
  const TWO = [
    { out: '.mine', in: '.yours' },
    { out: '.late-mine', in: '.late-yours' },
  ];
  type Tiers = NamedAdapter['direction'][number][];
  const told = (html: string, tiers: Tiers, self: string | null = null, marked = true) => {
    const row = element(html);
    const adapter = { ...practice, direction: tiers as NamedAdapter['direction'] };
    return readDirection(
      row,
      row,
      tiersNow(adapter, self, () => marked),
    );
  };

  test('is told by the first tier that can', () => {
    expect(told('<p class="mine late-yours"></p>', TWO)).toBe('out');
    expect(told('<p class="late-yours"></p>', TWO)).toBe('in');
    expect(told('<p><b class="yours"></b></p>', TWO)).toBe('in');
  });

  test('is not guessed: a tier that matches both ways or neither abstains', () => {
    expect(told('<p class="mine yours"></p>', TWO)).toBeNull();
    expect(told('<p class="mine yours late-mine"></p>', TWO)).toBe('out');
    expect(told('<p></p>', TWO)).toBeNull();
  });

  test('of a tier whose selector throws is not told', () => {
    expect(told('<p class="mine"></p>', [{ out: '[[', in: '[[' }])).toBeNull();
  });

  test('of a one-sided mark says nothing of rows without it', () => {
    expect(told('<p class="mine"></p>', [{ out: '.mine' }])).toBe('out');
    expect(told('<p></p>', [{ out: '.mine' }])).toBeNull();
  });

  test('of rows without a mark is the other, once the mark was seen', () => {
    const tiers: Tiers = [{ out: '.mine', otherwise: 'in' }];
    expect(told('<p></p>', tiers)).toBe('in');
    expect(told('<p></p>', tiers, null, false)).toBeNull();
    expect(told('<p class="mine"></p>', tiers, null, false)).toBe('out');
  });

  test('by one’s own id waits until it is known, and takes no other for it', () => {
    const tiers: Tiers = [{ out: '[data-by="{self}"]', in: '[data-by]:not([data-by="{self}"])' }];
    expect(told('<p data-by="u1"></p>', tiers)).toBeNull();
    expect(told('<p data-by="u1"></p>', tiers, 'u1')).toBe('out');
    expect(told('<p data-by="u12"></p>', tiers, 'u1')).toBe('in');
  });

  test('keeps an id inside its quotes, whatever it holds', () => {
    const direction = [{ out: '[data-by="{self}"]' }] as NamedAdapter['direction'];
    const [tier] = tiersNow({ ...practice, direction }, '"] *, [a="\\', () => true);
    expect(tier?.out).toBe('[data-by="\\"] *, [a=\\"\\\\"]');
  });

  test('may stand on the run around the row', () => {
    const run = element('<ul class="run"><b class="mine"></b><li></li></ul>');
    const row = run.querySelector('li') as Element;
    expect(readDirection(row, row, [{ within: '.run', out: '.mine' }])).toBe('out');
    expect(readDirection(row, row, [{ within: '.none', out: '.mine' }])).toBeNull();
  });

  test('may be told by the layout', () => {
    const style = { property: 'justify-content', out: 'flex-end', in: 'flex-start' } as const;
    const row = document.createElement('p');
    document.body.replaceChildren(row);
    const tell = (value: string) => {
      row.style.justifyContent = value;
      return readDirection(row, row, [{ style }]);
    };
    expect([tell('flex-end'), tell('flex-start'), tell('center')]).toEqual(['out', 'in', null]);
  });

  test.each([
    ['ltr', 100, 'out'],
    ['ltr', 0, 'in'],
    ['rtl', 0, 'out'],
    ['rtl', 100, 'in'],
  ] as const)('by its side in %s, a bubble %i px from the left', (dir, left, way) => {
    expect(besides(dir, left, 100)).toBe(way);
  });

  test('by its side is not told of a bubble as wide as the row, or in the middle, or not laid out', () => {
    expect(besides('ltr', 20, 175)).toBeNull();
    expect(besides('ltr', 50, 100)).toBeNull();
    expect(besides('ltr', 0, 0)).toBeNull();
  });

  /** A row 200 px wide, and a bubble in it. */
  function besides(dir: string, left: number, width: number) {
    document.body.innerHTML = `<p style="direction: ${dir}"><b></b></p>`;
    const row = document.querySelector('p') as Element;
    const bubble = document.querySelector('b') as Element;
    const rect = (x: number, w: number) => ({ left: x, right: x + w, width: w }) as DOMRect;
    row.getBoundingClientRect = () => rect(0, 200);
    bubble.getBoundingClientRect = () => rect(left, width);
    return readDirection(row, row, [{ side: 'b' }]);
  }
});

describe('keys by the order in a list', () => {
  const nodes = (text: string) => [...text].map(() => document.createElement('p'));
  const ways = (text: string) => [...text].map((c) => (c === 'o' ? 'out' : 'in') as 'out' | 'in');
  /** Names nodes a, b, c … by key, in the order in which the keys were first given. */
  const namer = () => {
    const names = new Map<string, string>();
    return (keys: (string | null)[]) =>
      keys
        .map((key) => {
          if (!key) return '-';
          if (!names.has(key)) names.set(key, String.fromCharCode(97 + names.size));
          return names.get(key);
        })
        .join('');
  };

  test('stay with their elements; what comes below is new', () => {
    const order = new OrderKeys();
    const name = namer();
    const list = nodes('iio');
    expect(name(order.keysOf(list, ways('iio')))).toBe('abc');
    expect(name(order.keysOf([...list, ...nodes('i')], ways('iioi')))).toBe('abcd');
  });

  test('are kept by rows at the bottom that are made anew', () => {
    const order = new OrderKeys();
    const name = namer();
    const list = nodes('iio');
    name(order.keysOf(list, ways('iio')));
    const anew = [...list.slice(0, 1), ...nodes('ioi')];
    expect(name(order.keysOf(anew, ways('iioi')))).toBe('abcd');
  });

  test('of history above are new, of rows in the middle none', () => {
    const order = new OrderKeys();
    const name = namer();
    const list: Element[] = nodes('io');
    name(order.keysOf(list, ways('io')));
    const [first, second] = list as [Element, Element];
    const all = [...nodes('i'), first, ...nodes('i'), second];
    expect(name(order.keysOf(all, ways('iiio')))).toBe('ca-b');
  });

  test('begin anew where rows left the bottom and none took their place', () => {
    const order = new OrderKeys();
    const name = namer();
    const list = nodes('iio');
    name(order.keysOf(list, ways('iio')));
    expect(name(order.keysOf(list.slice(0, 2), ways('ii')))).toBe('de');
  });

  test('begin anew where nothing is left', () => {
    const order = new OrderKeys();
    const name = namer();
    name(order.keysOf(nodes('ii'), ways('ii')));
    expect(name(order.keysOf(nodes('ooo'), ways('ooo')))).toBe('cde');
  });
});

describe('keys by order', () => {
  const row = (at: number | null, direction: RowReading['direction']): RowReading => ({
    ...{ is: 'message', key: null, head: false, sender: null },
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
  const box = element('<main data-id="room-7"><h2 data-who="x">A</h2></main>');
  const around: Page = {
    document: page('<p id="own" data-net="n"></p>'),
    location: { pathname: '/t/12/%21a%3Ab/', hash: '#/chat/34', origin: '' },
    adapter: { ...practice, row: { selector: '.row' } },
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
    [{ from: 'path', pattern: '^/t/(\\d)\\d(/!a)' }, '1/!a'],
    [{ from: 'path', pattern: '^/(x)?(t)' }, 't'],
    [{ from: 'attr', attr: 'data-id', when: 'main' }, 'room-7'],
    [{ from: 'attr', attr: 'data-id', when: 'aside' }, null],
    [{ from: 'hash', pattern: '/(\\d+)$' }, '34'],
    [{ from: 'text', selector: 'h2' }, 'A'],
    [{ from: 'attr' }, null],
  ] as const)('%o', (reading, value) => {
    expect(readValue([reading], box, around)).toBe(value);
  });

  test('are taken from the first reading that has one', () => {
    const none = { from: 'attr', attr: 'data-none' } as const;
    const some = { from: 'attr', attr: 'data-id' } as const;
    expect(readValue([none, some], box, around)).toBe('room-7');
  });
});

describe('boxes', () => {
  const boxes = (adapter: NamedAdapter, html: string) => {
    const document = page(html);
    return findBoxes({ document, location, adapter }).boxes;
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
  const boxOf = (place: Element): Box => {
    const ref = { adapter: 'a', host: '', account: '', conversation: 'room' };
    return { element: place, list: place, ref, kind: 'one', places: [place] };
  };
  const order = new OrderKeys();
  const pause = () => null;
  const read = (
    place: Element,
    adapter = practice,
    cache = new RowCache(adapter, adapter.direction),
    options = {
      now: 0,
      fresh: true,
      order,
      pause: pause as () => Promise<void> | null,
    },
  ) => {
    const elements = rowElements(boxOf(place), adapter);
    return readList(boxOf(place), adapter, cache, { ...options, elements });
  };

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
      rowElements(boxOf(place), adapter).map((row) => row.getAttribute('data-id'));
    expect(ids(practice)).toEqual(['b', 'a']);
    expect(ids({ ...practice, list: { ...practice.list, reverse: true } })).toEqual(['a', 'b']);
  });

  test('keeps a row whose direction is unknown, as an abstention', async () => {
    const reading = await read(list(item('a', 'me'), item('b', null)));
    expect(reading.rows.map(({ direction }) => direction)).toEqual(['out', null]);
    expect(reading).toMatchObject({ settled: 2, sideless: 1 });
  });

  test('is judged by its newest 200 rows', async () => {
    const old = Array.from({ length: 20 }, (_, i) => item(`x${i}`, null));
    const rows = Array.from({ length: 195 }, (_, i) => item(`y${i}`, 'me'));
    const reading = await read(list(...old, ...rows));
    expect(reading).toMatchObject({ settled: 200, sideless: 5 });
    expect(reading.rows).toHaveLength(215);
  });

  test('is read again where something changed inside a row, and only there', async () => {
    const cache = new RowCache(practice, practice.direction);
    const place = list(item('a', 'me'), item('b', 'robin'));
    await read(place, practice, cache);
    const [a, b] = [...place.children] as [Element, Element];
    a.setAttribute('data-at', '7');
    b.setAttribute('data-at', '8');
    cache.forget(a);
    const times = (await read(place, practice, cache)).rows.map(({ time }) => time?.at);
    expect(times).toEqual([7, 5]);
  });

  test('whose rows inherit passes the direction down a run, until a head or a system line', async () => {
    const adapter: NamedAdapter = {
      ...practice,
      row: { ...practice.row, selector: 'li', exclude: '.line', head: '.head' },
      direction: [...practice.direction, { inherit: true }],
    };
    const next = (id: string) => `<li data-id="${id}"></li>`;
    const html = [
      ...[next('a'), item('b', 'me'), next('c'), '<li class="line"></li>', next('d')],
      ...[item('e', 'robin'), next('f'), '<li data-id="g" class="head"></li>', next('h')],
    ];
    const { rows, settled, sideless } = await read(list(...html), adapter);
    const told = rows.map(({ key, direction }) => `${key}${direction?.[0] ?? '?'}`).join(' ');
    // a: the head of its run is not rendered, so nothing is said of it.
    expect(told).toBe('bo co d? ei fi g? h?');
    expect({ settled, sideless }).toEqual({ settled: 7, sideless: 3 });
  });

  test('in which no run has its head in view is an abstention', async () => {
    const direction = [{ out: '.never' }, { inherit: true }] as NamedAdapter['direction'];
    const { settled, sideless } = await read(list(item('a', 'me'), item('b', 'me')), {
      ...{ ...practice, direction },
    });
    expect({ settled, sideless }).toEqual({ settled: 2, sideless: 2 });
  });

  test('leaves out rows that name another conversation, shells and lines without words', async () => {
    const row = { ...practice.row, of: { attr: 'data-room' }, shell: '.shell', holds: 'p' };
    const place = list(
      item('a', 'me', 5, 'data-room="room"').replace('></li>', '><p></p></li>'),
      item('b', 'me', 6, 'data-room="other"').replace('></li>', '><p></p></li>'),
      item('c', 'me', 7, 'data-room="room" class="shell"'),
      item('d', 'me', 8, 'data-room="room"'),
    );
    const reading = await read(place, { ...practice, row });
    expect(reading.rows.map(({ key }) => key)).toEqual(['a']);
    expect(reading).toMatchObject({ matched: 4, settled: 1 });
  });

  test('holds a new row, and all below it, until its id has stayed', async () => {
    const adapter = { ...practice, row: { ...practice.row, holdMs: 2000 } };
    const cache = new RowCache(adapter, adapter.direction);
    const at = async (now: number, place: Element) => {
      const { rows, unfinished } = await read(place, adapter, cache, {
        ...{ now, fresh: now === 0, order, pause },
      });
      return `${rows.map(({ key }) => key).join('')}${unfinished ? '…' : ''}`;
    };
    const place = list(item('a', 'me'));
    expect(await at(0, place)).toBe('a');
    place.insertAdjacentHTML('beforeend', item('x', 'me', 6) + item('y', 'robin', 6));
    expect(await at(100, place)).toBe('a…');
    place.children[1]?.setAttribute('data-id', 'b');
    cache.forget(place.children[1] as Element);
    expect(await at(2050, place)).toBe('a…');
    expect(await at(4050, place)).toBe('aby');
  });

  test('waits for a pending row half a minute, then goes on without it', async () => {
    const adapter = { ...practice, row: { ...practice.row, pending: '[data-sending]' } };
    const cache = new RowCache(adapter, adapter.direction);
    const place = list(item('a', 'me'), item('b', 'me', 6, 'data-sending'), item('c', 'robin', 7));
    const keys = async (now: number) =>
      (await read(place, adapter, cache, { now, fresh: false, order, pause })).rows
        .map(({ key }) => key)
        .join('');
    expect(await keys(0)).toBe('a');
    expect(await keys(29_999)).toBe('a');
    expect(await keys(30_000)).toBe('ac');
  });

  test('names the sender of what is one’s own beyond doubt', async () => {
    const adapter = { ...practice, self: { learn: { attr: 'data-by' } } };
    const place = list(item('a', 'robin', 5, 'data-by="u2"'), item('b', 'me', 6, 'data-by="u1"'));
    expect((await read(place, adapter)).self).toBe('u1');
    expect((await read(list(item('a', 'robin', 5, 'data-by="u2"')), adapter)).self).toBeNull();
  });

  test('whose row could not be told by what lies around it is asked again', async () => {
    const direction = [{ within: 'ol', out: '.mine', in: '.yours' }] as NamedAdapter['direction'];
    const adapter = { ...practice, direction };
    const cache = new RowCache(adapter, direction);
    const place = list(item('a', null));
    expect((await read(place, adapter, cache)).rows[0]?.direction).toBeNull();
    place.classList.add('mine');
    expect((await read(place, adapter, cache)).rows[0]?.direction).toBe('out');
  });

  test('is read in slices', async () => {
    let paused = 0;
    const place = list(item('a', 'me'), item('b', 'me'), item('c', 'me'));
    const slow = () => (++paused === 2 ? Promise.resolve() : null);
    const options = { now: 0, fresh: true, order, pause: slow };
    const cache = new RowCache(practice, practice.direction);
    const reading = await read(place, practice, cache, options);
    expect(reading.rows).toHaveLength(3);
    expect(paused).toBe(4); // once a row, and before the keys
  });
});

describe('an id', () => {
  const keyOf = (html: string, key: NamedAdapter['key']) =>
    readRow(element(html), { ...practice, key }, []).key;

  test('may be part of an attribute, or the whole of another', () => {
    const reads = [{ attr: 'data-id', pattern: '^msg-(\\d+)$' }, { attr: 'id' }] as const;
    const key = { from: 'attr', reads: [...reads] } as NamedAdapter['key'];
    expect(keyOf('<li data-id="msg-12"></li>', key)).toBe('12');
    expect(keyOf('<li data-id="draft"></li>', key)).toBeNull();
    expect(keyOf('<li data-id="draft" id="m7"></li>', key)).toBe('m7');
  });

  test('may differ by a constant between two apps of a service', () => {
    const key: NamedAdapter['key'] = { from: 'attr', reads: [{ attr: 'id' }], modulo: 4294967296 };
    expect(keyOf('<li id="4294967301"></li>', key)).toBe('5');
    expect(keyOf('<li id="5"></li>', key)).toBe('5');
    expect(keyOf('<li id="x5"></li>', key)).toBe('x5');
  });
});

describe('watched attributes', () => {
  test.each(adapters)('of $id are those that its readings depend on', (adapter) => {
    const { watched, key, time = [], conversation } = adapter;
    for (const { attr } of [...(key.reads ?? []), ...time, ...conversation.id])
      if (attr) expect(watched).toContain(attr);
    expect(watched).toContain('class');
  });

  test('are never those in which an app puts words', () => {
    const box = { ...practice.row, exclude: '[text], [title], [alt]' };
    const watched = watchedAttributes({ ...practice, row: box });
    expect(watched.filter((name) => ['text', 'title', 'alt'].includes(name))).toEqual([]);
  });
});
