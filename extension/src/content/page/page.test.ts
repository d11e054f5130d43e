// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readAttribute, readLabel, readTimeLabel } from './attributes';
import { closest, find, findAll, holds, matches, rootsOf } from './select';

function element(html: string): Element {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
}

describe('reading attributes', () => {
  const row = element(
    '<p id="a" jid="b@c" datetime="d" data-id="e" title="f" alt="g" aria-label="h" value="i" text="j" data-pre-plain-text="k" class="l" style="m" href="n"></p>',
  );

  test.each([
    ['id', 'a'],
    ['jid', 'b@c'],
    ['datetime', 'd'],
    ['data-id', 'e'],
    ['data-none', null],
  ])('%s is open', (name, value) => {
    expect(readAttribute(row, name)).toBe(value);
  });

  test.each(
    'title alt aria-label value text data-pre-plain-text class style href placeholder'.split(' '),
  )('%s is closed', (name) => {
    expect(() => readAttribute(row, name)).toThrow('not open to read');
  });
});

describe('a time label', () => {
  const row = element(
    '<p><time aria-label="outside"></time><b class="words"><time aria-label="inside" data-at="5"></time></b></p>',
  );
  const outside = row.firstElementChild as Element;
  const inside = row.querySelector('.words time') as Element;

  test('is read outside the words, never inside', () => {
    expect(readTimeLabel(outside, 'aria-label', '.words')).toBe('outside');
    expect(readTimeLabel(inside, 'aria-label', '.words')).toBeNull();
    expect(readTimeLabel(inside, 'data-at', '.words')).toBeNull();
  });

  test('stays closed where nobody said which are the words', () => {
    expect(readTimeLabel(outside, 'aria-label', undefined)).toBeNull();
    expect(readTimeLabel(outside, 'data-pre-plain-text', undefined)).toBeNull();
    expect(readTimeLabel(inside, 'data-at', undefined)).toBe('5');
  });
});

describe('a conversation’s label', () => {
  test('is read outside of rows only', () => {
    const page = element(
      '<main><h2>  Ines </h2><div class="row"><b>words</b></div><h3></h3></main>',
    );
    expect(readLabel(page.querySelector('h2') as Element, '.row')).toBe('Ines');
    expect(readLabel(page.querySelector('b') as Element, '.row')).toBeNull();
    expect(readLabel(page, '.row')).toBeNull();
    expect(readLabel(page.querySelector('h3') as Element, '.row')).toBeNull();
  });

  test('is cut at eighty characters', () => {
    expect(readLabel(element(`<p>${'x'.repeat(200)}</p>`), '.row')).toHaveLength(80);
  });
});

describe('selectors', () => {
  const page = element('<main class="a"><b class="c"></b><b></b></main>');

  test('are matched on the element or inside it', () => {
    expect(holds(page, '.a')).toBe(true);
    expect(holds(page, '.c')).toBe(true);
    expect(holds(page, '.d')).toBe(false);
  });

  test('that throw find nothing', () => {
    expect(matches(page, '[[')).toBe(false);
    expect(matches(page, undefined)).toBe(false);
    expect(find(page, '[[')).toBeNull();
    expect(findAll(page, '[[')).toEqual([]);
    expect(closest(page, '[[')).toBeNull();
    expect(holds(page, '[[')).toBe(false);
  });

  test('reach through open shadow roots, outermost first', () => {
    const host = element('<x-outer></x-outer>');
    const inner = document.createElement('x-inner');
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(document.createElement('i'));
    const holder = document.createElement('div');
    holder.append(host);
    const [root] = rootsOf(holder, ['x-outer', 'x-inner']);
    expect(root?.querySelector('i')).not.toBeNull();
    expect(rootsOf(holder, ['x-other'])).toEqual([]);
    expect(rootsOf(holder)).toEqual([holder]);
  });
});
