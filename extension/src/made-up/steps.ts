/** A background worker that ends between any two of its steps, made up for tests. */
import { vi } from 'vitest';

const STORE = ['get', 'getAll', 'getAllKeys', 'put', 'delete', 'openCursor'] as const;
/** Not `continue`: idb knows it by its identity. */
const CURSOR = ['update', 'delete'] as const;

/**
 * Runs `work` with the worker ended at its first step, then at its second, and so on until it got
 * through. After each end `retry` is called, as a new worker would be.
 *
 * @returns at how many steps it was ended
 */
export async function endedAtEachStep(
  prepare: () => Promise<void>,
  work: () => Promise<unknown>,
  retry: () => Promise<void>,
): Promise<number> {
  for (let last = 1; ; last++) {
    await prepare();
    const ended = await endedAt(last, work);
    if (!ended) return last - 1;
    await retry();
  }
}

export async function endedAt(last: number, work: () => Promise<unknown>): Promise<boolean> {
  let steps = 0;
  /** From the last step on nothing works any more; what was not committed is gone. */
  const isOver = (tx?: IDBTransaction): boolean => {
    if (++steps < last) return false;
    if (steps === last && tx?.mode === 'readwrite') queueMicrotask(() => tx.abort());
    return true;
  };
  watchStores(isOver);
  watchCursors(isOver);
  watchStorage(isOver);
  watchServer(isOver);
  try {
    await work();
    return false;
  } catch (error) {
    if (steps < last) throw error;
    return true;
  } finally {
    vi.restoreAllMocks();
  }
}

type IsOver = (tx?: IDBTransaction) => boolean;
const END = 'The worker was ended.';

function watchStores(isOver: IsOver): void {
  for (const name of STORE) {
    const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
    const watched = function (this: IDBObjectStore, ...args: unknown[]): unknown {
      return isOver(this.transaction) ? Promise.reject(new Error(END)) : original.apply(this, args);
    };
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(watched as never);
  }
}

function watchCursors(isOver: IsOver): void {
  for (const name of CURSOR) {
    const original = IDBCursor.prototype[name] as (...args: unknown[]) => unknown;
    const watched = function (this: IDBCursor, ...args: unknown[]): unknown {
      const { transaction } = this.source as IDBObjectStore;
      if (isOver(transaction)) throw new Error(END);
      return original.apply(this, args);
    };
    vi.spyOn(IDBCursor.prototype, name).mockImplementation(watched as never);
  }
}

/** It may end before the server is asked, and before its answer comes. */
function watchServer(isOver: IsOver): void {
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...args) => {
    if (isOver()) throw new TypeError(END);
    const reply = await fetch(...args);
    if (isOver()) throw new TypeError(END);
    return reply;
  });
}

function watchStorage(isOver: IsOver): void {
  const { local } = chrome.storage;
  for (const name of ['get', 'set'] as const) {
    const original = local[name].bind(local) as (...args: unknown[]) => Promise<unknown>;
    const watched = (...args: unknown[]) =>
      isOver() ? Promise.reject(new Error(END)) : original(...args);
    vi.spyOn(local, name).mockImplementation(watched as never);
  }
  const sign = crypto.subtle.sign.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'sign').mockImplementation((...args) =>
    isOver() ? Promise.reject(new Error(END)) : sign(...args),
  );
}
