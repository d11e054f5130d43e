import { dayOf, daysBetween, localHour } from '../../shared/days';
import type { FeltAnswer, SignalName, Signals } from '../../shared/nudge';
import { type Turn, turnsOf } from '../../shared/turns';
import type {
  Day,
  Definitions,
  Instant,
  Kind,
  LedgerEvent,
  Row,
  ZoneSpan,
} from '../../shared/types';
import { feltSignals } from './felt';
import {
  type ChatView,
  DAY,
  type Gap,
  HOUR,
  isResting,
  lastUnclear,
  ruleO,
  ruleW,
  ruleWMany,
  trailing,
  usualAnswer,
  waiting,
} from './rules';
import { swingCycles } from './swings';
import { weeklySignals } from './weekly';

export interface ConversationMeta {
  includedAt: Instant;
  /** "Let this chat rest." */
  letRest: boolean;
  newInLife: boolean;
  /**
   * Time of the newest message that was there at the opening of the chat before this moment's
   * own, or at the last card in it. Null: the chat has not been opened before.
   */
  newestAtLastOpening: Instant | null;
  /** The newest message carries a reaction that the page shows. */
  closedByReaction: boolean;
}

export interface SignalInput {
  /** One conversation's events, in any order. */
  events: readonly LedgerEvent[];
  /** Stretches not seen, pauses among them. */
  gaps: readonly Gap[];
  /** All rows kept of the conversation, back to its first weeks. */
  rows: ReadonlyMap<Day, Row>;
  felt: readonly FeltAnswer[];
  meta: ConversationMeta;
  definitions: Definitions;
  zones: readonly ZoneSpan[];
  now: Instant;
}

/** All signals of one conversation at one instant; what cannot be told is absent. */
export function computeSignals(input: SignalInput): Signals {
  const { events, gaps, rows, meta, now, zones } = input;
  const turns = turnsOf(events, input.definitions);
  const newMessage = hasNewMessage(input);
  const { closedByReaction } = meta;
  const view: ChatView = { now, events, turns, gaps, closedByReaction, newMessage };
  const today = dayOf(now, zones);
  const included = dayOf(meta.includedAt, zones);
  return {
    local_hour: localHour(now, zones),
    ...feltSignals(input.felt, now, zones),
    ...weeklySignals(rows, included, today),
    ...told({
      felt_new: meta.newInLife,
      rule_o: ruleO(view),
      rule_w: ruleW(view),
      rule_w_many: ruleWMany(view),
      rest: isResting(events, meta, now),
      new_message: newMessage,
      waiting_turns: waiting(view).turns,
      within_usual_time: isWithinUsualTime(view),
      own_hello_after_days: quietDaysBeforeHello(view),
      swing_cycles: swingCycles(rows, today, unseenDays(gaps, now, zones)),
      chat_age_days: daysBetween(included, today),
    }),
  };
}

/** One chat as a thought for today may look at it: how it feels, and whether it may count here. */
export interface FeltChat {
  felt: readonly FeltAnswer[];
  newInLife: boolean;
  kind: Kind;
  includedAt: Instant;
  resting: boolean;
}

/**
 * The signals of a thought for today, about no chat in particular: the newest answer of any
 * one-to-one chat that was chosen `fromDay` days ago or more and does not rest.
 */
export function thoughtSignals(
  chats: readonly FeltChat[],
  now: Instant,
  zones: readonly ZoneSpan[],
  fromDay = 14,
): Signals {
  const today = dayOf(now, zones);
  const counting = chats
    .filter((chat) => chat.kind === 'one' && !chat.resting)
    .filter((chat) => daysBetween(dayOf(chat.includedAt, zones), today) >= fromDay);
  const felt = counting.flatMap((chat) => chat.felt);
  const { felt_same_weeks: _, ...signals } = feltSignals(felt, now, zones);
  const felt_new = Number(counting.some((chat) => chat.newInLife));
  return { local_hour: localHour(now, zones), felt_new, ...signals };
}

/** Yes is 1, no is 0; what is null cannot be told and is left out. */
function told(values: Partial<Record<SignalName, number | boolean | null>>): Signals {
  const known = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, Number(value)]));
}

function hasNewMessage({ events, meta }: SignalInput): boolean {
  const newest = latestOf(events.filter((e) => e.counted).map((e) => e.at));
  return newest > (meta.newestAtLastOpening ?? Number.NEGATIVE_INFINITY);
}

function latestOf(times: readonly Instant[]): Instant {
  return times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

/** Half an hour at the least: sooner, "quiet" would say too much. */
function isWithinUsualTime(view: ChatView): boolean | null {
  const usual = usualAnswer(view.turns);
  if (usual === null) return null;
  const run = trailing(view.turns, 'out');
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || lastUnclear(view) >= last.first || view.closedByReaction) return false;
  return view.now - last.last >= HOUR / 2 && view.now - first.last < usual;
}

/** Whole days of silence on both sides before the person's opening, for an hour after it. */
function quietDaysBeforeHello({ turns, events, now }: ChatView): number | null {
  const hello = turns.at(-1);
  if (!hello || !isFreshHello(hello, now)) return null;
  const before = latestOf(events.filter((e) => e.at < hello.first).map((e) => e.latest));
  return Math.max(0, Math.floor((hello.first - before) / DAY));
}

function isFreshHello(turn: Turn, now: Instant): boolean {
  return turn.direction === 'out' && turn.opening && now >= turn.first && now - turn.first <= HOUR;
}

function unseenDays(gaps: readonly Gap[], now: Instant, zones: readonly ZoneSpan[]) {
  const spans = gaps.map((gap) => [dayOf(gap.from, zones), dayOf(Math.min(gap.to, now), zones)]);
  return (day: Day) => spans.some(([from, to]) => from && to && from <= day && day <= to);
}
