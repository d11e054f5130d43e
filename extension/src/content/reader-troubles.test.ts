// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import {
  MadeUpBox,
  pageForEach,
  pass,
  row,
  rows,
  SETTLED,
  START,
  settle,
  startReader,
} from '../made-up/page';

const here = pageForEach();

describe('a page that is reloaded', () => {
  test('is delivered anew: the ledger knows what it had', async () => {
    new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    here.stop.abort();
    here.stop = new AbortController();
    startReader(here.stop);
    await settle();
    expect(here.background.told).toEqual(['ines: a b', 'ines: a b']);
  });

  test('of an extension that is gone is left alone', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    here.background.away = true;
    Object.assign(chrome.runtime, { id: undefined });
    box.list.append(row('b', 'in', 5));
    await settle();
    expect(here.stop.signal.aborted).toBe(true);
    const before = here.background.asked.length;
    box.list.append(row('c', 'in', 6));
    await settle();
    expect(here.background.asked).toHaveLength(before);
  });
});

describe('a background that is away', () => {
  test('is told everything when it is back, in order and once', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    here.background.away = true;
    box.list.append(row('b', 'in', 5));
    await settle();
    box.list.append(row('c', 'out', 6));
    await settle();
    here.background.away = false;
    await pass(60_000);
    await settle();
    expect(here.background.told).toEqual(['ines: a', 'ines: b', 'ines: c']);
  });
});

describe('health', () => {
  const unknown = (keys: string) => keys.split(' ').map((key, i) => row(key, null, 20 + i));

  test('holds everything back while directions cannot be told, and says so', async () => {
    const box = new MadeUpBox('ines', [...rows('a b'), ...unknown('x')]);
    startReader(here.stop);
    await settle();
    expect(here.background.told).toEqual([]);
    await pass(10_000);
    expect(here.background.health.map(({ trouble }) => trouble)).toEqual(['no-direction']);
    box.list.append(row('c', 'in', 30));
    await pass(60_000);
    expect(here.background.told).toEqual([]);
  });

  test('tells what was held back as soon as it can be told', async () => {
    const box = new MadeUpBox('ines', rows('a b'));
    startReader(here.stop);
    await settle();
    const appeared = Date.now();
    box.list.append(row('c', null, 30));
    await pass(4 * SETTLED);
    box.list.lastElementChild?.replaceWith(row('c', 'out', 30));
    await settle();
    await settle();
    expect(here.background.told.slice(1)).toEqual(['ines: c']);
    // Not when its direction became known: when it appeared.
    const [stretch] = here.background.delivered[1]?.stretches ?? [];
    expect(stretch?.rows[0]?.notBefore).toBe(appeared);
  });

  test('of a list without rows for a minute is told, and well again with the first row', async () => {
    const box = new MadeUpBox('ines');
    box.list.append(document.createElement('converse-spinner'));
    startReader(here.stop);
    await settle();
    await pass(61_000);
    expect(here.background.health.map(({ trouble }) => trouble)).toEqual(['no-rows']);
    box.list.append(row('a'));
    await settle();
    await settle();
    expect(here.background.health.map(({ trouble }) => trouble)).toEqual(['no-rows', null]);
    expect(here.background.told).toEqual(['ines: a']);
  });
});

describe('a page out of view', () => {
  test('may have drawn late: what it shows on return came since it was hidden', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const hidden = Date.now();
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(600_000);
    box.list.append(row('b', 'in', 600));
    state.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    state.mockRestore();
    expect(here.background.delivered[1]?.stretches[0]?.rows[0]?.notBefore).toBe(hidden);
  });
});

describe('a page that is left', () => {
  test('is looked at once more: what came a moment ago may never be shown again', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    box.list.append(row('b', 'in', 5));
    await pass(50);
    dispatchEvent(new Event('pagehide'));
    await pass(0);
    expect(here.background.told).toEqual(['ines: a', 'ines: b']);
  });
});

describe('an answer that was on its way when the chat was chosen', () => {
  test('is asked for anew', async () => {
    const send = chrome.runtime.sendMessage as (envelope: { name: string }) => Promise<unknown>;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const sendMessage = async (envelope: { name: string }) => {
      const answer = await send(envelope);
      if (envelope.name === 'content:conversation' && ++asked === 1) await held;
      return answer;
    };
    Object.assign(chrome.runtime, { sendMessage });
    here.background.state = 'not-chosen';
    new MadeUpBox('ines', rows('a'));
    const { reader } = startReader(here.stop);
    await settle();
    here.background.state = 'counting';
    const refreshed = reader.refresh();
    release();
    await settle();
    await refreshed;
    expect(here.background.told).toEqual(['ines: a']);
  });
});

describe('a clock that is set back', () => {
  test('holds up nothing: how long a list has stood is told by another', async () => {
    const box = new MadeUpBox('ines', rows('a'));
    startReader(here.stop);
    await settle();
    vi.setSystemTime(START - 3_600_000);
    box.list.append(row('b', 'in', 5));
    new MadeUpBox('kim', rows('c'));
    await settle();
    expect(here.background.told.sort()).toEqual(['ines: a', 'ines: b', 'kim: c']);
  });
});
