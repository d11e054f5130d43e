// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import type { NamedAdapter } from '../../shared/messages';
import type { Box } from './boxes';
import { OrderKeys } from './order';
import { RowCache, readList, rowElements } from './rows';

const practice = adapters.find(({ id }) => id === 'practice') as NamedAdapter;

function element(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
}

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
