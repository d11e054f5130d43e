import { now as clock } from '../../shared/clock';
import type { Answer, AppState, MessageName, Request, ThoughtsView } from '../../shared/messages';
import { load, loadSettings, save } from '../../shared/storage';
import type { ConversationId } from '../../shared/types';
import { forgetNames } from '../aliases';
import { include, pauseAll, renamed, suspend } from '../chats';
import { eraseChat, eraseDay, eraseEverything } from '../erase';
import { experimentalChanged } from '../experimental';
import { exportLocal } from '../export';
import { forgetSeen } from '../health';
import { changeConversation, conversations } from '../ledger';
import { keepText, wordsKey } from '../notes';
import { answerCard, thoughtForToday } from '../nudging/cards';
import { refreshCatalogue } from '../nudging/catalogue';
import { chosenLanguage } from '../nudging/language';
import { dropOwn, keepOwn } from '../nudging/own';
import { changeBudget, forgetLearned, switchNudge, thoughtsView } from '../nudging/own-choices';
import { activeTab, openPage, pageReport } from '../open-chats';
import { plan } from '../plan';
import { reconcile, siteOf, switchOff, switchOn, tellPages } from '../registration';
import { forgetSelves } from '../selves';
import { connect, disconnect, optIn, withdraw } from '../server/connect';
import { synchronise } from '../server/upload';
import { appState, serverInfo } from '../state';
import { weekView } from '../week';

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
  // First: what is asked for once more, should the worker end in between, is the chat.
  await forgetNames(id);
  await eraseChat(id);
  void synchronise(await clock()).catch(() => {});
}

async function pause(until: Request<'page:pause'>['until']): Promise<void> {
  await save('settings', { ...(await loadSettings()), pausedUntil: until });
  await pauseAll(until !== null, await clock());
  await plan();
}

/** Those of the chosen language, if a server is connected. */
async function newNudges(): Promise<void> {
  await refreshCatalogue(await chosenLanguage()).catch(() => {});
}

async function changeSettings({ change }: Request<'page:settings'>): Promise<void> {
  const old = await loadSettings();
  // Consents and pauses have their own messages, which do more than write a value.
  const { countConsent: _c, nudgeConsent: _n, pausedUntil: _p, nudges: _b, ...rest } = change;
  await save('settings', { ...old, ...rest });
  const { experimental } = await loadSettings();
  await experimentalChanged(old.experimental, experimental, await clock());
  if (change.language) void newNudges();
  if (!change.definitions) return;
  for (const { id } of await conversations())
    await changeConversation(id, (chat) => ({ ...chat, changes: chat.changes + 1 }));
}

async function consent({ to, given }: Request<'page:consent'>): Promise<void> {
  const field = to === 'count' ? 'countConsent' : 'nudgeConsent';
  await save('settings', { ...(await loadSettings()), [field]: given });
  await reconcile();
}

async function forgetSite(origin: string): Promise<void> {
  await switchOff(origin);
  await forgetSeen(origin);
  await forgetSelves(await load('sites'));
}

export const pageHandlers: Handlers = {
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
  'page:exclude': ({ id, erase }) => after(exclude(id, erase)),
  'page:chat': (request) => after(changeChat(request)),
  'page:pause': ({ until }) => after(pause(until)),
  'page:settings': (request) => after(changeSettings(request)),
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
    await synchronise(await clock()).catch(() => {});
    return serverInfo();
  },
  async 'page:erase-day'({ day }) {
    const state = await after(eraseDay(day, await clock()));
    void synchronise(await clock()).catch(() => {});
    return state;
  },
  async 'page:erase-all'() {
    const gone = await withdraw(await clock());
    if (!gone.ok) throw new Error(`${gone.problem} Nothing was erased here yet. Try again later.`);
    return after(eraseEverything().then(reconcile));
  },
  'page:export': async () => ({ json: JSON.stringify(await exportLocal(), null, 2) }),
};
