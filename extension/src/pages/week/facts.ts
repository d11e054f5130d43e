import { daysOf } from '../../shared/days';
import type { ChatInfo, GapReason, WeekChat, WeekView } from '../../shared/messages';
import type { Day, Row } from '../../shared/types';

/** The few facts that the letter is made from. Each speaks of both sides alike. */
export interface Facts {
  running: boolean;
  /** Nothing was counted in any week before. */
  first: boolean;
  /** Chosen chats that are not resting. */
  chosen: number;
  /** Chats with messages this week. */
  lively: { chat: WeekChat; days: number; inTouch: number }[];
  /** Days on which messages went both ways in some chat. */
  daysInTouch: number;
  /** In some chat each side began at least once. */
  bothBegan: boolean;
  /** `begun`: a chat was chosen, or Toward installed, within the week. */
  gaps: Set<Exclude<GapReason, 'not-installed' | 'not-chosen'> | 'begun'>;
}

/** "You and Ana" reads well of a named one-to-one chat, and of nothing else. */
export function isPerson(chat: Pick<ChatInfo, 'name' | 'kind'>): boolean {
  return chat.name !== null && chat.kind !== 'group';
}

/** Resting chats have no row, and no place in the letter. */
export function shownChats(view: WeekView): WeekChat[] {
  return view.chats.filter(({ chat }) => !chat.resting);
}

export function hasMessages(row: Row | undefined): boolean {
  return row !== undefined && row.sent + row.received > 0;
}

/** Days on which messages went both ways. */
function daysInTouch({ days }: WeekChat): Day[] {
  return Object.entries(days).flatMap(([day, row]) =>
    row.sent > 0 && row.received > 0 ? [day] : [],
  );
}

function daysWithMessages(days: Record<Day, Row>): number {
  return Object.values(days).filter(hasMessages).length;
}

export function factsOf(view: WeekView): Facts {
  const chats = shownChats(view);
  const lively = chats
    .filter(({ sums }) => hasMessages(sums))
    .map((chat) => ({
      chat,
      days: daysWithMessages(chat.days),
      inTouch: daysInTouch(chat).length,
    }));
  return {
    running: view.running,
    first: chats.every(({ trend }) => trend.length === 0),
    chosen: chats.length,
    lively: lively.sort((a, b) => a.chat.chat.number - b.chat.chat.number),
    daysInTouch: new Set(chats.flatMap(daysInTouch)).size,
    bothBegan: chats.some(({ sums }) => sums.opened_by_me > 0 && sums.opened_by_them > 0),
    gaps: new Set(chats.flatMap((chat) => reasonsOf(chat))),
  };
}

function reasonsOf({ gaps }: WeekChat) {
  return gaps.map(({ reason }) =>
    reason === 'not-installed' || reason === 'not-chosen' ? 'begun' : reason,
  );
}

/** Nothing was counted in this week nor in the twelve before it. */
export function isBlank(view: WeekView): boolean {
  return view.chats.every(({ sums, trend }) => !hasMessages(sums) && trend.length === 0);
}

/** How a day is drawn: counted, not to be told yet, or a gap. */
export type DayState = 'counted' | 'ahead' | 'gap';

export function dayState(entry: WeekChat, day: Day, today: Day): DayState {
  if (hasMessages(entry.days[day])) return 'counted';
  if (day > today) return 'ahead';
  return entry.gaps.some((gap) => gap.day === day) ? 'gap' : 'counted';
}

export function daysTold(view: WeekView): Day[] {
  return daysOf(view.week);
}
