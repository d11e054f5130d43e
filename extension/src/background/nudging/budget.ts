import { addDays, dayOf, daysBetween, localHour, weekOf } from '../../shared/days';
import type { Hours, Moment, Nudge, NudgeSettings, Shown, Signals } from '../../shared/nudge';
import type { ConversationId, Day, Instant, Kind, ZoneSpan } from '../../shared/types';
import { gapFactor, hasFelt, isRetired, stungLately } from './history';

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

function isPaused(until: NudgeSettings['pausedUntil'], now: Instant): boolean {
  return until === 'open' || (until !== null && now < until);
}

function ofConversation(o: Occasion): NoCard | null {
  if (!o.conversation) return null;
  if (o.conversation.kind !== 'one') return 'not-one-to-one';
  if (o.signals.rest !== 0) return 'rest';
  if (o.conversation.quiet) return 'quiet-here';
  if (!((o.signals.chat_age_days ?? 0) >= 1)) return 'first-day';
  return inLastDays(o, ofThisChat(o), o.settings.chatGapDays) > 0 ? 'chat-gap' : null;
}

function ofPlace(o: Occasion): NoCard | null {
  if (o.moments.some(isInChat)) return inChat(o);
  if (o.moments.includes('week')) return shownThisWeek(o) ? 'week-full' : null;
  return inLastDays(o, ofMoment(o, 'thought'), 1) > 0 ? 'day-full' : null;
}

function inChat(o: Occasion): NoCard | null {
  const { settings, now, zones, lastTypedAt } = o;
  if (isWithin(settings.quietHours, localHour(now, zones))) return 'quiet-hours';
  if (lastTypedAt !== null && now - lastTypedAt < settings.typingPauseSeconds * 1000)
    return 'typing';
  if (o.signals.new_message !== 1) return 'nothing-new';
  const cards = o.history.filter((card) => isInChat(card.moment));
  if (inLastDays(o, cards, 1) >= settings.perDay) return 'day-full';
  return inLastDays(o, cards, 7) >= settings.perWeek ? 'week-full' : null;
}

/** Whether the budget and the rules leave this one nudge. Its own `when` is judged elsewhere. */
export function isAllowed(nudge: Nudge, o: Occasion): boolean {
  if (isRetired(nudge.id, o.history, o.settings)) return false;
  const last = o.history.at(-1);
  if (last?.concept === nudge.concept) return false;
  const same = o.history.filter((card) => card.nudge === nudge.id);
  if (same.some((card) => daysSince(o, card) < nudge.cooldown_days)) return false;
  if (!isRoomForTheirs(nudge, o.signals)) return false;
  return nudge.weight === 'light' || isHeavyAllowed(o);
}

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
    history.at(-1)?.weight !== 'heavy' &&
    !isWithin(settings.heavyQuietHours, localHour(now, zones)) &&
    !stungLately(history, now, settings.heavyPauseDays) &&
    inLastDays(o, heavy, 7) < settings.heavyPerWeek &&
    inLastDays(o, here, settings.heavyChatGapDays) === 0 &&
    (!o.conversation || (o.signals.chat_age_days ?? 0) >= settings.heavyFromDay)
  );
}

export function isWithin({ from, to }: Hours, hour: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

function daysSince(o: Occasion, card: Shown): number {
  return daysBetween(dayOf(card.at, o.zones), dayOf(o.now, o.zones));
}

/** How many of these cards came in the last days, today included; "not now" widens the days. */
function inLastDays(o: Occasion, cards: readonly Shown[], days: number): number {
  const from: Day = addDays(dayOf(o.now, o.zones), 1 - days * gapFactor(o.history));
  return cards.filter((card) => dayOf(card.at, o.zones) >= from).length;
}

function ofThisChat(o: Occasion): Shown[] {
  return o.history.filter((card) => card.conversation === o.conversation?.id);
}

function ofMoment(o: Occasion, moment: Moment): Shown[] {
  return o.history.filter((card) => card.moment === moment);
}

/** The weekly page asks one question a week, all chats together. */
function shownThisWeek(o: Occasion): boolean {
  const week = weekOf(dayOf(o.now, o.zones));
  return ofMoment(o, 'week').some((card) => weekOf(dayOf(card.at, o.zones)) === week);
}
