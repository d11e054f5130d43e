// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Typing } from './typing';

let stop: AbortController;
let typing: Typing;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  stop = new AbortController();
  document.body.innerHTML =
    '<form class="composer"><div contenteditable><b></b></div><textarea></textarea></form><input>';
  typing = new Typing('.composer textarea, .composer [contenteditable]', stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const on = (selector: string, type: string) =>
  document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));

test('nobody has typed yet', () => {
  expect(typing.quietFor()).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['textarea', 'keydown'],
  ['textarea', 'input'],
  ['b', 'input'],
])('in %s, %s is typing', (selector, type) => {
  on(selector, type);
  vi.advanceTimersByTime(700);
  expect(typing.quietFor()).toBe(700);
});

test('elsewhere it is not, and a click is not', () => {
  on('input', 'keydown');
  on('textarea', 'click');
  expect(typing.quietFor()).toBe(Number.POSITIVE_INFINITY);
});

test('after the end nothing is noted', () => {
  stop.abort();
  on('textarea', 'input');
  expect(typing.quietFor()).toBe(Number.POSITIVE_INFINITY);
});
