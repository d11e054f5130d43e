/** Alarms: the only clockwork of a worker that may be ended at any time. */
import { now as clock } from '../shared/clock';
import { withZone } from '../shared/days';
import { change, load, loadSettings, save } from '../shared/storage';
import { pauseAll } from './chats';
import { nextTry, nextUpload } from './hours';
import { forgetEventsBefore } from './ledger';
import { refreshCatalogue } from './nudging/catalogue';
import { chosenLanguage } from './nudging/language';
import { tellPages } from './registration';
import { unlessFull } from './room';
import { synchronise } from './server/upload';
import { refreshRows } from './tally';
import { planNotice, tellWeek } from './week-notice';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer than this without upkeep: the browser was closed, or the clock is wrong. */
const LONGEST_ABSENCE_MS = 14 * DAY_MS;
const EVENTS_KEPT_MS = 60 * DAY_MS;
let failures = 0;

/** Sets what is not set; safe to call at every start. */
export async function plan(): Promise<void> {
  const { pausedUntil } = await loadSettings();
  if (typeof pausedUntil === 'number') await chrome.alarms.create('resume', { when: pausedUntil });
  else await chrome.alarms.clear('resume');
  if (!(await chrome.alarms.get('upkeep')))
    await chrome.alarms.create('upkeep', { periodInMinutes: 60 });
  if (!(await chrome.alarms.get('upload'))) await planUpload();
  await planNotice();
}

async function planUpload(): Promise<void> {
  const at = nextUpload(Date.now(), await load('uploadShift'));
  await chrome.alarms.create('upload', {
    when: failures > 0 ? Math.min(at, nextTry(Date.now(), failures, Math.random)) : at,
  });
}

export async function onAlarm({ name }: chrome.alarms.Alarm): Promise<void> {
  if (name === 'resume') await resume();
  if (name === 'upkeep') await upkeep().then(forgetOld);
  if (name === 'upload') await upload();
  if (name === 'week') await tellWeek().then(planNotice);
}

/** The device's zone may have changed, rows want making. Each start of the worker does it. */
export async function upkeep(): Promise<void> {
  const now = await clock();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const aside = await load('zoneLeftAside');
  if (aside !== null && aside !== timeZone) await save('zoneLeftAside', null);
  // In its turn: a backup that is restored meanwhile brings its own.
  await change('zones', (zones) => {
    const changed = aside === timeZone ? zones : withZone(zones, timeZone, now);
    return JSON.stringify(changed) === JSON.stringify(zones) ? zones : changed;
  });
  // It is said by then, and must not keep anything else from starting.
  await unlessFull(refreshRows(now));
}

/**
 * Walks through every event, so it is done once a day and never while something waits. A clock that
 * jumped ahead may be wrong: it has to stand for an hour before anything is let go by it.
 */
async function forgetOld(): Promise<void> {
  const now = await clock();
  const since = Math.abs(now - (await load('forgottenAt')));
  if (since < DAY_MS) return;
  const jumped = since > LONGEST_ABSENCE_MS;
  if (!jumped) await forgetEventsBefore(now - EVENTS_KEPT_MS);
  await save('forgottenAt', jumped ? now - DAY_MS + HOUR_MS : now);
}

async function resume(): Promise<void> {
  const settings = await loadSettings();
  const now = await clock();
  if (typeof settings.pausedUntil !== 'number' || settings.pausedUntil > now) return plan();
  await change('settings', (old) => ({ ...old, pausedUntil: null }));
  await pauseAll(false, now);
  await tellPages();
}

async function upload(): Promise<void> {
  const { url } = await load('server');
  const isLeft = (await load('account'))?.leaving;
  try {
    if (url && !isLeft) await refreshCatalogue(await chosenLanguage());
    await synchronise(await clock());
    failures = 0;
  } catch {
    // Said in the options; everything stays here and is tried again.
    failures++;
  }
  await planUpload();
}
