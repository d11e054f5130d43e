import { now as clock } from '../../shared/clock';
import type { Answer, ConversationRef, MessageName, Request } from '../../shared/messages';
import { load, loadSettings } from '../../shared/storage';
import type { Instant } from '../../shared/types';
import { adapterOf, adaptersFor, isByTitle, isOn } from '../adapters';
import { noteReadable } from '../broken';
import { include, stateOf } from '../chats';
import { isOpen } from '../counting/intervals';
import { noteAdapter, noteHealth, noteWell } from '../health';
import { conversationId } from '../ids';
import { takeIn } from '../intake';
import { conversationOf } from '../ledger';
import { answerCard, cardFor, nudgeSettings, takeBack } from '../nudging/cards';
import { activeSites, bringCards, isManaged, siteOf } from '../registration';
import { withRoom } from '../room';
import { keepSelf } from '../selves';

type Sender = chrome.runtime.MessageSender;
type Handlers = {
  [N in Extract<MessageName, `content:${string}`>]: (
    request: Request<N>,
    sender: Sender,
  ) => Promise<Answer<N>>;
};

/** The page's clock counts only on the practice page, and only for what belongs to it. */
async function timeFor(ref: ConversationRef, practiceNow: Instant | null): Promise<Instant> {
  return adapterOf(ref.adapter).practice && practiceNow !== null ? practiceNow : clock();
}

function siteOfSender({ url, origin }: Sender): string {
  return siteOf(url ?? origin) ?? '';
}

/** Consent (1) for this site, checked on every call: a page may have outlived it. */
async function mayCount(sender: Sender): Promise<boolean> {
  const { countConsent } = await loadSettings();
  if (!countConsent || (await isManaged())) return false;
  return (await activeSites()).includes(siteOfSender(sender));
}

/** Also asked on every call: an experimental app may have been switched off since. */
async function mayRead(sender: Sender, adapter: string): Promise<boolean> {
  const { experimental } = await loadSettings();
  return isOn(adapterOf(adapter), experimental) && (await mayCount(sender));
}

export const contentHandlers: Handlers = {
  async 'content:hello'(_, sender) {
    if (!(await mayCount(sender))) return { adapters: [], selves: {} };
    const { experimental } = await loadSettings();
    const adapters = adaptersFor(sender.url ?? '', experimental);
    return { adapters, selves: await load('selves') };
  },

  async 'content:conversation'({ ref, kind, practiceNow }, sender) {
    if (!(await mayRead(sender, ref.adapter))) return { state: 'no-consent', fresh: false };
    const now = await timeFor(ref, practiceNow);
    const adapter = adapterOf(ref.adapter);
    const found = await stateOf(ref, adapter, now);
    const { wholeSites } = await loadSettings();
    const site = siteOfSender(sender);
    await noteAdapter(site, ref.adapter);
    if (found.state !== 'not-chosen' || kind !== 'one' || !wholeSites.includes(site)) return found;
    if (await conversationOf(await conversationId(adapter.service, ref))) return found;
    const chat = {
      ref,
      kind,
      label: null,
      practice: adapter.practice ?? false,
      byTitle: isByTitle(adapter),
      practiceNow,
    };
    await include({ chat, name: null, bond: null, kind }, site, now);
    return stateOf(ref, adapter, now);
  },

  async 'content:rows'(delivery, sender) {
    const { adapter } = delivery.ref;
    if (!(await mayRead(sender, adapter))) return { ok: true };
    const now = await timeFor(delivery.ref, delivery.practiceNow);
    await withRoom(() => takeIn(delivery, adapterOf(adapter), now));
    await noteWell(siteOfSender(sender), adapter);
    return { ok: true };
  },

  async 'content:self'({ scope, id }, sender) {
    if (await mayCount(sender)) await keepSelf(scope, id);
    return { ok: true };
  },

  async 'content:health'(report, sender) {
    if (!(await mayRead(sender, report.adapter))) return { ok: true };
    await noteHealth(siteOfSender(sender), report, await clock());
    await noteReadable(siteOfSender(sender), report, await clock());
    return { ok: true };
  },

  async 'content:cards'({ adapter }, sender) {
    const { nudgeConsent } = await loadSettings();
    // On the practice page the first card is where consent is asked.
    const wanted = nudgeConsent || (nudgeConsent === null && adapterOf(adapter).practice);
    if (!wanted || !(await mayCount(sender))) return { ok: false };
    return { ok: await bringCards(sender) };
  },

  async 'content:budget'() {
    const { typingPauseSeconds, composing } = await nudgeSettings(false);
    return { typingPauseSeconds, composing };
  },

  async 'content:moment'({ ref, moment, atComposer, practiceNow }, sender) {
    if (!(await mayRead(sender, ref.adapter))) return { card: null };
    const now = await timeFor(ref, practiceNow);
    const chat = await conversationOf(await conversationId(adapterOf(ref.adapter).service, ref));
    if (!chat || !isOpen(chat.intervals, now)) return { card: null };
    return { card: await cardFor(chat, moment, now, atComposer) };
  },

  async 'content:answer'({ shown, answer }) {
    if (answer === 'unseen') await takeBack(shown);
    else await answerCard(shown, answer, await clock());
    return { ok: true };
  },
};
