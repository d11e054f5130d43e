import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { forgetSecret } from './ids';
import { eraseLedger } from './ledger';
import { chosen, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { refreshRows } from './tally';
import { isTime, listen, nextNotice, noticeChanged, planNotice, tellWeek } from './week-notice';

const utc = (time: string) => Date.parse(`2026-${time.replace(' ', 'T')}:00Z`);
const UTC = [{ from: 0, zone: 'UTC' }];
const BERLIN = [{ from: 0, zone: 'Europe/Berlin' }];

describe('the hour on Monday', () => {
  test('is that of this week until it has passed', () => {
    // 23 November 2026 is a Monday.
    expect(nextNotice(utc('11-22 12:00'), 9, UTC)).toBe(utc('11-23 09:00'));
    expect(nextNotice(utc('11-23 08:59'), 9, UTC)).toBe(utc('11-23 09:00'));
    expect(nextNotice(utc('11-23 09:00'), 9, UTC)).toBe(utc('11-30 09:00'));
    expect(nextNotice(utc('11-23 00:30'), 0, UTC)).toBe(utc('11-30 00:00'));
  });

  test('is one of the home zone, before and after the clocks change', () => {
    // Berlin is two hours ahead of UTC up to Sunday, 25 October, then one.
    expect(nextNotice(utc('10-18 12:00'), 9, BERLIN)).toBe(utc('10-19 07:00'));
    expect(nextNotice(utc('10-24 12:00'), 9, BERLIN)).toBe(utc('10-26 08:00'));
  });

  test('is followed by the time to say it, to the end of that day', () => {
    expect(isTime(utc('11-23 07:59'), 9, BERLIN)).toBe(false);
    expect(isTime(utc('11-23 08:00'), 9, BERLIN)).toBe(true);
    expect(isTime(utc('11-23 22:59'), 9, BERLIN)).toBe(true);
    expect(isTime(utc('11-23 23:00'), 9, BERLIN)).toBe(false);
  });
});

describe('saying it', () => {
  const clicks: ((id: string) => void)[] = [];
  const create = vi.fn(async (_id: string, _options: object) => {});
  const alarms = { create: vi.fn(), clear: vi.fn() };
  const tabs = { create: vi.fn() };
  let allowed = true;
  let installType = 'normal';

  function world(settings: object = {}): void {
    installStorage({
      zones: UTC,
      secret: 'A'.repeat(43),
      settings: { weekNotice: { on: true, hour: 9 }, ...settings },
    });
    Object.assign(chrome, {
      alarms,
      tabs,
      management: { getSelf: async () => ({ installType }) },
      permissions: { contains: async () => allowed },
      runtime: { getURL: (path: string) => `toward://${path}` },
      notifications: {
        create,
        clear: vi.fn(),
        onClicked: { addListener: (one: (id: string) => void) => clicks.push(one) },
      },
    });
    chrome.i18n.getMessage = (name: string) => `[${name}]`;
  }

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    [allowed, installType] = [true, 'normal'];
    clicks.length = 0;
    world();
    forgetSecret();
    await eraseLedger();
    await chosen(NOON);
    await deliver([stretch([sighting('a', 'in', NOON + HOUR)])], NOON + HOUR);
    await refreshRows(NOON + HOUR);
    for (const mock of [create, alarms.create, alarms.clear, tabs.create]) mock.mockClear();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function at(time: string): Promise<number> {
    vi.setSystemTime(utc(time));
    await tellWeek();
    return create.mock.calls.length;
  }

  test('happens once a week, in words without a name or a figure', async () => {
    expect(await at('11-23 09:00')).toBe(1);
    expect(create.mock.calls[0]).toEqual([
      'week',
      {
        type: 'basic',
        iconUrl: 'toward://icons/128.png',
        title: '[name]',
        message: '[weekReady]',
      },
    ]);
    expect(await at('11-23 12:00')).toBe(1);
  });

  test('a computer that starts later that day says it then, and on no other day', async () => {
    expect(await at('11-24 09:00')).toBe(0);
    expect(await at('11-23 23:30')).toBe(1);
  });

  test('a week without a message is not announced', async () => {
    expect(await at('11-30 09:00')).toBe(0);
  });

  test.each([
    ['it is off', { weekNotice: { on: false, hour: 9 } }],
    ['discreet mode', { discreet: true }],
    ['a pause', { pausedUntil: 'open' }],
  ])('does not happen with %s, nor later that day unless that ends', async (_, settings) => {
    world(settings);
    expect(await at('11-23 09:00')).toBe(0);
    world();
    expect(await at('11-23 10:00')).toBe(1);
  });

  test('needs the browser’s permission, and no administrator', async () => {
    allowed = false;
    expect(await at('11-23 09:00')).toBe(0);
    [allowed, installType] = [true, 'admin'];
    expect(await at('11-23 10:00')).toBe(0);
  });

  test('two starts at once say it once', async () => {
    vi.setSystemTime(utc('11-23 09:00'));
    await Promise.all([tellWeek(), tellWeek()]);
    expect(create).toHaveBeenCalledTimes(1);
  });

  test('a click opens the week', () => {
    listen();
    for (const click of clicks) click('week');
    expect(tabs.create).toHaveBeenCalledWith({ url: 'toward://week.html' });
  });

  test('the alarm is set for the hour, and gone when it is off', async () => {
    vi.setSystemTime(utc('11-22 12:00'));
    await planNotice();
    expect(alarms.create).toHaveBeenCalledWith('week', { when: utc('11-23 09:00') });
    world({ weekNotice: { on: false, hour: 9 } });
    await planNotice();
    expect(alarms.clear).toHaveBeenCalledWith('week');
  });

  test('switched on after the hour, it begins in the week after', async () => {
    vi.setSystemTime(utc('11-23 15:00'));
    await noticeChanged();
    expect(await at('11-23 16:00')).toBe(0);
    expect(alarms.create).toHaveBeenCalledWith('week', { when: utc('11-30 09:00') });
  });
});
