import { addDays, dayOf, daysBetween, localHour, weekOf } from '../../shared/days';
import { isInHours } from '../../shared/limits';
import type { Moment, Nudge, NudgeSettings, Shown, Signals } from '../../shared/nudge';
import type { ConversationId, Day, Instant, Kind, ZoneSpan } from '../../shared/types';
import { gapFactor, hasFelt, inTime, isRetired, stungLately } from './history';
import { DAY } from './rules';

/** Why there is no card; the popup says it in words. */
export type NoCard =
  | 'off'
  | 'paused'
  | 'composing-off'
  | 'not-one-to-one'
  | 'rest'
  | 'quiet-here'
  | 'first-day'
  | 'quiet-hours'
  | 'typing'
  | 'nothing-new'
  | 'day-full'
  | 'week-full'
  | 'chat-gap'
  | 'nothing-fits';

/** Everything the budget looks at. `history` is of all chats, oldest first. */
export interface Occasion {
  /** One or more of the same place: chat moments, or `week`, or `thought`. */
  moments: readonly Moment[];
  /** Null for a thought. "Quiet here" and the popup's switch set `quiet`. */
  conversation: { id: ConversationId; kind: Kind; quiet: boolean } | null;
  signals: Signals;
  history: readonly Shown[];
  settings: NudgeSettings;
  now: Instant;
  zones: readonly ZoneSpan[];
  lastTypedAt: Instant | null;
}

/** The weekly page has so many thoughts at most. */
export const WEEK_CARDS = 3;
/** With fewer chats that have one, a chat gives a second one, always a light one. */
export const WEEK_CARDS_LEAST = 2;
const WEEK_CARDS_A_CHAT = 2;

const CHAT_MOMENTS: readonly Moment[] = ['opened', 'composing', 'sent', 'received'];

export function isInChat(moment: Moment): boolean {
  return CHAT_MOMENTS.includes(moment);
}

/** Why no card at all may come now, or null. */
export function refusal(o: Occasion): NoCard | null {
  return personal(o) ?? ofConversation(o) ?? ofPlace(o);
}

function personal({ settings, moments, now }: Occasion): NoCard | null {
  if (!settings.on) return 'off';
  if (isPaused(settings.pausedUntil, now)) return 'paused';
  return moments.length === 0 ? 'composing-off' : null;
}

export function isPaused(until: NudgeSettings['pausedUntil'], now: Instant): boolean {
  return until === 'open' || (until !== null && now < until);
}

function ofConversation(o: Occasion): NoCard | null {
  if (!o.conversation) return null;
  if (o.conversation.kind !== 'one') return 'not-one-to-one';
  if (o.signals.rest !== 0) return 'rest';
  if (o.conversation.quiet) return 'quiet-here';
  if (!((o.signals.chat_age_days ?? 0) >= o.settings.fromDay)) return 'first-day';
  return isChatGap(o) ? 'chat-gap' : null;
}

/** Thoughts of one weekly page come together: they keep no distance from each other. */
function isChatGap(o: Occasion): boolean {
  const page = o.moments.includes('week') ? ofThisPage(o) : [];
  const beside = page.filter((card) => card.conversation === o.conversation?.id);
  if (beside.length >= WEEK_CARDS_A_CHAT) return true;
  const others = ofThisChat(o).filter((card) => !page.includes(card));
  return inLastDays(o, others, o.settings.chatGapDays) > 0;
}

function ofPlace(o: Occasion): NoCard | null {
  if (o.moments.some(isInChat)) return inChat(o);
  if (o.moments.includes('week')) return ofThisPage(o).length >= WEEK_CARDS ? 'week-full' : null;
  return inLastDays(o, ofMoment(o, 'thought'), 1) > 0 ? 'day-full' : null;
}

function inChat(o: Occasion): NoCard | null {
  const { settings, now, zones, lastTypedAt } = o;
  if (isInHours(settings.quietHours, localHour(now, zones))) return 'quiet-hours';
  if (lastTypedAt !== null && now - lastTypedAt < settings.typingPauseSeconds * 1000)
    return 'typing';
  if (settings.onlyNew && o.signals.new_message !== 1) return 'nothing-new';
  const cards = o.history.filter((card) => isInChat(card.moment));
  if (inLastDays(o, cards, 1) >= settings.perDay) return 'day-full';
  return inLastDays(o, cards, 7) >= settings.perWeek ? 'week-full' : null;
}

type Calendar = Pick<Occasion, 'history' | 'now' | 'zones' | 'settings'>;

