/** Which sites the content script runs on: sites switched on, and allowed by the browser. */
import { change, load, loadSettings } from '../shared/storage';
import { noteChange } from './settings-log';
import { onOff } from './settings-log-words';

const SCRIPT = { id: 'toward', js: ['content.js'], runAt: 'document_start' } as const;

/** A site is a scheme and a host: the browser's permissions (and Firefox's patterns) know no ports. */
export function siteOf(url: string | undefined): string | null {
  if (!url || !/^https?:/.test(url)) return null;
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}`;
}

function patternOf(site: string): string {
  return `${site}/*`;
}

/** Sites that are switched on and still allowed. */
export async function activeSites(): Promise<string[]> {
  const sites = await load('sites');
  const allowed = await Promise.all(
    sites.map((origin) => chrome.permissions.contains({ origins: [patternOf(origin)] })),
  );
  return sites.filter((_, i) => allowed[i]);
}

export async function isManaged(): Promise<boolean> {
  return (await chrome.management.getSelf()).installType === 'admin';
}

let running: Promise<void> = Promise.resolve();

/**
 * Brings the registered script in line with consent and permissions, and starts it in open tabs.
 * Safe to run at any time and any number of times: each start of the worker does. One run at a
 * time: a grant is told of twice, by the browser and by the popup.
 */
export function reconcile(): Promise<void> {
  running = running.then(bringInLine, bringInLine);
  return running;
}

async function bringInLine(): Promise<void> {
  const { countConsent } = await loadSettings();
  const sites = countConsent && !(await isManaged()) ? await activeSites() : [];
  const matches = [...new Set(sites.map(patternOf))].sort();
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] });
  const old = registered[0]?.matches?.slice().sort() ?? [];
  if (JSON.stringify(old) === JSON.stringify(matches)) return;
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([{ ...SCRIPT, js: [...SCRIPT.js], matches }]);
  await injectIntoOpenTabs(matches.filter((match) => !old.includes(match)));
}

/** Tabs that were open before: they count too; cards come after the next reload. */
async function injectIntoOpenTabs(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  for (const { id, discarded } of await chrome.tabs.query({ url: matches })) {
    if (id === undefined || discarded) continue;
    // A tab that shows an error page or has just closed cannot take it: that is no failure.
    await chrome.scripting
      .executeScript({ target: { tabId: id }, files: ['content.js'] })
      .catch(() => {});
  }
}

/**
 * Puts the part for cards into the document that asked, beside the content script there. False
 * where it cannot be: the tab has just closed or gone on, or the browser does not let us in now.
 */
export async function bringCards(sender: chrome.runtime.MessageSender): Promise<boolean> {
  const { tab, documentId, frameId = 0 } = sender;
  if (tab?.id === undefined) return false;
  // Older Firefox knows no documents, only frames: what has gone on since just gets it unused.
  const place = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
  const target = { tabId: tab.id, ...place };
  // At once: a page that never ends loading would never become idle.
  const order = { target, files: ['card.js'], injectImmediately: true };
  const results = await chrome.scripting.executeScript(order).catch(() => []);
  return results.length > 0 && !results.some((one) => 'error' in one);
}

export async function switchOn(origins: string[]): Promise<void> {
  const before = await load('sites');
  await change('sites', (old) => [...new Set([...old, ...origins])].sort());
  // Told of twice, by the browser and by the popup.
  for (const origin of new Set(origins))
    if (!before.includes(origin)) await noteChange(onOff(origin, true));
  await reconcile();
}

export async function switchOff(origin: string): Promise<void> {
  await change('sites', (old) => old.filter((one) => one !== origin));
  await reconcile();
  // Host permissions of a test build are fixed; the site is off all the same.
  await chrome.permissions.remove({ origins: [patternOf(origin)] }).catch(() => {});
}

/** A page that does not answer in this time is not waited for. */
const PATIENCE_MS = 3_000;

/** Content scripts ask anew what they may do, and take their baseline where counting began. */
export async function tellPages(): Promise<void> {
  const matches = (await activeSites()).map(patternOf);
  if (matches.length === 0) return;
  const tabs = await chrome.tabs.query({ url: [...new Set(matches)] });
  const told = tabs.map(({ id }) =>
    id === undefined
      ? null
      : chrome.tabs.sendMessage(id, { name: 'background:refresh' }).catch(() => null),
  );
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.all(told), late]);
}
