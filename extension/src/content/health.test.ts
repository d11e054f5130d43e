import { describe, expect, test } from 'vitest';
import { type Look, newHealth } from './health';

const look = (change: Partial<Look>): Look => ({
  ...{ boxes: 1, listless: 0, nameless: 0, filled: true, tooMany: false, adrift: 0 },
  ...{ matched: 100, hollow: 0, settled: 100, keyless: 0, sideless: 0 },
  ...change,
});

describe('health', () => {
  test('has nothing to say of a list that can be told', () => {
    const health = newHealth();
    expect(health.judge(look({ sideless: 2 }), 0)).toBe(false);
    expect(health.isDoubtful()).toBe(false);
    expect(health.lookAgainMs()).toBeNull();
  });

  test('doubts at once where more than two in a hundred abstain, and says so after five seconds', () => {
    const health = newHealth();
    expect(health.judge(look({ sideless: 3 }), 0)).toBe(false);
    expect(health.isDoubtful()).toBe(true);
    expect(health.lookAgainMs()).toBe(5000);
    expect(health.judge(look({ sideless: 3 }), 4999)).toBe(false);
    expect(health.judge(look({ sideless: 3 }), 5000)).toBe(true);
    expect(health.trouble).toBe('no-direction');
    expect(health.judge(look({ sideless: 3 }), 6000)).toBe(false);
    expect(health.lookAgainMs()).toBeNull();
  });

  test('of rows that are told after all is well again, and says so once', () => {
    const health = newHealth();
    health.judge(look({ sideless: 50 }), 0);
    health.judge(look({ sideless: 50 }), 5000);
    expect(health.judge(look({}), 6000)).toBe(true);
    expect(health.trouble).toBe(null);
    expect(health.isDoubtful()).toBe(false);
    expect(health.judge(look({}), 7000)).toBe(false);
  });

  test('waits a minute for rows in a list that is not empty', () => {
    const health = newHealth();
    expect(health.judge(look({ matched: 0, settled: 0 }), 0)).toBe(false);
    expect(health.isDoubtful()).toBe(false);
    expect(health.lookAgainMs()).toBe(55_000);
    expect(health.judge(look({ matched: 0, settled: 0 }), 54_999)).toBe(false);
    expect(health.judge(look({ matched: 0, settled: 0 }), 55_000)).toBe(true);
    expect(health.trouble).toBe('no-rows');
    expect(health.isDoubtful()).toBe(true);
  });

  test('counts the minute anew after rows were seen', () => {
    const health = newHealth();
    health.judge(look({ matched: 0, settled: 0 }), 0);
    health.judge(look({}), 30_000);
    health.judge(look({ matched: 0, settled: 0 }), 40_000);
    expect(health.judge(look({ matched: 0, settled: 0 }), 94_999)).toBe(false);
    expect(health.judge(look({ matched: 0, settled: 0 }), 95_000)).toBe(true);
    expect(health.trouble).toBe('no-rows');
  });

  test('takes an empty list for an empty list', () => {
    const health = newHealth();
    health.judge(look({ matched: 0, settled: 0, filled: false }), 0);
    expect(health.judge(look({ matched: 0, settled: 0, filled: false }), 100_000)).toBe(false);
  });

  test('does not take a list of system lines for a broken one', () => {
    const health = newHealth();
    health.judge(look({ matched: 3, settled: 0 }), 0);
    expect(health.judge(look({ matched: 3, settled: 0 }), 100_000)).toBe(false);
  });

  test('takes rows that have lost what a message holds for a broken list', () => {
    const health = newHealth();
    health.judge(look({ matched: 3, hollow: 3, settled: 0 }), 0);
    expect(health.judge(look({ matched: 3, hollow: 3, settled: 0 }), 55_000)).toBe(true);
    expect(health.trouble).toBe('no-rows');
  });

  test('tells rows without a key from rows without a direction', () => {
    const health = newHealth();
    health.judge(look({ keyless: 3, sideless: 3 }), 0);
    expect(health.judge(look({ keyless: 3, sideless: 3 }), 5000)).toBe(true);
    expect(health.trouble).toBe('no-key');
  });

  test.each([
    ['no-list', { boxes: 0, listless: 1 }],
    ['no-conversation', { boxes: 0, nameless: 1 }],
  ] as const)('waits a minute before it says %s', (trouble, found) => {
    const health = newHealth();
    health.judge(look({ ...found, matched: 0, settled: 0 }), 0);
    expect(health.judge(look({ ...found, matched: 0, settled: 0 }), 54_999)).toBe(false);
    expect(health.judge(look({ ...found, matched: 0, settled: 0 }), 55_000)).toBe(true);
    expect(health.trouble).toBe(trouble);
  });

  test('says nothing of one that cannot be named beside one that can', () => {
    const health = newHealth();
    health.judge(look({ nameless: 1, listless: 1 }), 0);
    expect(health.judge(look({ nameless: 1, listless: 1 }), 100_000)).toBe(false);
  });

  test('says at once that there are too many rows', () => {
    const health = newHealth();
    expect(health.judge(look({ tooMany: true }), 0)).toBe(true);
    expect(health.trouble).toBe('too-many');
    expect(health.isDoubtful()).toBe(true);
  });
});
