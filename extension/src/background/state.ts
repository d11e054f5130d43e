/** The state of Toward as its own pages show it. */

import { zoneAt } from '../shared/days';
import type { AppState, ChatInfo, ServerInfo, Settings, SiteInfo } from '../shared/messages';
import { load, loadSettings } from '../shared/storage';
import type { Instant } from '../shared/types';
import { EXPERIMENTAL, limitsOf } from './adapters';
import { seenAt } from './health';
import { type Conversation, conversations } from './ledger';
import { cardsLeft } from './nudging/budget';
import { history, nudgeSettings } from './nudging/cards';
import { REST_DAYS } from './nudging/rules';
import { waitingToJoin } from './pairing/find';
import { activeSites, isManaged } from './registration';
import { rowsToSend } from './server/rows';
import { lastReceived } from './tally';

export async function appState(now: Instant): Promise<AppState> {
  const settings = await loadSettings();
  const chats = await conversations();
  return {
    version: chrome.runtime.getManifest().version,
    settings,
    sites: await Promise.all((await activeSites()).map((origin) => siteInfo(origin, chats))),
    experimental: EXPERIMENTAL.map(({ id, name }) => ({ id, name })),
    chats: await Promise.all(chats.map((chat) => chatInfo(chat, now))),
    server: await serverInfo(now),
    managed: await isManaged(),
    storageFull: await load('storageFull'),
    cardsLeftToday: await cardsLeftToday(settings, now),
    now,
    zone: zoneAt(now, await load('zones')),
  };
}

async function siteInfo(origin: string, chats: Conversation[]): Promise<SiteInfo> {
  const { adapter, trouble } = await seenAt(origin);
  const chosen = chats.find(({ site }) => site === origin)?.adapter ?? null;
  return { origin, adapter: adapter ?? chosen, trouble };
}

export async function chatInfo(chat: Conversation, now: Instant): Promise<ChatInfo> {
  const { id, name, number, adapter, kind, bond, newInLife, quiet, practice } = chat;
  const running = chat.intervals.some(({ to }) => to === null);
  return {
    ...{ id, name, number, adapter, kind, bond, newInLife, quiet, practice },
    felt: chat.felt.at(-1) ?? null,
    resting: chat.resting || (await restsByItself(chat, now)),
    since: chat.intervals[0]?.from ?? now,
    counting: running,
    limits: limitsOf(adapter),
  };
}

/** After 21 days without an incoming message a chat rests until one comes. */
async function restsByItself(chat: Conversation, now: Instant): Promise<boolean> {
  if (chat.practice) return false;
  const last = Math.max(chat.intervals[0]?.from ?? now, await lastReceived(chat));
  return now - last > REST_DAYS * 86_400_000;
}

export async function serverInfo(now: Instant): Promise<ServerInfo> {
  const { url, lastUpload, problem } = await load('server');
  const account = await load('account');
  const joining = await waitingToJoin();
  const chatsToJoin = (await conversations()).filter((c) => !c.practice && joining.has(c.id));
  return {
    url,
    connected: url !== '',
    account: account && !account.withdrawn ? account.id : null,
    lastUpload,
    problem,
    waitingRows: account ? (await rowsToSend(now)).length : 0,
    device: account?.device ?? null,
    browsers: account?.browsers ?? [],
    takenOff: account?.revoked ?? false,
    chatsToJoin: account ? chatsToJoin.length : 0,
  };
}

async function cardsLeftToday(settings: Settings, now: Instant): Promise<number> {
  if (settings.nudgeConsent !== true) return 0;
  const [shown, budget] = [await history(false), await nudgeSettings(false)];
  return cardsLeft({ history: shown, settings: budget, now, zones: await load('zones') });
}
