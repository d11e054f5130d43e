// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typing, type Writing } from './typing';

/** Longer than any quiet: since the clock's own beginning. */
const NEVER = 1_000_000;

let stop: AbortController;
let writing: Writing;
const quietFor = () => Date.now() - writing.last;

beforeEach(() => {
  vi.useFakeTimers({ now: NEVER });
  stop = new AbortController();
  document.body.innerHTML =
    '<form class="composer"><div contenteditable><b></b></div><textarea></textarea></form><input>';
  writing = typing('.composer textarea, .composer [contenteditable]', stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const on = (selector: string, type: string) =>
  document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));

test('nobody has typed yet', () => {
  expect(quietFor()).toBe(NEVER);
});

test.each([
  ['textarea', 'keydown'],
  ['textarea', 'input'],
  ['b', 'input'],
])('in %s, %s is typing', (selector, type) => {
  on(selector, type);
  vi.advanceTimersByTime(700);
  expect(quietFor()).toBe(700);
});

test('elsewhere it is not, and a click is not', () => {
  on('input', 'keydown');
  on('textarea', 'click');
  expect(quietFor()).toBe(NEVER);
});

test('after the end nothing is noted', () => {
  stop.abort();
  on('textarea', 'input');
  expect(quietFor()).toBe(NEVER);
});

test('a rest begins a new spell', () => {
  for (const wait of [1_000, 5_000, 5_001, 0]) {
    on('textarea', 'input');
    vi.advanceTimersByTime(wait);
  }
  expect(writing.spell).toBe(2);
});
