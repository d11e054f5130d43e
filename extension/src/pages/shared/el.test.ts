// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { byId, el, redraw } from './el';

test('texts stay texts, and what is absent is left out', () => {
  const made = el('p', { class: 'a', hidden: false, id: null }, '<b>x</b>', null, false, el('i'));
  expect(made.outerHTML).toBe('<p class="a">&lt;b&gt;x&lt;/b&gt;<i></i></p>');
});

test('a function becomes a listener', () => {
  const click = vi.fn();
  el('button', { click }).click();
  expect(click).toHaveBeenCalledTimes(1);
});

test('drawing anew keeps the focus and what was opened', () => {
  const draw = () => [el('button', { id: 'one' }, 'One'), el('details', { id: 'more' })];
  redraw(document.body, ...draw());
  byId('one').focus();
  byId('more').setAttribute('open', '');
  redraw(document.body, ...draw());
  expect(document.activeElement?.id).toBe('one');
  expect(byId('more').hasAttribute('open')).toBe(true);
});

test('a missing element is named', () => {
  expect(() => byId('nowhere')).toThrow('#nowhere');
});
