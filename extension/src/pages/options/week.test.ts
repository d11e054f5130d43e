// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { AppState } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { weekPart } from './week';

const sent: unknown[] = [];

beforeEach(() => {
  sent.length = 0;
  const sendMessage = async (message: { request: unknown }) => {
    sent.push(message.request);
    return {};
  };
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
  const settings = { ...DEFAULT_SETTINGS, hiddenParts: ['felt', 'server-offer'] };
  const state = { settings } as unknown as AppState;
  document.body.replaceChildren(
    weekPart({ state, update: async () => {}, refresh: async () => {} }),
  );
});

const box = (id: string) => document.getElementById(`part-${id}`) as HTMLInputElement;

test('a part that was hidden for good can be brought back', () => {
  expect([box('letter').checked, box('felt').checked]).toEqual([true, false]);
  box('felt').click();
  expect(sent).toEqual([{ change: { hiddenParts: ['server-offer'] } }]);
});

test('a part can be hidden here too', () => {
  box('guess').click();
  expect(sent).toEqual([{ change: { hiddenParts: ['felt', 'server-offer', 'guess'] } }]);
});
