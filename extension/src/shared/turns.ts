import type { Definitions, Direction, Instant, LedgerEvent } from './types';

/** Messages of one side in a row, none more than the turn gap after the one before. */
export interface Turn {
  direction: 'out' | 'in';
  first: Instant;
  last: Instant;
  messages: number;
  /** The first turn after six hours (by default) of known silence. */
  opening: boolean;
  /** Beginning of the other side's next turn, when it came within 24 h of `last`. */
  answeredAt: Instant | null;
}

/** Lowest and highest value of each definition (DESIGN: "Words"). */
export const DEFINITION_LIMITS = {
  openingHours: [1, 24],
  turnMinutes: [2, 60],
} as const satisfies Record<keyof Definitions, readonly [number, number]>;

/** Whether these may be set; anything may be asked of. */
export function areDefinitions(value: unknown): value is Definitions {
  const asked = (value ?? {}) as Definitions;
  const names = Object.keys(DEFINITION_LIMITS) as (keyof Definitions)[];
  return names.every((name) => {
    const [low, high] = DEFINITION_LIMITS[name];
    return Number.isInteger(asked[name]) && asked[name] >= low && asked[name] <= high;
  });
}

/** A turn is answered when the other side's next turn begins within this time of its end. */
export const ANSWER_WINDOW_MS = 24 * 3_600_000;

/** Direction from the two bits: both set means the page contradicted itself, hence unknown. */
export function directionOf(event: Pick<LedgerEvent, 'direction'>): Direction {
  return event.direction === 1 ? 'out' : event.direction === 2 ? 'in' : null;
}

/** Time, then the link to the message above, then the key: the same order whatever came first. */
export function inOrder(events: readonly LedgerEvent[]): LedgerEvent[] {
  const sorted = [...events].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const out: LedgerEvent[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && sorted[end]?.at === sorted[i]?.at) end++;
    out.push(...(end - i === 1 ? sorted.slice(i, end) : byLinks(sorted.slice(i, end))));
    i = end;
  }
  return out;
}

/** Events of one instant, each after the one it was seen below; key order decides the rest. */
function byLinks(tied: LedgerEvent[]): LedgerEvent[] {
  const waiting = new Map(tied.map((event) => [event.key, event]));
  const out: LedgerEvent[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].find((e) => !e.previous.some((key) => waiting.has(key)));
    const next = free ?? (waiting.values().next().value as LedgerEvent);
    out.push(next);
    waiting.delete(next.key);
  }
  return out;
}

/** Timed well enough to enter turns: machine time, or seen as it came. */
export function isTimed(event: LedgerEvent): boolean {
  return event.source !== 'between';
}

/** Two times this close are taken as one moment: apps stamp by the second or the minute. */
const SAME_MOMENT_MS = 60_000;

/**
 * The turns of one conversation, oldest first.
 *
 * Events may come in any order; those not timed are left out, uncounted ones only break silence,
 * unknown directions break a turn.
 */
export function turnsOf(events: readonly LedgerEvent[], definitions: Definitions): Turn[] {
  const timed = inOrder(events.filter(isTimed));
  const times = new Map(timed.map((event) => [event.key, event.at]));
  const turns: Turn[] = [];
  let open: Turn | null = null;
  let before: Instant | null = null;
  for (const event of timed) {
    const direction = event.counted ? directionOf(event) : null;
    if (!direction) {
      open = null;
    } else if (open?.direction === direction && joins(open, event.at, definitions)) {
      open.last = event.at;
      open.messages++;
    } else {
      const opening = before !== null && isOpening(event, before, times, definitions);
      open = newTurn(direction, event.at, opening);
      turns.push(open);
    }
    before = event.at;
  }
  return markAnswers(turns);
}

function newTurn(direction: 'out' | 'in', at: Instant, opening: boolean): Turn {
  return { direction, first: at, last: at, messages: 1, opening, answeredAt: null };
}

function joins(turn: Turn, at: Instant, { turnMinutes }: Definitions): boolean {
  return at - turn.last <= turnMinutes * 60_000;
}

/**
 * Silence must be known: the message was seen directly below the newest one before it. Otherwise
 * something may have been said in between that nobody saw.
 */
function isOpening(
  event: LedgerEvent,
  before: Instant,
  times: ReadonlyMap<string, Instant>,
  { openingHours }: Definitions,
): boolean {
  if (event.at - before < openingHours * 3_600_000) return false;
  return event.previous.some((key) => before - (times.get(key) ?? -Infinity) < SAME_MOMENT_MS);
}

/** The other side's next turn answers every turn since its own last one, within 24 h of each. */
function markAnswers(turns: Turn[]): Turn[] {
  let waiting: Turn[] = [];
  for (const turn of turns) {
    if (waiting[0] && waiting[0].direction !== turn.direction) {
      for (const asked of waiting) {
        if (turn.first - asked.last <= ANSWER_WINDOW_MS) asked.answeredAt = turn.first;
      }
      waiting = [];
    }
    waiting.push(turn);
  }
  return turns;
}
