// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { byId, el } from '../shared/el';
import type { View } from './view';
import { noticePart } from './week-notice';

const sendMessage = vi.fn(async (_: object) => ({}));
const request = vi.fn(async () => true);
const remove = vi.fn(async () => true);
const refresh = vi.fn(async () => {});

beforeEach(() => {
  for (const mock of [sendMessage, request, remove, refresh]) mock.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage }, permissions: { request, remove } });
});

function draw(on: boolean): void {
  const state = { settings: { ...DEFAULT_SETTINGS, weekNotice: { on, hour: 9 } } };
  const view = { state, update: async () => {}, refresh } as unknown as View;
  document.body.replaceChildren(el('div', { id: 'notice' }), noticePart(view));
}

const kept = (weekNotice: object) =>
  expect(sendMessage).toHaveBeenLastCalledWith({
    name: 'page:settings',
    request: { change: { weekNotice } },
  });

test('is off by default; the browser is asked at the click, and only then it is on', async () => {
  expect(DEFAULT_SETTINGS.weekNotice).toEqual({ on: false, hour: 9 });
  draw(false);
  expect(document.getElementById('notice-hour')).toBeNull();
  byId('may-notify').click();
  expect(request).toHaveBeenCalledWith({ permissions: ['notifications'] });
  await vi.waitFor(() => kept({ on: true, hour: 9 }));
});

test('stays off where the browser says no, and says so', async () => {
  request.mockResolvedValueOnce(false);
  draw(false);
  byId('may-notify').click();
  await vi.waitFor(() => expect(byId('notice').textContent).toContain('did not allow'));
  expect(refresh).toHaveBeenCalledOnce();
  expect(sendMessage).not.toHaveBeenCalled();
});

test('gives the permission back when it is switched off', async () => {
  draw(true);
  byId('may-notify').click();
  await vi.waitFor(() => kept({ on: false, hour: 9 }));
  expect(remove).toHaveBeenCalledOnce();
});

test('comes at the hour that the person picks', () => {
  draw(true);
  const select = byId('notice-hour') as HTMLSelectElement;
  select.value = '19';
  select.dispatchEvent(new Event('change'));
  kept({ on: true, hour: 19 });
});
