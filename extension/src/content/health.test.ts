import { describe, expect, test } from 'vitest';
import { Health, type Look } from './health';

const look = (change: Partial<Look>): Look => ({
  ...{ boxes: 1, lists: 1, filled: true, settled: 100, abstained: 0 },
  ...change,
});

describe('health', () => {
  test('has nothing to say of a list that can be told', () => {
    const health = new Health('a');
    expect(health.judge(look({ abstained: 2 }), 0)).toBeNull();
    expect(health.doubtful).toBe(false);
    expect(health.lookAgainMs).toBeNull();
  });

  test('doubts at once where more than two in a hundred abstain, and says so after five seconds', () => {
    const health = new Health('a');
    expect(health.judge(look({ abstained: 3 }), 0)).toBeNull();
    expect(health.doubtful).toBe(true);
    expect(health.lookAgainMs).toBe(5000);
    expect(health.judge(look({ abstained: 3 }), 4999)).toBeNull();
    expect(health.judge(look({ abstained: 3 }), 5000)).toEqual({
      ...{ adapter: 'a', trouble: 'no-direction', rows: 100, abstained: 3 },
    });
    expect(health.judge(look({ abstained: 3 }), 6000)).toBeNull();
    expect(health.lookAgainMs).toBeNull();
  });

  test('of rows that are told after all is well again, and says so once', () => {
    const health = new Health('a');
    health.judge(look({ abstained: 50 }), 0);
    health.judge(look({ abstained: 50 }), 5000);
    expect(health.judge(look({}), 6000)).toMatchObject({ trouble: null });
    expect(health.doubtful).toBe(false);
    expect(health.judge(look({}), 7000)).toBeNull();
  });

  test('waits a minute for rows in a list that is not empty', () => {
    const health = new Health('a');
    expect(health.judge(look({ settled: 0 }), 0)).toBeNull();
    expect(health.doubtful).toBe(false);
    expect(health.lookAgainMs).toBe(60_000);
    expect(health.judge(look({ settled: 0 }), 59_999)).toBeNull();
    expect(health.judge(look({ settled: 0 }), 60_000)).toMatchObject({ trouble: 'no-rows' });
    expect(health.doubtful).toBe(true);
  });

  test('counts the minute anew after rows were seen', () => {
    const health = new Health('a');
    health.judge(look({ settled: 0 }), 0);
    health.judge(look({}), 30_000);
    health.judge(look({ settled: 0 }), 40_000);
    expect(health.judge(look({ settled: 0 }), 99_999)).toBeNull();
    expect(health.judge(look({ settled: 0 }), 100_000)).toMatchObject({ trouble: 'no-rows' });
  });

  test('takes an empty list for an empty list', () => {
    const health = new Health('a');
    health.judge(look({ settled: 0, filled: false }), 0);
    expect(health.judge(look({ settled: 0, filled: false }), 100_000)).toBeNull();
  });
});
