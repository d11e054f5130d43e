import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settling as makeSettling, slices } from './schedule';

const QUIET = 100;
let ran: number[];
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  ran = [];
  stop = new AbortController();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function settling(work: (began: number) => Promise<void> = async (began) => void ran.push(began)) {
  return makeSettling(work, QUIET, stop.signal);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Work that lasts until `done` is called. */
function slow(): { work: (began: number) => Promise<void>; done: () => void } {
  let done = () => {};
  const work = (began: number) => {
    ran.push(began);
    return new Promise<void>((resolve) => {
      done = resolve;
    });
  };
  return { work, done: () => done() };
}

describe('settling', () => {
  test('waits for quiet, and tells when the changes began', async () => {
    const one = settling();
    one.touch();
    await pass(60);
    one.touch();
    await pass(99);
    expect(ran).toEqual([]);
    await pass(1);
    expect(ran).toEqual([0]);
  });

  test('does not wait for ever where there is never quiet', async () => {
    const one = settling();
    for (let i = 0; i < 20; i++) {
      one.touch();
      await pass(50);
    }
    expect(ran).toEqual([0, 500]);
  });

  test('begins anew after each run', async () => {
    const one = settling();
    one.touch();
    await pass(1000);
    one.touch();
    await pass(100);
    expect(ran).toEqual([0, 1000]);
  });

  test('never runs twice at a time, and forgets no change that came meanwhile', async () => {
    const { work, done } = slow();
    const one = settling(work);
    one.touch();
    await pass(100);
    one.touch();
    await pass(300);
    expect(ran).toEqual([0]);
    done();
    await pass(100);
    expect(ran).toEqual([0, 100]);
  });

  test('asked to, works at once, after what is running', async () => {
    const { work, done } = slow();
    const one = settling(work);
    one.touch();
    await pass(100);
    const flushed = vi.fn();
    void one.flush().then(flushed);
    await pass(0);
    expect(ran).toHaveLength(1);
    done();
    await pass(0);
    expect(ran).toHaveLength(2);
    done();
    await pass(0);
    expect(flushed).toHaveBeenCalled();
  });

  test('goes on after a failure, which stays in our own console', async () => {
    const said = vi.spyOn(console, 'debug').mockImplementation(() => {});
    let fails = true;
    const one = settling(async (began) => {
      ran.push(began);
      if (fails) throw new Error('no');
    });
    one.touch();
    await pass(100);
    fails = false;
    one.touch();
    await pass(100);
    expect(ran).toEqual([0, 100]);
    expect(said).toHaveBeenCalledOnce();
  });

  test('ends with its signal', async () => {
    const one = settling();
    one.touch();
    stop.abort();
    one.touch();
    await pass(1000);
    expect(ran).toEqual([]);
  });
});

describe('slices', () => {
  test('pause after their time, and begin anew after the pause', async () => {
    const pause = slices(8);
    expect(pause()).toBeNull();
    await pass(8);
    const waiting = pause();
    expect(waiting).toBeInstanceOf(Promise);
    await pass(0);
    await waiting;
    expect(pause()).toBeNull();
  });
});
