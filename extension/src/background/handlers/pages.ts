import { now as clock } from '../../shared/clock';
import type { Answer, AppState, MessageName, Request, ThoughtsView } from '../../shared/messages';
import { change, load, loadSettings } from '../../shared/storage';
import { areDefinitions } from '../../shared/turns';
import type { ConversationId } from '../../shared/types';
import { makeBackup, restore } from '../backup/restore';
import { waitingView } from '../backup/waiting';
import { include, pauseAll, renamed, suspend } from '../chats';
import { eraseChat, eraseDay } from '../erase';
import { eraseAll } from '../erase-all';
import { experimentalChanged } from '../experimental';
import { exportLocal } from '../export';
import { weeksOfBrowser } from '../export-weeks';
import { forgetSeen } from '../health';
import { changeConversation, conversations } from '../ledger';
import { keepText, wordsKey } from '../notes';
import { answerCard, thoughtForToday } from '../nudging/cards';
import { refreshCatalogue } from '../nudging/catalogue';
import { chosenLanguage } from '../nudging/language';
import { dropOwn, keepOwn } from '../nudging/own';
import { changeBudget, forgetLearned, switchNudge, thoughtsView } from '../nudging/own-choices';
import { activeTab, openPage, pageReport } from '../open-chats';
import { presentId } from '../pairing/find';
import { plan } from '../plan';
import { reconcile, siteOf, switchOff, switchOn, tellPages } from '../registration';
import { forgetSelves } from '../selves';
import { connect, disconnect, optIn, withdraw } from '../server/connect';
import { serverExport } from '../server/export';
import { join, letGo, offer, takeOff } from '../server/pairing';
import { synchronise, synchroniseAgain } from '../server/upload';
import { logged } from '../settings-log';
import { appState, serverInfo } from '../state';
import { refreshRows } from '../tally';
import { definitionsPreview } from '../tally-preview';
import { weekView } from '../week';
import { isNoticeHour, noticeChanged } from '../week-notice';

type Handlers = {
  [N in Extract<MessageName, `page:${string}`>]: (request: Request<N>) => Promise<Answer<N>>;
};

/** Does something, tells the open pages of it, and answers with the new state. */
async function after(work: Promise<unknown>): Promise<AppState> {
  await work;
  await tellPages();
  return appState(await clock());
}

async function thoughtsAfter(work: Promise<void>): Promise<ThoughtsView> {
  await work;
  return thoughtsView();
}

async function changeChat({ id, change }: Request<'page:chat'>): Promise<void> {
  const { felt, ...plain } = change;
  const at = await clock();
  await changeConversation(id, (old) => {
    const answers = felt ? [...old.felt, { answer: felt, at }] : old.felt;
    return { ...old, ...plain, felt: felt === null ? [] : answers };
  });
}

async function exclude(id: ConversationId, erase: boolean): Promise<void> {
  if (!erase) return suspend(id, await clock());
  await eraseChat(id);
  void synchronise(await clock()).catch(() => {});
}

async function pause(until: Request<'page:pause'>['until']): Promise<void> {
  await change('settings', (old) => ({ ...old, pausedUntil: until }));
  await pauseAll(until !== null, await clock());
  await plan();
}

/** Those of the chosen language, if a server is connected. */
async function newNudges(): Promise<void> {
  await refreshCatalogue(await chosenLanguage()).catch(() => {});
}

async function changeSettings({ change: wanted }: Request<'page:settings'>): Promise<void> {
  if (wanted.definitions && !areDefinitions(wanted.definitions))
    throw new Error('Please give whole numbers: 1 to 24 hours, and 2 to 60 minutes.');
  if (wanted.weekNotice && !isNoticeHour(wanted.weekNotice.hour))
    throw new Error('Please choose an hour from 0 to 23.');
  const old = await loadSettings();
  // Consents and pauses have their own messages, which do more than write a value.
  const { countConsent: _c, nudgeConsent: _n, pausedUntil: _p, nudges: _b, ...rest } = wanted;
  await change('settings', (now) => ({ ...now, ...rest }));
  const { experimental } = await loadSettings();
  await experimentalChanged(old.experimental, experimental, await clock());
  if (wanted.language) void newNudges();
  if (wanted.weekNotice) await noticeChanged();
  if (!wanted.definitions) return;
  for (const { id } of await conversations())
    await changeConversation(id, (chat) => ({ ...chat, changes: chat.changes + 1 }));
  await refreshRows(await clock());
}

async function consent({ to, given }: Request<'page:consent'>): Promise<void> {
  const field = to === 'count' ? 'countConsent' : 'nudgeConsent';
  await change('settings', (old) => ({ ...old, [field]: given }));
  await reconcile();
}

