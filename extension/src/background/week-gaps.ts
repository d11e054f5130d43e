/** What of a chat's time was not seen, and why: so that a gap is never drawn as a quiet day. Pure. */
import { dayOf } from '../shared/days';
import type { WeekChat } from '../shared/messages';
import type { Day, Instant, ZoneSpan } from '../shared/types';
import type { Conversation } from './ledger';

export type DayGap = WeekChat['gaps'][number];
type Reason = DayGap['reason'];

interface Unseen {
  from: Instant;
  /** Exclusive. */
  to: Instant;
  reason: Reason;
}

/** Where two reasons meet in a day, the one that says most about it comes first. */
const ORDER: Reason[] = ['broken', 'paused', 'erased', 'not-open', 'not-chosen', 'not-installed'];

export interface Seen {
  zones: readonly ZoneSpan[];
  now: Instant;
  /** When Toward first ran in this browser; null on the practice page, which has its own calendar. */
  installed: Instant | null;
}

/** The days among these of which a part was not seen, each with its reason. */
export function gapsOn(chat: Conversation, days: readonly Day[], seen: Seen): DayGap[] {
  const spans = unseen(chat, seen).map(({ from, to, reason }) => {
    return {
      first: dayOf(from, seen.zones),
      last: dayOf(Math.max(from, to - 1), seen.zones),
      reason,
    };
  });
  const today = dayOf(seen.now, seen.zones);
  const [begin = '', end = ''] = [days[0], days.at(-1)];
  // Most chats have none among these days.
  if (!spans.some(({ first, last }) => first <= end && last >= begin)) return [];
  return days
    .filter((day) => day <= today)
    .flatMap((day) => {
      const reasons = spans.filter(({ first, last }) => first <= day && day <= last);
      const reason = ORDER.find((one) => reasons.some((span) => span.reason === one));
      return reason ? [{ day, reason }] : [];
    });
}

function unseen(chat: Conversation, seen: Seen): Unseen[] {
  return [...chat.gaps, ...before(chat, seen), ...between(chat), ...since(chat, seen.now)];
}

const LONG_AGO = 0;

/** Before the chat was chosen, and before Toward was there at all. */
function before({ intervals, gaps, pausedAll }: Conversation, { installed, now }: Seen): Unseen[] {
  const chosen = intervals[0]?.from ?? (pausedAll ? now : (gaps[0]?.from ?? now));
  const here = Math.min(installed ?? LONG_AGO, chosen);
  const spans: Unseen[] = [
    { from: LONG_AGO, to: here, reason: 'not-installed' },
    { from: here, to: chosen, reason: 'not-chosen' },
  ];
  return spans.filter(({ from, to }) => to > from);
}

/** Holes in the counting: a pause has a gap of its own, anything else was erased. */
function between({ intervals, gaps }: Conversation): Unseen[] {
  const known = gaps.filter(({ reason }) => reason === 'paused');
  return intervals.slice(1).flatMap(({ from: to }, i): Unseen[] => {
    const from = intervals[i]?.to ?? to;
    const isPause = known.some((gap) => gap.from < to && gap.to > from);
    return isPause || to <= from ? [] : [{ from, to, reason: 'erased' }];
  });
}

/** What lasts until now: a pause, a chat that was left out, a page that cannot be read. */
function since({ intervals, pausedAll, brokenSince }: Conversation, now: Instant): Unseen[] {
  const ended = intervals.length > 0 ? intervals.at(-1)?.to : null;
  const reason = pausedAll ? 'paused' : 'not-chosen';
  return [
    ...(typeof ended === 'number' ? [{ from: ended, to: now, reason } as const] : []),
    ...(brokenSince != null ? [{ from: brokenSince, to: now, reason: 'broken' } as const] : []),
  ].filter(({ from, to }) => to > from);
}
