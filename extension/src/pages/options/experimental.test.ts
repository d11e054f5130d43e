// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { byId } from '../shared/el';
import { experimentalPart } from './experimental';
import type { View } from './view';

const APPS = adapters
  .filter(({ status }) => status === 'experimental')
  .map(({ id, name }) => ({ id, name }));
const sendMessage = vi.fn(async () => ({}));

beforeEach(() => {
  sendMessage.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
});

function draw(...experimental: string[]) {
  const state = { settings: { ...DEFAULT_SETTINGS, experimental }, experimental: APPS };
  const view = { state, update: async () => {} } as unknown as View;
  document.body.replaceChildren(experimentalPart(view));
}

const asked = (...experimental: string[]) =>
  expect(sendMessage).toHaveBeenLastCalledWith({
    name: 'page:settings',
    request: { change: { experimental } },
  });

test.each(APPS)('$name is off at first, with a reason of its own', ({ id }) => {
  draw();
  const tick = byId(`app-${id}`);
  expect(tick.hasAttribute('checked')).toBe(false);
  expect(tick.closest('div')?.querySelector('p')?.textContent).not.toBe('');
});

test('each is chosen by itself', () => {
  draw('reddit');
  byId('app-instagram').click();
  asked('reddit', 'instagram');
  byId('app-reddit').click();
  asked();
});