async function forgetSite(origin: string): Promise<void> {
  await switchOff(origin);
  await forgetSeen(origin);
  await forgetSelves(await load('sites'));
}

/** Another browser's sites, pauses and account hold from now on. */
async function afterRestore(): Promise<void> {
  await reconcile();
  await plan();
  await tellPages();
  void synchronise(await clock()).catch(() => {});
}

const handlers: Handlers = {
  'page:state': async () => appState(await clock()),
  'page:open-chats': async () => openPage(await clock()),
  'page:report': async () => ({ text: await pageReport() }),
  'page:renamed': ({ chat, from }) => after(renamed(chat, from)),
  'page:consent': (request) => after(consent(request)),
  async 'page:include'({ chat, name, bond, kind }) {
    const tab = await activeTab();
    const site = siteOf(tab?.url) ?? '';
    // A script has no name to protect, and the letter of its week reads better with it.
    const called = name ?? (chat.practice ? chat.label : null);
    return after(include({ chat, name: called, bond, kind }, site, await clock()));
  },
  'page:exclude': async ({ id, erase }) => after(exclude(await presentId(id), erase)),
  'page:chat': async (request) =>
    after(changeChat({ ...request, id: await presentId(request.id) })),
  'page:pause': ({ until }) => after(pause(until)),
  'page:settings': (request) => after(changeSettings(request)),
  'page:definitions-preview': async ({ definitions }) =>
    definitionsPreview(definitions, await clock()),
  'page:site-on': ({ origin }) => after(switchOn([origin])),
  'page:forget-site': ({ origin }) => after(forgetSite(origin)),
  'page:thought': async () => ({ card: await thoughtForToday(await clock()) }),
  'page:thoughts': () => thoughtsView(),
  'page:budget': ({ change }) => thoughtsAfter(changeBudget(change)),
  'page:nudge': async ({ id, on }) => thoughtsAfter(switchNudge(id, on, await clock())),
  'page:forget-learned': async () => thoughtsAfter(forgetLearned(await clock())),
  'page:own-nudge': ({ nudge }) => thoughtsAfter(keepOwn(nudge)),
  'page:drop-own-nudge': ({ id }) => thoughtsAfter(dropOwn(id)),
  'page:week': async ({ week, practice }) => weekView(week, practice, await clock()),
  async 'page:guess'({ week, guess, practice }) {
    await keepText(wordsKey('guess', practice, week), guess);
    return { ok: true };
  },
  async 'page:note'({ week, text, practice }) {
    await keepText(wordsKey('note', practice, week), text);
    return { ok: true };
  },
  async 'page:answer'({ shown, answer }) {
    await answerCard(shown, answer, await clock());
    return { ok: true };
  },
  async 'page:connect'({ url }) {
    const answer = await connect(url);
    // The bundled nudges serve until these come, and if they never do.
    if (answer.ok) void newNudges();
    return answer;
  },
  'page:disconnect': () => after(disconnect()),
  'page:opt-in': async ({ consent: version }) => optIn(version, await clock()),
  'page:withdraw': async () => withdraw(await clock()),
  async 'page:upload'() {
    await synchroniseAgain(await clock()).catch(() => {});
    return serverInfo(await clock());
  },
  'page:pair': async () => offer(await clock()),
  async 'page:join'({ code, consent: version }) {
    const answer = await join(code, version, await clock());
    // Chats that are open are seen again by this: they get their ids under the account's secret.
    if (answer.ok) await tellPages();
    return answer;
  },
  'page:take-off': ({ device }) => takeOff(device),
  'page:forget-account': () => after(letGo()),
  async 'page:erase-day'({ day }) {
    const state = await after(eraseDay(day, await clock()));
    void synchronise(await clock()).catch(() => {});
    return state;
  },
  async 'page:erase-all'() {
    await eraseAll(await clock());
    return after(reconcile());
  },
  async 'page:export'() {
    return { json: JSON.stringify(await exportLocal(await clock()), null, 2) };
  },
  'page:export-weeks': async () => ({ csv: await weeksOfBrowser(await clock()) }),
  'page:export-server': ({ format }) => serverExport(format),
  'page:backup': async ({ passphrase }) => ({ file: await makeBackup(passphrase, await clock()) }),
  async 'page:restore'(request) {
    const answer = await restore(request);
    if (answer.ok) await afterRestore();
    return answer;
  },
  'page:log': async () => ({ log: (await load('log')).toReversed() }),
  'page:waiting': () => waitingView(),
};

export const pageHandlers: Handlers = logged(handlers);
