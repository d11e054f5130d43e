// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readAttribute, readLabel, readTimeLabel } from './attributes';
import { closest, find, findAll, findIn, isSelector, matches, rootsOf } from './select';
import { readStored } from './stored';

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
    ['class', 'l'],
    ['href', 'n'],
    ['data-none', null],
  ])('%s is open', (name, value) => {
    expect(readAttribute(row, name)).toBe(value);
  });

  test.each(
    'title alt aria-label value text data-pre-plain-text style placeholder name'.split(' '),
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

  test('are known for what they are', () => {
    expect(isSelector('main > .a:not(.b)')).toBe(true);
    expect(isSelector('[[')).toBe(false);
  });

  test('that throw find nothing', () => {
    expect(matches(page, '[[')).toBe(false);
    expect(matches(page, undefined)).toBe(false);
    expect(find(page, '[[')).toBeNull();
    expect(findAll(page, '[[')).toEqual([]);
    expect(closest(page, '[[')).toBeNull();
  });

  test('reach through open shadow roots, outermost first', () => {
    const host = element('<x-outer></x-outer>');
    const inner = document.createElement('x-inner');
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(document.createElement('i'));
    const holder = document.createElement('div');
    holder.append(host);
    const roots = rootsOf(holder, ['x-outer', 'x-inner']);
    expect(roots).toEqual([holder, host.shadowRoot, inner.shadowRoot]);
    expect(findIn(roots, 'i')).not.toBeNull();
    expect(findIn([holder], 'i')).toBeNull();
    expect(rootsOf(holder, ['x-other'])).toEqual([holder]);
    expect(rootsOf(holder)).toEqual([holder]);
  });

  test('find the nearest around an element, out of its shadow root too', () => {
    const host = element('<x-row class="row"></x-row>');
    host.attachShadow({ mode: 'open' }).append(document.createElement('i'));
    const inside = host.shadowRoot?.firstElementChild as Element;
    expect(closest(inside, 'i')).toBe(inside);
    expect(closest(inside, '.row')).toBe(host);
    expect(closest(inside, '.none')).toBeNull();
  });
});

describe('one’s own id in the page’s storage', () => {
  test('is read by its name only', () => {
    localStorage.setItem('app_user_id', '@me');
    localStorage.setItem('app_token', 'secret');
    expect(readStored('app_user_id')).toBe('@me');
    expect(readStored('other_user_id')).toBeNull();
    localStorage.setItem('matrixActiveSession', '"@me"');
    expect(readStored('matrixActiveSession')).toBe('"@me"');
    expect(() => readStored('app_token')).toThrow('not open to read');
  });
});

describe('links', () => {
  test('inside the words are not read', () => {
    const row = element(
      '<p><a class="who" href="/u/1"></a><b class="words"><a href="/x"></a></b></p>',
    );
    const [who, shared] = row.querySelectorAll('a');
    expect(readAttribute(who as Element, 'href', '.words')).toBe('/u/1');
    expect(readAttribute(shared as Element, 'href', '.words')).toBeNull();
  });
});
