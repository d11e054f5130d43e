// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { OpenChat } from '../../shared/messages';
import { byId } from '../shared/el';
import { includePart } from './include';
import type { View } from './view';

const CHAT: OpenChat = {
  ref: { adapter: 'converse', host: '', account: 'a', conversation: 'b' },
  kind: 'unknown',
  label: 'Ana Müller',
  practice: false,
  practiceNow: null,
};
const sendMessage = vi.fn(async () => ({}));

/** Including asks nothing of the rest of the popup. */
const VIEW = { update: async () => {} } as unknown as View;

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
