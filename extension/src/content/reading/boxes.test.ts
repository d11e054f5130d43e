// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import { watchedAttributes } from '../../../scripts/watched.mjs';
import type { NamedAdapter } from '../../shared/messages';
import { findBoxes } from './boxes';
import { type Page, readValue } from './value';

const practice = adapters.find(({ id }) => id === 'practice') as NamedAdapter;
const byId = (id: string) => adapters.find((one) => one.id === id) as NamedAdapter;

function page(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function element(html: string): Element {
  return page(html).body.firstElementChild as Element;
}

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
