// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { installGuard } from '../guard';
import { makeClaims } from './claims';

const page = vi.fn();
const claims = makeClaims();
// As in a page: the guard is older than the page's own listeners.
installGuard(window).hear = (event) => claims.hear(event);
for (const type of ['keydown', 'keyup', 'mousemove', 'mouseup', 'pointerdown']) {
  window.addEventListener(type, page, true);
}
let host: HTMLElement;
let composer: HTMLElement;
let inside: ReturnType<typeof vi.fn<(event: Event) => void>>;
let shortcut: ReturnType<typeof vi.fn<() => void>>;

/** Happy DOM marks every made event as untrusted; a person's are trusted. */
function person<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { get: () => true });
  return event;
}

function press(target: Element, type: string, init: KeyboardEventInit): KeyboardEvent {
  const event = person(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }));
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  host = document.createElement('div');
  composer = document.createElement('div');
  document.body.replaceChildren(host, composer);
  inside = vi.fn<(event: Event) => void>();
  shortcut = vi.fn<() => void>();
  page.mockClear();
});

test('without a claim the page gets everything, untouched', () => {
  const event = press(host, 'keydown', { code: 'KeyT', altKey: true, shiftKey: true });
  expect(page).toHaveBeenCalledTimes(1);
  expect(event.defaultPrevented).toBe(false);
});

test('events of a claimed host reach the handler alone and keep their default action', () => {
  claims.claim(host, { inside, shortcut });
  const event = press(host, 'keydown', { code: 'Tab' });
  press(host, 'keyup', { code: 'Tab' });
  expect([page.mock.calls.length, inside.mock.calls.length]).toEqual([0, 2]);
  expect(event.defaultPrevented).toBe(false);
});

test('events elsewhere reach the page alone', () => {
  claims.claim(host, { inside, shortcut });
  press(composer, 'keydown', { code: 'KeyA' });
  expect([page.mock.calls.length, inside.mock.calls.length]).toEqual([1, 0]);
});

test('Alt+Shift+T is the card’s, pressed anywhere, while one is shown', () => {
  claims.claim(host, { inside, shortcut });
  const init = { code: 'KeyT', altKey: true, shiftKey: true };
  expect(press(composer, 'keydown', init).defaultPrevented).toBe(true);
  press(composer, 'keyup', init);
  expect([page.mock.calls.length, shortcut.mock.calls.length]).toEqual([0, 1]);
});

test('a key that went down in the card is kept until it comes up, even after the card is gone', () => {
  claims.claim(host, { inside, shortcut });
  press(host, 'keydown', { code: 'Enter' });
  claims.release(host);
  const repeated = press(composer, 'keydown', { code: 'Enter', repeat: true });
  press(composer, 'keyup', { code: 'Enter' });
  expect(page).not.toHaveBeenCalled();
  expect(repeated.defaultPrevented).toBe(true);
  press(composer, 'keydown', { code: 'Enter' });
  expect(page).toHaveBeenCalledTimes(1);
});

test('a drag that began on the page stays the page’s, also over the card', () => {
  claims.claim(host, { inside, shortcut });
  const moves = ['mousemove', 'mouseup', 'mousemove'];
  composer.dispatchEvent(person(new PointerEvent('pointerdown', { bubbles: true })));
  for (const type of moves) host.dispatchEvent(person(new MouseEvent(type, { bubbles: true })));
  expect(page.mock.calls.map(([event]) => event.type)).toEqual([
    'pointerdown',
    'mousemove',
    'mouseup',
  ]);
});

test.each([
  ['mousemove', 1, 1],
  ['mouseup', 0, 1],
  ['mousemove', 0, 0],
])('before any press was seen, %s with buttons %i is the page’s: %i', (type, buttons, seen) => {
  const early = makeClaims();
  early.claim(host, { inside, shortcut });
  const event = person(new MouseEvent(type, { buttons }));
  Object.defineProperty(event, 'target', { get: () => host });
  const stopped = vi.spyOn(event, 'stopImmediatePropagation');
  early.hear(event);
  expect(stopped).toHaveBeenCalledTimes(1 - seen);
});

test('events made by a script are kept from the page and not believed', () => {
  claims.claim(host, { inside, shortcut });
  host.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
  expect([page.mock.calls.length, inside.mock.calls.length]).toEqual([0, 0]);
});

test('releasing another host changes nothing', () => {
  claims.claim(host, { inside, shortcut });
  claims.release(composer);
  press(host, 'keydown', { code: 'Tab' });
  press(host, 'keyup', { code: 'Tab' });
  expect(page).not.toHaveBeenCalled();
});
