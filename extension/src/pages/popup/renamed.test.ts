// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { OpenChat } from '../../shared/messages';
import { byId } from '../shared/el';
import { chat } from '../week/sample';
import { renamedPart } from './renamed';
import type { View } from './view';

const CHAT: OpenChat = {
  ref: { adapter: 'whatsapp', host: '', account: '', conversation: 'Ana Maria' },
  kind: 'unknown',
  label: 'Ana Maria',
  practice: false,
  byTitle: true,
  practiceNow: null,
};
const ANA = chat({ id: 'A'.repeat(22), name: 'Ana' });
const KIM = chat({ id: 'K'.repeat(22), name: 'Kim' });
const VIEW = { update: async () => {}, state: { chats: [KIM, ANA] } } as unknown as View;
const sendMessage = vi.fn(async () => ({}));

beforeEach(() => {
  sendMessage.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
});

function ask(...chats: string[]) {
  document.body.replaceChildren(renamedPart(CHAT, 0, { ask: true, chats }, VIEW));
}

const answered = (from: string | null) =>
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
    name: 'page:renamed',
    request: { chat: CHAT, from },
  });

test('one missing chat is asked about by its name', () => {
  ask(ANA.id);
  expect(document.querySelector('h2')?.textContent).toBe('Has Ana a new name here?');
  const buttons = [...document.querySelectorAll('button')].map((one) => one.textContent);
  expect(buttons).toEqual(['Yes, go on counting', 'No, another chat']);
  byId(`renamed-0-${ANA.id}`).click();
  answered(ANA.id);
});

test('no means none of them', () => {
  ask(ANA.id, KIM.id);
  expect(document.querySelector('h2')?.textContent).toBe('Has one of these chats a new name here?');
  const buttons = [...document.querySelectorAll('button')].map((one) => one.textContent);
  expect(buttons).toEqual(['Yes, Ana', 'Yes, Kim', 'No, another chat']);
  byId('renamed-0-no').click();
  answered(null);
});
