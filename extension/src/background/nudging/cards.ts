/** From a moment to a card: gathers what choose() asks for, and remembers what was shown. */
import type { CardAnswer, CardView } from '../../shared/card';
import { budgetFrom } from '../../shared/limits';
import type { Moment } from '../../shared/messages';
import {
  NUDGE_DEFAULTS,
  type Nudge,
  type NudgeSettings,
  type Shown,
  type Signals,
} from '../../shared/nudge';
import { change, load, loadSettings } from '../../shared/storage';
import type { Instant } from '../../shared/types';
import {
  type Conversation,
  changeConversation,
  conversations,
  eventsOf,
  ledger,
  type ShownCard,
} from '../ledger';
import { noteChange } from '../settings-log';
import { onOff, THOUGHTS } from '../settings-log-words';
import { refreshRows, rowsOfConversation } from '../tally';
import { type Choice, choose } from './choose';
import { draw } from './draw';
import { allNudges } from './own';
import { computeSignals, thoughtSignals } from './signals';

/** So many cards say what they are, and ask whether to go on. */
const FIRST_CARDS = 3;

/**
 * The card for a moment in a chat, if there is one; `null` is the usual answer. A thought for
 * before one writes has its part in the draw at the opening, and then waits for the composer:
 * else those of the opening would always come first, and use up the days between two cards.
 */
export async function cardFor(
  chat: Conversation,
  moment: Moment,
  now: Instant,
  atComposer = false,
): Promise<CardView | null> {
  const seen = moment === 'composing' ? asBeforeOpening(chat) : chat;
  // choose() asks whether `composing` is wanted.
  const moments: Moment[] = moment === 'opened' ? ['opened', 'received', 'composing'] : [moment];
  const choice = await chosen(seen, moments, await signalsOf(seen, now), now);
  const waits = moment === 'opened' && !atComposer && isForComposer(choice);
  const card = 'nudge' in choice && !waits ? await show(choice, seen, moment, now) : null;
  // Read before, written after: a card needs a message newer than the last opening or card.
  if (moment === 'opened' || card) await noteOpening(chat.id, now, card !== null);
  return card;
}

function isForComposer(choice: Choice): boolean {
  return 'nudge' in choice && choice.nudge.moment === 'composing';
}

/** Turning to the composer belongs to the opening before it, which has been noted meanwhile. */
function asBeforeOpening(chat: Conversation): Conversation {
  const { newestAtLastOpening, newestBeforeOpening = newestAtLastOpening } = chat;
  return { ...chat, newestAtLastOpening: newestBeforeOpening };
}

/** A thought for today: about no chat in particular. */
export async function thoughtForToday(now: Instant): Promise<CardView | null> {
  const chats = (await conversations()).filter(({ practice }) => !practice);
  const zones = await load('zones');
  const signals = thoughtSignals(
    chats.map(({ felt, newInLife, kind, intervals, resting }) => {
      return { felt, newInLife, kind, includedAt: intervals[0]?.from ?? now, resting };
    }),
    now,
    zones,
  );
  const choice = await chosen(null, ['thought'], signals, now);
  return 'nudge' in choice ? show(choice, null, 'thought', now) : null;
}

export async function signalsOf(chat: Conversation, now: Instant): Promise<Signals> {
  await refreshRows(now);
  return signalsIn(chat, now);
}

/** The same, where rows were just brought up to date. */
export async function signalsIn(chat: Conversation, now: Instant): Promise<Signals> {
  const rows = await rowsOfConversation(chat.id);
  const { definitions } = await loadSettings();
  return computeSignals({
    events: await eventsOf(chat.id),
    gaps: gapsUntil(chat, now),
    rows: new Map(rows.map(({ day, row }) => [day, row])),
    felt: chat.felt,
    meta: {
      includedAt: chat.intervals[0]?.from ?? now,
      letRest: chat.resting,
      newInLife: chat.newInLife,
      newestAtLastOpening: chat.newestAtLastOpening,
      closedByReaction: false,
    },
    definitions,
    zones: await load('zones'),
    now,
  });
}

/** With the one that lasts until now: a page that cannot be read. */
function gapsUntil({ gaps, brokenSince }: Conversation, now: Instant): Conversation['gaps'] {
  if (brokenSince == null) return gaps;
  return [...gaps, { from: brokenSince, to: now, reason: 'broken' }];
}

