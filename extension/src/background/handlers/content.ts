import { now as clock } from '../../shared/clock';
import type { Answer, ConversationRef, MessageName, Request } from '../../shared/messages';
import { load, loadSettings, save } from '../../shared/storage';
import type { Instant } from '../../shared/types';
import { adapterOf, adaptersFor } from '../adapters';
import { include, stateOf } from '../chats';
import { isOpen } from '../counting/intervals';
import { noteHealth } from '../health';
import { conversationId } from '../ids';
import { takeIn } from '../intake';
import { conversationOf } from '../ledger';
import { answerCard, cardFor } from '../nudging/cards';
import { activeSites, isManaged, siteOf } from '../registration';

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

export const contentHandlers: Handlers = {
  async 'content:hello'(_, sender) {
    if (!(await mayCount(sender))) return { adapters: [] };
    return { adapters: adaptersFor(sender.url ?? '') };
  },

  async 'content:conversation'({ ref, kind, practiceNow }, sender) {
    if (!(await mayCount(sender))) return { state: 'no-consent', fresh: false };
    const now = await timeFor(ref, practiceNow);
    const adapter = adapterOf(ref.adapter);
    const found = await stateOf(ref, adapter, now);
    const { wholeSites } = await loadSettings();
    const site = siteOfSender(sender);
    if (found.state !== 'not-chosen' || kind !== 'one' || !wholeSites.includes(site)) return found;
    if (await conversationOf(await conversationId(adapter.service, ref))) return found;
    const chat = { ref, kind, label: null, practice: adapter.practice ?? false, practiceNow };
    await include({ chat, name: null, bond: null, kind }, site, now);
    return stateOf(ref, adapter, now);
  },

  async 'content:rows'(delivery, sender) {
    if (!(await mayCount(sender))) return { ok: true };
    const now = await timeFor(delivery.ref, delivery.practiceNow);
    try {
      await takeIn(delivery, adapterOf(delivery.ref.adapter), now);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError')
        await save('storageFull', true);
      throw error;
    }
    if (await load('storageFull')) await save('storageFull', false);
    return { ok: true };
  },

  async 'content:health'(report, sender) {
    noteHealth(siteOfSender(sender), report);
    return { ok: true };
  },

  async 'content:moment'({ ref, moment, practiceNow }, sender) {
    if (!(await mayCount(sender))) return { card: null };
    const now = await timeFor(ref, practiceNow);
    const chat = await conversationOf(await conversationId(adapterOf(ref.adapter).service, ref));
    if (!chat || !isOpen(chat.intervals, now)) return { card: null };
    return { card: await cardFor(chat, moment, now) };
  },

  async 'content:answer'({ shown, answer }) {
    await answerCard(shown, answer, await clock());
    return { ok: true };
  },
};
