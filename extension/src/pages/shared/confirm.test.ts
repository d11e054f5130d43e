// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { careful } from './confirm';
import { byId } from './el';

const act = vi.fn();

beforeEach(() => {
  act.mockClear();
  const choices = [{ words: 'Erase the day', act }];
  document.body.replaceChildren(careful('day', 'Erase this day', 'Every count goes.', choices));
});

test('the first press asks, and leaves the focus on the way back', () => {
  byId('day').click();
  expect(act).not.toHaveBeenCalled();
  expect(document.body.textContent).toContain('Every count goes.');
  expect(document.activeElement?.id).toBe('day-back');
});

test('going back does nothing and brings the button back', () => {
  byId('day').click();
  byId('day-back').click();
  expect(act).not.toHaveBeenCalled();
  expect(document.activeElement?.id).toBe('day');
});

test('the second press acts', () => {
  byId('day').click();
  byId('day-0').click();
  expect(act).toHaveBeenCalledTimes(1);
});
