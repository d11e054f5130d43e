// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { AppState } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { apply } from './state';

test('every page says when there is no room left, kindly, until there is', () => {
  document.body.innerHTML = '<div id="notice"></div>';
  const state = (storageFull: boolean) =>
    ({ settings: DEFAULT_SETTINGS, storageFull }) as unknown as AppState;
  apply(state(true));
  expect(document.body.textContent).toContain('no room left');
  expect(document.body.textContent).toContain('What was counted is safe.');
  apply(state(false));
  expect(document.body.textContent).toBe('');
});
