import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import { adapterOf, adaptersFor, isByTitle, isScopeOf, limitsOf, unchosenApps } from './adapters';

const ids = (url: string, ...experimental: string[]) =>
  adaptersFor(url, experimental).map(({ id }) => id);

describe('adapters for a page', () => {
  test('begin with those made for its address; self-hosted apps may be anywhere', () => {
    expect(ids('https://web.whatsapp.com/')[0]).toBe('whatsapp');
    expect(ids('https://chat.example.net/')).toContain('converse');
    expect(ids('https://chat.example.net/')).not.toContain('whatsapp');
  });

  test.each([
    ['instagram', 'https://www.instagram.com/direct/t/1'],
    ['google-chat', 'https://mail.google.com/chat/u/0'],
    ['reddit', 'https://chat.reddit.com/room/x'],
  ])('%s is among them only when chosen', (id, url) => {
    expect(ids(url)).not.toContain(id);
    expect(ids(url, id)[0]).toBe(id);
    expect(unchosenApps(url, [])).toEqual([adapterOf(id).name]);
    expect(unchosenApps(url, [id])).toEqual([]);
  });

  test('no app is unchosen where none of the experimental ones is', () => {
    expect(unchosenApps('https://web.whatsapp.com/', [])).toEqual([]);
  });
});

describe('what an app does not show', () => {
  test.each([
    ['whatsapp', ['by-title', 'seen-times']],
    ['instagram', ['while-open', 'seen-times']],
    ['messenger', ['seen-times']],
    ['converse', []],
    ['gone', []],
  ])('%s: %j', (id, limits) => {
    expect(limitsOf(id)).toEqual(limits);
  });

  test('WhatsApp alone knows chats by their names only', () => {
    expect(adapters.filter(isByTitle).map(({ id }) => id)).toEqual(['whatsapp']);
  });
});

describe('a learned id belongs to', () => {
  test.each([
    ['its host, on any port', 'zulip https://zulip.example:8443 ', 'https://zulip.example', true],
    ['no other host', 'zulip https://zulip.example ', 'https://other.example', false],
    ['the address the app is made for', 'discord  ', 'https://discord.com', true],
    ['one of them', 'google-chat  a', 'https://mail.google.com', true],
    ['no other site', 'discord  ', 'https://chat.example', false],
  ])('%s', (_, scope, origin, belongs) => {
    expect(isScopeOf(scope, { origin, adapter: null })).toBe(belongs);
  });

  test('the site where its app was seen, when it may be anywhere', () => {
    const site = { origin: 'https://matrix.example', adapter: 'cinny' };
    expect(isScopeOf('cinny  @me', site)).toBe(true);
    expect(isScopeOf('cinny  @me', { ...site, adapter: 'converse' })).toBe(false);
  });
});
