/** The background worker. It may be ended at any moment: whatever must last is in storage. */
import { now as clock } from '../shared/clock';
import { load, save } from '../shared/storage';
import { finishRestore } from './backup/here';
import { finishErasing } from './erase-all';
import { newShift } from './hours';
import { onAlarm, plan, upkeep } from './plan';
import { reconcile, siteOf, switchOn } from './registration';
import { onMessage } from './router';
import { listen, tellWeek } from './week-notice';

chrome.runtime.onMessage.addListener(onMessage);
chrome.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm));
chrome.runtime.onStartup.addListener(() => void start());
chrome.runtime.onInstalled.addListener(({ reason }) => void installed(reason));
listen();
chrome.permissions.onRemoved.addListener(() => void reconcile());
// The popup may be gone by the time the person has answered the browser's question.
chrome.permissions.onAdded.addListener(
  ({ origins = [] }) => void switchOn(origins.flatMap(sitesOf)),
);

/** The site of a pattern such as `https://chat.example/*`; wildcards name no one site. */
function sitesOf(pattern: string): string[] {
  const site = pattern.includes('://*') ? null : siteOf(pattern.replace(/\*$/, ''));
  return site ? [site] : [];
}

async function installed(reason: string): Promise<void> {
  if (reason === 'install')
    await chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
  await start();
}

async function start(): Promise<void> {
  // A worker before may have been ended in the middle of these.
  await finishRestore();
  await finishErasing(await clock());
  if ((await load('uploadShift')) < 0) await save('uploadShift', newShift(Math.random));
  await upkeep();
  await reconcile();
  await plan();
  await tellWeek();
}

void start();
