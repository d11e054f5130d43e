/** The page in the active tab, as the popup shows it. */
import type {
  AboutChat,
  OpenChat,
  OpenPage,
  PageStatus,
  ShownChat,
  ShownPage,
} from '../shared/messages';
import { loadSettings } from '../shared/storage';
import type { ConversationId, Instant } from '../shared/types';
import { adapterOf, adaptersFor, isByTitle, isOn, limitsOf, unchosenApps } from './adapters';
import { conversationId } from './ids';
import { conversationOf } from './ledger';
import { siteOf } from './registration';
import { earlierNames } from './renames';
import { adaptersToReport, countIn, reportText } from './report';

export async function activeTab(): Promise<chrome.tabs.Tab | undefined> {
  return (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0];
}

/** What the page's script tells; null where there is none: the site is off, or wants a reload. */
async function statusOf(tab: chrome.tabs.Tab): Promise<PageStatus | null> {
  if (tab.id === undefined) return null;
  const status = await chrome.tabs
    .sendMessage<unknown, ShownPage | undefined>(tab.id, { name: 'background:describe' })
    .catch(() => undefined);
  if (!status) return null;
  if (status.health.length === 0) status.health.push({ adapter: '', trouble: 'no-adapter' });
  const { experimental } = await loadSettings();
  // A page that was open before an experimental app was switched off tells of it until it goes.
  const isStillOn = (id: string) => id === '' || isOn(adapterOf(id), experimental);
  return {
    ...status,
    chats: status.chats.filter(({ ref }) => isStillOn(ref.adapter)).map(openChat),
    health: status.health.filter(({ adapter }) => isStillOn(adapter)),
  };
}

function openChat(chat: ShownChat): OpenChat {
  const adapter = adapterOf(chat.ref.adapter);
  return { ...chat, practice: adapter.practice ?? false, byTitle: isByTitle(adapter) };
}

export async function openPage(now: Instant): Promise<OpenPage> {
  const tab = await activeTab();
  const origin = siteOf(tab?.url);
  if (!tab || !origin) return { origin, status: null, about: [], unchosenApps: [] };
  const status = await statusOf(tab);
  const about = await aboutChats(status?.chats ?? [], now);
  const { experimental } = await loadSettings();
  return { origin, status, about, unchosenApps: unchosenApps(tab.url ?? '', experimental) };
}

async function aboutChats(chats: readonly OpenChat[], now: Instant): Promise<AboutChat[]> {
  const chosen = await Promise.all(chats.map(chosenId));
  const open = new Set(chosen);
  return Promise.all(
    chats.map(async (chat, n) => ({
      chosen: chosen[n] ?? null,
      limits: limitsOf(chat.ref.adapter),
      earlier: await earlierNames(chat, open, now),
    })),
  );
}

async function chosenId({ ref }: OpenChat): Promise<ConversationId | null> {
  const id = await conversationId(adapterOf(ref.adapter).service, ref);
  return (await conversationOf(id)) ? id : null;
}

/** Numbers only: how well the adapters fit the page in the active tab. */
export async function pageReport(): Promise<string> {
  const tab = await activeTab();
  const status = tab && (await statusOf(tab));
  const { id, url = '' } = tab ?? {};
  if (!status || id === undefined) throw new Error('This page has not answered. Reload it first.');
  const { experimental } = await loadSettings();
  const adapters = adaptersToReport(status, adaptersFor(url, experimental));
  const counted = await Promise.all(adapters.map((adapter) => countIn(id, adapter)));
  const { version } = chrome.runtime.getManifest();
  return reportText({ version, userAgent: navigator.userAgent, health: status.health, counted });
}
