import { directionOf, isTimed, type Turn } from '../../shared/turns';
import type { Instant, LedgerEvent } from '../../shared/types';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Without an incoming message for this long, a chat rests. */
export const REST_DAYS = 21;
const WINDOW = 28 * DAY;

/** A stretch in which nothing was seen, a pause among them. */
export interface Gap {
  from: Instant;
  to: Instant;
}

/** What the rules look at: one conversation, at one instant. */
export interface ChatView {
  now: Instant;
  events: readonly LedgerEvent[];
  turns: readonly Turn[];
  gaps: readonly Gap[];
  /** The newest message carries a reaction that the page shows. */
  closedByReaction: boolean;
  /** Something is newer than what was there at the last opening of the chat or card in it. */
  newMessage: boolean;
}

/** The last turns, all of one side; empty if the other side came last. */
export function trailing(turns: readonly Turn[], direction: 'out' | 'in'): readonly Turn[] {
  return turns.slice(turns.findLastIndex((turn) => turn.direction !== direction) + 1);
}

/**
 * The latest instant at which something may have come that we could not place: an unknown
 * direction, a time not known, a new baseline, a gap. What lies before it may have been answered.
 */
export function lastUnclear(view: Pick<ChatView, 'events' | 'gaps'>): Instant {
  const unclear = view.events.filter((e) => !e.counted || !directionOf(e) || !isTimed(e));
  const times = [...unclear.map((e) => e.latest), ...view.gaps.map((gap) => gap.to)];
  return times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

/**
 * This chat's usual time for coming back, in ms: the 90th percentile (nearest rank) of the times
 * from the end of the person's turn to the turn that answered it. Null below 20 answers.
 */
export function usualAnswer(turns: readonly Turn[]): number | null {
  const byAnswer = new Map<Instant, number>();
  for (const turn of turns) {
    if (turn.direction !== 'out' || turn.answeredAt === null) continue;
    byAnswer.set(turn.answeredAt, turn.answeredAt - turn.last);
  }
  const times = [...byAnswer.values()].sort((a, b) => a - b);
  return times.length < 20 ? null : (times[Math.ceil(0.9 * times.length) - 1] ?? null);
}

/** Rule O, the open reach. Null: cannot be told, for want of 20 answers. */
export function ruleO(view: ChatView): boolean | null {
  const usual = usualAnswer(view.turns);
  if (usual === null) return null;
  if (view.closedByReaction || !view.newMessage) return false;
  const unclear = lastUnclear(view);
  const old = trailing(view.turns, 'out').filter(
    (turn) => turn.first > unclear && view.now - turn.last > usual,
  );
  const [first, last] = [old[0], old.at(-1)];
  return Boolean(first && last && last.first - first.last >= 3 * HOUR);
}

/** Their turns at the end: how many, and whether that is all we need to know of them. */
export function waiting(view: ChatView): { turns: number; clear: boolean; last: Turn | null } {
  const run = trailing(view.turns, 'in');
  const last = run.at(-1) ?? null;
  return { turns: run.length, clear: last !== null && lastUnclear(view) < last.first, last };
}

/** Rule W but for the number of waiting turns. Null: nothing yet that could have been answered. */
function ruleWBase(view: ChatView): boolean | null {
  const returned = comesBackToMost(view);
  if (returned === null) return null;
  const { clear, last } = waiting(view);
  if (!clear || !last || view.closedByReaction) return false;
  const age = view.now - last.last;
  return returned && age >= 3 * HOUR && age <= DAY && begins(view) && wroteLately(view);
}

/** Rule W, the waiting reach: one or two turns of theirs. */
export function ruleW(view: ChatView): boolean | null {
  const base = ruleWBase(view);
  return base && waiting(view).turns < 3;
}

/** The same with three turns or more: space-with-return, and nothing else. */
export function ruleWMany(view: ChatView): boolean | null {
  const base = ruleWBase(view);
  return base && waiting(view).turns >= 3;
}

function inWindow(view: ChatView, turn: Turn): boolean {
  return view.now - turn.first <= WINDOW;
}

function begins(view: ChatView): boolean {
  return view.turns.some((t) => t.direction === 'out' && t.opening && inWindow(view, t));
}

/** A turn younger than the 24 h in which it can be answered is not yet judged. */
function comesBackToMost(view: ChatView): boolean | null {
  const settled = view.turns.filter(
    (t) =>
      t.direction === 'in' &&
      inWindow(view, t) &&
      (t.answeredAt !== null || view.now - t.last > DAY),
  );
  if (settled.length === 0) return null;
  return settled.filter((t) => t.answeredAt !== null).length * 2 > settled.length;
}

/** A silence of one's own over 72 h is a decision. */
function wroteLately(view: ChatView): boolean {
  return view.events.some((e) => directionOf(e) === 'out' && view.now - e.at <= 72 * HOUR);
}

/**
 * Whether a chat rests: the person let it, or nothing came in for 21 days. Where nothing ever
 * came in, the days run from the moment the chat was chosen.
 */
export function isResting(
  events: readonly LedgerEvent[],
  meta: { includedAt: Instant; letRest: boolean },
  now: Instant,
): boolean {
  if (meta.letRest) return true;
  const incoming = events.filter((e) => directionOf(e) === 'in').map((e) => e.at);
  const last = incoming.length > 0 ? incoming.reduce((a, b) => Math.max(a, b)) : meta.includedAt;
  return now - last >= REST_DAYS * DAY;
}
