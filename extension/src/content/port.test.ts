import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Request } from '../shared/messages';
import { Port, sleep } from './port';

let stop: AbortController;
let asked: unknown[];
let answers: (() => unknown)[];
let runtime: { id: string | undefined; sendMessage: (message: unknown) => Promise<unknown> };

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  stop = new AbortController();
  asked = [];
  answers = [];
  runtime = {
    id: 'toward',
    async sendMessage(message) {
      asked.push(message);
      const answer = answers.shift();
      return answer ? answer() : { ok: true };
    },
  };
  Object.assign(globalThis, { chrome: { runtime } });
});

afterEach(() => vi.useRealTimers());

const rows = (key: string): Request<'content:rows'> => ({
  ref: { adapter: 'a', host: '', account: '', conversation: 'c' },
  stretches: [{ before: [key], rows: [], after: [] }],
  baseline: false,
  practiceNow: null,
});
const keys = () =>
  asked.map((one) => (one as { request: Request<'content:rows'> }).request.stretches[0]?.before[0]);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const gone = () => Promise.reject(new Error('Extension context invalidated.'));

describe('asking', () => {
  test('gives the answer', async () => {
    answers = [() => ({ adapters: [] })];
    expect(await new Port(stop).ask('content:hello', {})).toEqual({ adapters: [] });
  });

  test('gives nothing where nobody answers, and stays quiet', async () => {
    answers = [gone, () => undefined, () => ({ failed: 'It did not work.' })];
    const port = new Port(stop);
    for (let i = 0; i < 3; i++) expect(await port.ask('content:hello', {})).toBeNull();
    expect(stop.signal.aborted).toBe(false);
  });

  test('ends the script when its extension is gone, and asks no more', async () => {
    const port = new Port(stop);
    answers = [gone];
    runtime.id = undefined;
    expect(await port.ask('content:hello', {})).toBeNull();
    expect(stop.signal.aborted).toBe(true);
    await port.ask('content:hello', {});
    expect(asked).toHaveLength(1);
  });
});

describe('delivering', () => {
  test('insists until it is acknowledged, ever more slowly', async () => {
    answers = [gone, () => undefined, () => ({ failed: 'busy' })];
    const done = vi.fn();
    void new Port(stop).deliver(rows('a')).then(done);
    await pass(0);
    expect(keys()).toEqual(['a']);
    await pass(1000);
    expect(keys()).toHaveLength(2);
    await pass(2000);
    expect(keys()).toHaveLength(3);
    await pass(3999);
    expect(done).not.toHaveBeenCalled();
    await pass(1);
    expect(keys()).toHaveLength(4);
    expect(done).toHaveBeenCalled();
  });

  test('waits half a minute at most', async () => {
    answers = Array.from({ length: 40 }, () => gone);
    void new Port(stop).deliver(rows('a'));
    await pass(1000 + 2000 + 4000 + 8000 + 16_000);
    expect(keys()).toHaveLength(6);
    await pass(90_000);
    expect(keys()).toHaveLength(9);
  });

  test('keeps its order', async () => {
    answers = [gone, gone];
    const port = new Port(stop);
    for (const key of ['a', 'b', 'c']) void port.deliver(rows(key));
    await pass(10_000);
    expect(keys()).toEqual(['a', 'a', 'a', 'b', 'c']);
  });

  test('ends with the script', async () => {
    answers = Array.from({ length: 40 }, () => gone);
    const done = vi.fn();
    void new Port(stop).deliver(rows('a')).then(done);
    await pass(500);
    stop.abort();
    await pass(60_000);
    expect(keys()).toHaveLength(1);
    expect(done).toHaveBeenCalled();
  });
});

describe('sleeping', () => {
  test('ends early with its signal', async () => {
    const done = vi.fn();
    void sleep(1000, stop.signal).then(done);
    stop.abort();
    await pass(0);
    expect(done).toHaveBeenCalled();
    await sleep(1000, stop.signal);
  });

  test('leaves nothing behind on a signal that lasts', async () => {
    const left = new Set<unknown>();
    const { signal } = stop;
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = ((type: string, end: () => void, options: object) => {
      left.add(end);
      add(type, end, options);
    }) as never;
    signal.removeEventListener = ((_: string, end: () => void) => left.delete(end)) as never;
    for (let i = 0; i < 10; i++) {
      const slept = sleep(1000, signal);
      await pass(1000);
      await slept;
    }
    expect(left.size).toBe(0);
  });
});
