/** A gentle word on Monday that the week is ready: off until asked for, without names or figures. */
import { now as clock } from '../shared/clock';
import { addDays, addWeeks, dayOf, daysOf, instantAt, weekdayOf, weekOf } from '../shared/days';
import type { Settings } from '../shared/messages';
import { load, loadSettings, save } from '../shared/storage';
import type { Instant, ZoneSpan } from '../shared/types';
import { conversations } from './ledger';
import { isManaged } from './registration';
import { rowsOfConversation } from './tally';
import { messagesOf } from './week-join';

const NAME = 'week';
const PAGE = 'week.html';

/** The Monday hour of this week in the home zone, or of the next once it has passed. */
export function nextNotice(now: Instant, hour: number, zones: readonly ZoneSpan[]): Instant {
  const today = dayOf(now, zones);
  const monday = addDays(today, 1 - weekdayOf(today));
  const at = instantAt(monday, hour, zones);
  return at > now ? at : instantAt(addDays(monday, 7), hour, zones);
}

/** It is Monday, at the hour or later: a computer that was off says so when it starts that day. */
export function isTime(now: Instant, hour: number, zones: readonly ZoneSpan[]): boolean {
  const today = dayOf(now, zones);
  return weekdayOf(today) === 1 && now >= instantAt(today, hour, zones);
}

export function isNoticeHour(hour: unknown): boolean {
  return Number.isInteger(hour) && (hour as number) >= 0 && (hour as number) <= 23;
}

type Wish = Pick<Settings, 'weekNotice' | 'discreet' | 'pausedUntil'>;

export function isWanted({ weekNotice, discreet, pausedUntil }: Wish): boolean {
  return weekNotice.on && !discreet && pausedUntil === null;
}

/** Safe to call at every start. */
export async function planNotice(): Promise<void> {
  const { weekNotice } = await loadSettings();
  if (!weekNotice.on) return void (await chrome.alarms.clear(NAME));
  const now = await clock();
  const wait = nextNotice(now, weekNotice.hour, await load('zones')) - now;
  await chrome.alarms.create(NAME, { when: Date.now() + wait });
}

/** The person has just set it: what this Monday would have said by now is not said any more. */
export async function noticeChanged(): Promise<void> {
  const { weekNotice } = await loadSettings();
  const [now, zones] = [await clock(), await load('zones')];
  if (weekNotice.on && isTime(now, weekNotice.hour, zones))
    await save('weekTold', weekOf(dayOf(now, zones)));
  await planNotice();
}

let running: Promise<void> = Promise.resolve();

/** Says it if this is the time and it has not been said this week. One call after the other. */
export function tellWeek(): Promise<void> {
  running = running.catch(() => {}).then(tell);
  return running;
}

async function tell(): Promise<void> {
  const settings = await loadSettings();
  const [now, zones] = [await clock(), await load('zones')];
  const week = weekOf(dayOf(now, zones));
  if (!isWanted(settings) || !isTime(now, settings.weekNotice.hour, zones)) return;
  if ((await load('weekTold')) === week || (await isManaged())) return;
  // Discreet mode and a pause end: only what is really said is noted as said.
  if (!(await isAllowed()) || !(await hasCounts(addWeeks(week, -1)))) return;
  await save('weekTold', week);
  await chrome.notifications.create(NAME, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('icons/128.png'),
    title: chrome.i18n.getMessage('name'),
    message: chrome.i18n.getMessage('weekReady'),
  });
  listen();
}

function isAllowed(): Promise<boolean> {
  return chrome.permissions.contains({ permissions: ['notifications'] });
}

/** A week without a message has nothing to be opened for. */
async function hasCounts(week: string): Promise<boolean> {
  const days = daysOf(week);
  const chats = (await conversations()).filter(({ practice }) => !practice);
  for (const { id } of chats) {
    const rows = await rowsOfConversation(id, days[0], days[6]);
    if (rows.some(({ row }) => messagesOf(row) > 0)) return true;
  }
  return false;
}

/** The browser has `notifications` for us only once it is allowed; adding it twice is adding once. */
export function listen(): void {
  chrome.notifications?.onClicked.addListener(open);
}

function open(id: string): void {
  if (id !== NAME) return;
  void chrome.notifications.clear(id);
  void chrome.tabs.create({ url: chrome.runtime.getURL(PAGE) });
}
