// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import type { NamedAdapter } from '../../shared/messages';
import { ordinalKeys } from './keys';
import { OrderKeys } from './order';
import { type RowReading, readRow } from './row';

const practice = adapters.find(({ id }) => id === 'practice') as NamedAdapter;

function element(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
}

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
