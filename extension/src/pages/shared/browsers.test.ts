import { describe, expect, test } from 'vitest';
import type { AppState, Browser } from '../../shared/messages';
import { addedText, readersText } from './browsers';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const at = (time: string) => Date.parse(time);
const FIRST: Browser = { id: 1, created: at('2026-11-20T12:00:00Z'), lastUpload: NOW };
const second = (created: string, id = 2): Browser => ({
  id,
  created: at(created),
  lastUpload: null,
});

function state(browsers: Browser[], change = {}): AppState {
  const server = { account: 'a', device: 1, takenOff: false, browsers, ...change };
  return { server, now: NOW, zone: 'UTC' } as unknown as AppState;
}

describe('how many can read', () => {
  test.each([
    [[], ''],
    [[FIRST], 'Only this browser can read them.'],
    [[FIRST, second('2026-11-01T12:00:00Z')], '2 browsers can read them.'],
  ])('%j', (browsers, text) => {
    expect(readersText(state(browsers))).toBe(text);
  });

  test('is not told without an account, and by a browser that was taken off', () => {
    expect(readersText(state([FIRST], { account: null }))).toBe('');
    expect(readersText(state([FIRST], { takenOff: true }))).toBe('');
  });
});

describe('a pairing', () => {
  test.each([
    ['on its day', '2026-11-24T08:00:00Z', 'A browser was added on Tuesday.'],
    ['for seven days', '2026-11-17T12:00:01Z', 'A browser was added on Tuesday.'],
    ['last Thursday', '2026-11-19T12:00:00Z', 'A browser was added on Thursday.'],
  ])('is marked %s', (_, created, text) => {
    expect(addedText(state([FIRST, second(created)]))).toBe(
      `${text} If that was not you, take it off in the options.`,
    );
  });

  test('is not marked any more after seven days', () => {
    expect(addedText(state([FIRST, second('2026-11-17T12:00:00Z')]))).toBeNull();
  });

  test('tells the day of the home zone', () => {
    const zone = { ...state([FIRST, second('2026-11-19T23:30:00Z')]), zone: 'Europe/Berlin' };
    expect(addedText(zone)).toContain('on Friday');
  });

  test('is what adds a browser; opening the account is none', () => {
    expect(addedText(state([FIRST]))).toBeNull();
  });

  test('of this browser is told as such', () => {
    const own = state([FIRST, second('2026-11-23T08:00:00Z')], { device: 2 });
    expect(addedText(own)).toBe('This browser was added to the account on Monday.');
  });

  test('and another one are told together', () => {
    const two = [FIRST, second('2026-11-23T08:00:00Z', 3), second('2026-11-22T08:00:00Z')];
    expect(addedText(state(two))).toBe(
      '2 browsers were added, the last one on Monday. If that was not you, take them off in the options.',
    );
  });

  test('is not told where there is no account, and by a browser that was taken off', () => {
    const two = [FIRST, second('2026-11-23T08:00:00Z')];
    expect(addedText(state(two, { account: null }))).toBeNull();
    expect(addedText(state(two, { takenOff: true }))).toBeNull();
  });
});