async function chosen(
  chat: Conversation | null,
  moments: Moment[],
  signals: Signals,
  now: Instant,
): Promise<Choice> {
  return choose({
    catalogue: await allNudges(),
    moments,
    conversation: chat && { id: chat.id, kind: chat.kind, quiet: chat.quiet },
    signals,
    history: await history(chat?.practice ?? false),
    settings: await nudgeSettings(chat?.practice ?? false),
    now,
    zones: await load('zones'),
    // The content script waits for quiet before it asks.
    lastTypedAt: null,
    random: Math.random,
  });
}

/** Consent (2). On the practice page the first card itself asks for it, so it may come before. */
export async function nudgeSettings(practice: boolean): Promise<NudgeSettings> {
  const { nudgeConsent, pausedUntil, nudges } = await loadSettings();
  if (practice) return { ...NUDGE_DEFAULTS, on: nudgeConsent !== false };
  return { ...budgetFrom(nudges), on: nudgeConsent === true, pausedUntil };
}

/** Practice has a calendar of its own: its cards are no history of the real chats. */
export async function history(practice: boolean): Promise<Shown[]> {
  const rehearsed = new Set(
    (await conversations()).filter((one) => one.practice).map(({ id }) => id),
  );
  return (await shownCards())
    .filter(
      ({ conversation }) => practice === (conversation !== null && rehearsed.has(conversation)),
    )
    .map(asShown);
}

function asShown(card: ShownCard): Shown {
  const { nudge, concept, weight, moment, conversation, at, answeredAt } = card;
  const answer = card.answer === 'keep' || card.answer === 'stop' ? null : card.answer;
  return { nudge, concept, weight, moment, conversation, at, answer, answeredAt };
}

/** Oldest first. */
export async function shownCards(): Promise<ShownCard[]> {
  return (await (await ledger()).getAll('shown')).sort((a, b) => a.at - b.at);
}

/** Remembers a card as shown, and draws it. */
export async function show(
  choice: { nudge: Nudge; values: Signals },
  chat: Conversation | null,
  moment: Moment,
  now: Instant,
): Promise<CardView> {
  const { nudgeConsent } = await loadSettings();
  const earlier = (await shownCards()).length;
  const { id: nudge, concept, weight } = choice.nudge;
  const id = crypto.randomUUID();
  const conversation = chat?.id ?? null;
  const card = {
    id,
    nudge,
    concept,
    weight,
    moment,
    conversation,
    at: now,
    answer: null,
    answeredAt: null,
  };
  await (await ledger()).put('shown', card);
  const signals = chat ? await signalsOf(chat, now) : choice.values;
  return draw(choice.nudge, signals, id, nudgeConsent === null || earlier < FIRST_CARDS);
}

/** A card that was shown before, drawn anew (the weekly page is opened more than once). */
export async function redraw(card: ShownCard, signals: Signals): Promise<CardView | null> {
  const nudge = (await allNudges()).find(({ id }) => id === card.nudge);
  return nudge ? draw(nudge, signals, card.id, false) : null;
}

export async function noteOpening(id: string, now: Instant, withCard: boolean): Promise<void> {
  const newest = (await eventsOf(id)).reduce((latest, { at }) => Math.max(latest, at), 0) || now;
  await changeConversation(id, (old) => ({
    ...old,
    lastOpened: now,
    newestAtLastOpening: newest,
    newestBeforeOpening: withCard ? newest : old.newestAtLastOpening,
  }));
}

/** A card that came too late to be shown uses up no day and no week. */
export async function takeBack(shown: string): Promise<void> {
  await (await ledger()).delete('shown', shown);
}

/** What the person said to a card. "Keep" and "stop" are consent (2), given or refused. */
export async function answerCard(shown: string, answer: CardAnswer, now: Instant): Promise<void> {
  if (answer === 'keep' || answer === 'stop') {
    await change('settings', (old) => ({ ...old, nudgeConsent: answer === 'keep' }));
    await noteChange(onOff(THOUGHTS, answer === 'keep'));
    if (answer === 'keep') return;
  }
  const db = await ledger();
  const card = await db.get('shown', shown);
  if (!card) return;
  await db.put('shown', { ...card, answer, answeredAt: now });
  if (answer === 'quiet-here' && card.conversation) {
    await changeConversation(card.conversation, (old) => ({ ...old, quiet: true }));
  }
}