/** How many cards the day and the week still leave, in all chats together. */
export function cardsLeft(o: Calendar): number {
  const calendar = { ...o, history: inTime(o.history, o.now) };
  const cards = calendar.history.filter((card) => isInChat(card.moment));
  const today = o.settings.perDay - inLastDays(calendar, cards, 1);
  const week = o.settings.perWeek - inLastDays(calendar, cards, 7);
  return Math.max(0, Math.min(today, week));
}

/** Whether the budget and the rules leave this one nudge. Its own `when` is judged elsewhere. */
export function isAllowed(nudge: Nudge, o: Occasion): boolean {
  if (nudge.weight === 'heavy' && !isHeavyOccasion(o)) return false;
  if (o.history.at(-1)?.concept === nudge.concept) return false;
  const same = cardsByNudge(o).get(nudge.id) ?? [];
  if (isRetired(nudge.id, same, o.settings)) return false;
  if (same.some((card) => cameWithin(o, card, nudge.cooldown_days))) return false;
  return isRoomForTheirs(nudge, o.signals);
}

/** What is the same for all nudges is told once an occasion. */
function once<T>(tell: (o: Occasion) => T): (o: Occasion) => T {
  const known = new WeakMap<Occasion, { told: T }>();
  return (o) => {
    const one = known.get(o) ?? { told: tell(o) };
    known.set(o, one);
    return one.told;
  };
}

const isHeavyOccasion = once(isHeavyAllowed);

const cardsByNudge = once(({ history }) => {
  const cards = new Map<string, Shown[]>();
  for (const card of history) {
    const same = cards.get(card.nudge);
    if (same) same.push(card);
    else cards.set(card.nudge, [card]);
  }
  return cards;
});

/** Rule W, whatever the catalogue says: three or more waiting turns leave one concept. */
function isRoomForTheirs(nudge: Nudge, signals: Signals): boolean {
  if (!isInChat(nudge.moment)) return true;
  const space = nudge.concept === 'space-with-return';
  if ((signals.waiting_turns ?? 0) >= 3 && !space) return false;
  if (nudge.moment !== 'received') return true;
  return signals.rule_w === 1 || (space && signals.rule_w_many === 1);
}

function isHeavyAllowed(o: Occasion): boolean {
  const { settings, history, now, zones } = o;
  const heavy = history.filter((card) => card.weight === 'heavy');
  const here = heavy.filter((card) => card.conversation === o.conversation?.id);
  return (
    hasFelt(o.signals) &&
    !o.moments.some(isInChat) &&
    history.slice(-settings.heavyApart).every((card) => card.weight !== 'heavy') &&
    !isInHours(settings.heavyQuietHours, localHour(now, zones)) &&
    !stungLately(history, now, settings.heavyPauseDays) &&
    inLastDays(o, heavy, 7) < settings.heavyPerWeek &&
    inLastDays(o, here, settings.heavyChatGapDays) === 0 &&
    // Beside another thought about the same chat, on the weekly page, it stays away.
    inLastDays(o, ofThisChat(o), settings.chatGapDays) === 0 &&
    (!o.conversation || (o.signals.chat_age_days ?? 0) >= settings.heavyFromDay)
  );
}

function cameWithin(o: Occasion, card: Shown, days: number): boolean {
  if (!isWithinDays(o, card, days)) return false;
  return daysBetween(dayOf(card.at, o.zones), dayOf(o.now, o.zones)) < days;
}

/**
 * How many of these cards came in the last days, today included; "not now" widens the days.
 *
 * Telling an instant's day takes long, so it is asked only of cards for which it could matter.
 */
function inLastDays(o: Calendar, cards: readonly Shown[], days: number): number {
  const late = cards.filter((card) => isWithinDays(o, card, 2 * days));
  if (late.length === 0) return 0;
  const from: Day = addDays(
    dayOf(o.now, o.zones),
    1 - days * gapFactor(o.history, o.settings.slowAfter),
  );
  return late.filter((card) => dayOf(card.at, o.zones) >= from).length;
}

/** False only where no calendar, wherever the person was, has fewer days in between. */
function isWithinDays(o: Calendar, card: Shown, days: number): boolean {
  return o.now - card.at < (days + 3) * DAY;
}

function ofThisChat(o: Occasion): Shown[] {
  return o.history.filter((card) => card.conversation === o.conversation?.id);
}

function ofMoment(o: Occasion, moment: Moment): Shown[] {
  return o.history.filter((card) => card.moment === moment);
}

/** Cards of this week's page, all chats together. */
function ofThisPage(o: Occasion): Shown[] {
  const week = weekOf(dayOf(o.now, o.zones));
  const late = ofMoment(o, 'week').filter((card) => isWithinDays(o, card, 7));
  return late.filter((card) => weekOf(dayOf(card.at, o.zones)) === week);
}
