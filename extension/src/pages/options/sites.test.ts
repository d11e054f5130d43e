// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { SiteInfo } from '../../shared/messages';
import { health } from './sites';

const SITE: SiteInfo = { origin: 'https://chat.example', adapter: 'converse', trouble: null };
const told = (change: Partial<SiteInfo>, managed = false) =>
  health({ ...SITE, ...change }, managed, 'UTC');

test('a site says with what it is read, or that nothing was seen yet', () => {
  expect(told({})).toContain('“converse”');
  expect(told({ adapter: null })).toContain('No app that Toward knows has been seen here yet');
});

test('the trouble that was last told comes first, with its time', () => {
  const at = Date.UTC(2026, 10, 22, 12, 30);
  const text = told({ trouble: { what: 'no-rows', at } });
  expect(text).toContain('could not be found');
  expect(text).toMatch(/Last told .*2026.*12:30/);
});

test('an administrator’s Toward counts nothing', () => {
  expect(told({}, true)).toContain('administrator');
});
