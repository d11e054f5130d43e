// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { AboutChat, OpenChat } from '../../shared/messages';
import { byId } from '../shared/el';
import { chat } from '../week/sample';
import { includePart } from './include';
import type { View } from './view';

const CHAT: OpenChat = {
  ref: { adapter: 'converse', host: '', account: 'a', conversation: 'b' },
  kind: 'unknown',
  label: 'Ana Müller',
  practice: false,
  byTitle: false,
  practiceNow: null,
};
const sendMessage = vi.fn(async () => ({}));

const ABOUT = { chosen: null, limits: [], earlier: { ask: false, chats: [] } };

function view(about: Partial<AboutChat> = {}): View {
  const open = { about: [{ ...ABOUT, ...about }] };
  return { update: async () => {}, open, state: { chats: [chat()] } } as unknown as View;
}

const VIEW = view();

beforeEach(() => {
  sendMessage.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
});

function asked() {
  return sendMessage.mock.calls.at(-1)?.at(0);
}

test('where one-to-one cannot be told, it is asked first', () => {
  document.body.replaceChildren(includePart(CHAT, 0, VIEW));
  expect(byId('include-0').hasAttribute('disabled')).toBe(true);
  byId('include-0-kind-one').click();
  byId('include-0').click();
  const request = { chat: CHAT, name: null, bond: null, kind: 'one' };
  expect(asked()).toEqual({ name: 'page:include', request });
});

test('the name on the page is kept when the person asks for it, and not before', () => {
  document.body.replaceChildren(includePart({ ...CHAT, kind: 'one' }, 0, VIEW));
  expect(document.querySelector('input')?.value).toBe('');
  document.querySelector<HTMLButtonElement>('button.plain')?.click();
  byId('include-0-bond-friend').click();
  byId('include-0').click();
  expect(asked()).toMatchObject({ request: { name: 'Ana Müller', bond: 'friend', kind: 'one' } });
});

test('what the app does not show is said before the chat is chosen', () => {
  document.body.replaceChildren(includePart(CHAT, 0, view({ limits: ['by-title', 'seen-times'] })));
  expect(document.body.textContent).toContain('two chats of one name are one');
  expect(document.body.textContent).toContain('Times are when');
  document.body.replaceChildren(includePart(CHAT, 0, VIEW));
  expect(document.body.textContent).not.toContain('Times are when');
});

test('a chat that was chosen under another name can be picked, and goes on', () => {
  const { id } = chat();
  document.body.replaceChildren(includePart(CHAT, 0, VIEW));
  expect(document.querySelector('#earlier-0')).toBeNull();
  const earlier = { ask: false, chats: [id] };
  document.body.replaceChildren(includePart(CHAT, 0, view({ earlier })));
  byId(`earlier-0-${id}`).click();
  expect(asked()).toEqual({ name: 'page:renamed', request: { chat: CHAT, from: id } });
});
