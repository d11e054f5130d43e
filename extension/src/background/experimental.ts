/** Experimental apps are switched on and off in the options; off means at once. */
import { loadSettings } from '../shared/storage';
import type { Instant } from '../shared/types';
import { EXPERIMENTAL } from './adapters';
import { suspend } from './chats';
import { conversations } from './ledger';
import { activeSites, isManaged, siteOf } from './registration';

export async function experimentalChanged(
  old: readonly string[],
  now: readonly string[],
  at: Instant,
): Promise<void> {
  await stopChats(
    old.filter((id) => !now.includes(id)),
    at,
  );
  await startInOpenTabs(now.filter((id) => !old.includes(id)));
}

/** What comes while the app is off must not be counted when it is on again. */
async function stopChats(ids: readonly string[], at: Instant): Promise<void> {
  const chats = await conversations();
  for (const { id, adapter } of chats) if (ids.includes(adapter)) await suspend(id, at);
}

/** The script in an open page was told of other adapters: a new one takes its place. */
async function startInOpenTabs(ids: readonly string[]): Promise<void> {
  const url = EXPERIMENTAL.filter(({ id }) => ids.includes(id)).flatMap(({ match }) => match);
  const { countConsent } = await loadSettings();
  if (url.length === 0 || !countConsent || (await isManaged())) return;
  const sites = await activeSites();
  const tabs = (await chrome.tabs.query({ url })).filter(
    (tab) => !tab.discarded && sites.includes(siteOf(tab.url) ?? ''),
  );
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : startIn(id))));
}

async function startIn(tabId: number): Promise<void> {
  // A tab that has just closed cannot take it: that is no failure.
  const order = { target: { tabId }, files: ['content.js'] };
  await chrome.scripting.executeScript(order).catch(() => {});
}
