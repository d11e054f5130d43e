// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { installGuard } from './guard';

const guard = installGuard(window);
const page = vi.fn();
const GUARDED = ['keydown', 'beforeinput', 'compositionend', 'click', 'mouseleave', 'wheel'].concat(
  ['lostpointercapture', 'touchmove', 'focusout', 'paste', 'dragstart', 'drop'],
);

test('while nobody hears, the page gets everything, untouched', () => {
  window.addEventListener('click', page, { once: true });
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  expect(page).toHaveBeenCalledTimes(1);
  expect(event.defaultPrevented).toBe(false);
});

test.each(GUARDED)('%s is heard before the page hears it', (type) => {
  const order: string[] = [];
  guard.hear = () => order.push('guard');
  window.addEventListener(type, () => order.push('page'), { capture: true, once: true });
  document.body.dispatchEvent(new Event(type, { bubbles: true }));
  expect(order).toEqual(['guard', 'page']);
});

test('what is listened to costs a page no speed', () => {
  const options = new Map<string, AddEventListenerOptions>();
  const addEventListener = (type: string, _: unknown, given: AddEventListenerOptions) =>
    options.set(type, given);
  installGuard({ addEventListener } as never);
  expect(options.get('pointerrawupdate')).toBeUndefined();
  const passive = [...options].filter(([, { passive }]) => passive).map(([type]) => type);
  const scrolling = 'wheel mousewheel touchstart touchmove touchend touchcancel';
  expect(passive).toEqual(scrolling.split(' '));
  expect([...options.values()].every(({ capture }) => capture)).toBe(true);
});
