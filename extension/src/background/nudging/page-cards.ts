/** The weekly page's choice among many chats: what all of them have in common is read once. */
import type { CardView } from '../../shared/card';
import type { Nudge, NudgeSettings, Shown, Signals } from '../../shared/nudge';
import { load } from '../../shared/storage';
import type { Instant, ZoneSpan } from '../../shared/types';
import type { Conversation, ShownCard } from '../ledger';
import { isPaused, type Occasion, refusal } from './budget';
import { history, noteOpening, nudgeSettings, show, signalsIn } from './cards';
import { choose } from './choose';
import { isRetired } from './history';
import { allNudges } from './own';

/** `history` and the number of `cards` grow with each one. */
export interface Sitting {
  catalogue: readonly Nudge[];
  history: Shown[];
  settings: NudgeSettings;
  zones: ZoneSpan[];
  now: Instant;
  cards: number;
}

/** Rows are up to date by then. */
export async function sitting(practice: boolean, now: Instant): Promise<Sitting> {
  return {
    catalogue: await allNudges(),
    history: await history(practice),
    settings: await nudgeSettings(practice),
    zones: await load('zones'),
    now,
    cards: 0,
  };
}

/** Under these nothing but the budget holds a card back. */
const OPEN: Signals = { rest: 0, new_message: 1, chat_age_days: 1000 };

/** A card about this chat for the page, or null. */
export async function pageCard(chat: Conversation, here: Sitting): Promise<CardView | null> {
  // Telling signals is what takes time: not done where the budget says no in any case.
  if (refusal(occasion(chat, here, OPEN))) return null;
  const signals = await signalsIn(chat, here.now);
  const asked = { ...occasion(chat, here, signals), catalogue: here.catalogue };
  const choice = choose({ ...asked, random: Math.random });
  if ('none' in choice) return null;
  // Cards of one page have an order, too: which came last is told by their times.
  const at = here.now + here.cards++;
  const card = await show(choice, chat, 'week', at);
  here.history.push(shownAs(choice.nudge, chat, at));
  await noteOpening(chat.id, here.now, true);
  return card;
}

/** Whether a card of this week's page may still stand there: much can have been said since. */
export function mayStand(card: ShownCard, chat: Conversation, here: Sitting): boolean {
  const { settings, history: shown, now } = here;
  if (!settings.on || isPaused(settings.pausedUntil, now)) return false;
  return !chat.quiet && !chat.resting && !isRetired(card.nudge, shown, settings);
}

function occasion(chat: Conversation, here: Sitting, signals: Signals): Occasion {
  const { id, kind, quiet } = chat;
  const { history: shown, settings, zones, now } = here;
  const conversation = { id, kind, quiet };
  const when = { now, zones, lastTypedAt: null };
  return { moments: ['week'], conversation, signals, history: shown, settings, ...when };
}

function shownAs({ id, concept, weight }: Nudge, chat: Conversation, at: Instant): Shown {
  const answer = { answer: null, answeredAt: null };
  return { nudge: id, concept, weight, moment: 'week', conversation: chat.id, at, ...answer };
}
