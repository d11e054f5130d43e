/** One week as the weekly page shows it: local rows, joined with the server's where there is one. */
import type { CardView } from '../shared/card';
import { addDays, addWeeks, dayOf, daysOf, mondayOf, weekOf } from '../shared/days';
import type { WeekChat, WeekView } from '../shared/messages';
import { addRows, emptyRow, isUndated } from '../shared/rows';
import { load } from '../shared/storage';
import { directionOf } from '../shared/turns';
import type { Day, Instant, LedgerEvent, Row, Week, ZoneSpan } from '../shared/types';
import { type Conversation, conversations, eventsOf, ledger } from './ledger';
import { noteText, openingsToday, wordsKey } from './notes';
import { cardFor, redraw, shownCards, signalsOf } from './nudging/cards';
import { unlessFull } from './room';
import { call } from './server/call';
import { isWeek, type WeekReply } from './server/shapes';
import { chatInfo } from './state';
import { refreshRows, rowsOfConversation } from './tally';
import { usualOf } from './usual';

const TREND = 12;

export async function weekView(
  asked: Week | null,
  practice: boolean,
  realNow: Instant,
): Promise<WeekView> {
  await unlessFull(refreshRows(realNow));
  const zones = await load('zones');
  const chats = (await conversations()).filter((chat) => chat.practice === practice);
  const now = practice ? await practiceNow(chats, realNow) : realNow;
  const today = dayOf(now, zones);
  const running = weekOf(today);
  const week = asked ?? running;
  const { reply, source } = practice
    ? { reply: null, source: 'local' as const }
    : await served(week);
  const known = await Promise.all(chats.map((chat) => weekChat(chat, week, reply, zones, now)));
  return {
    week,
    today,
    running: week === running,
    practice,
    chats: known.filter(({ chat }) => !chat.resting),
    reflection: week === running ? await reflection(chats, now) : null,
    source,
    guess: (await noteText(wordsKey('guess', practice, week))) as WeekView['guess'],
    openedTimesToday: await openingsToday(dayOf(realNow, zones), asked === null),
    note: (await noteText(wordsKey('note', practice, week))) ?? '',
    noteFourWeeksAgo: await noteText(wordsKey('note', practice, addWeeks(week, -4))),
  };
}

/** The practice page has its own calendar: its now is its newest message. */
async function practiceNow(chats: Conversation[], realNow: Instant): Promise<Instant> {
  const events = (await Promise.all(chats.map(({ id }) => eventsOf(id)))).flat();
  return events.reduce(
    (latest, { at }) => Math.max(latest, at),
    chats.at(-1)?.lastOpened ?? realNow,
  );
}

async function served(
  week: Week,
): Promise<{ reply: WeekReply | null; source: WeekView['source'] }> {
  const account = await load('account');
  if (!account || account.withdrawn) return { reply: null, source: 'local' };
  try {
    const path = `/v1/weeks/${week}?trend=${TREND}`;
    const { status, body } = await call({ method: 'GET', path, token: account.token });
    if (status === 200 && isWeek(body)) return { reply: body, source: 'joined' };
  } catch {
    // Said on the page: what is local is shown all the same.
  }
  return { reply: null, source: 'server-away' };
}

async function weekChat(
  chat: Conversation,
  week: Week,
  reply: WeekReply | null,
  zones: ZoneSpan[],
  now: Instant,
): Promise<WeekChat> {
  const local = new Map((await rowsOfConversation(chat.id)).map(({ day, row }) => [day, row]));
  const theirs = reply?.conversations[chat.id];
  const joined = join(daysOf(week), local, (theirs?.days ?? {}) as Record<Day, Row>);
  const trend = joinTrend(week, local, theirs?.trend ?? []);
  const events = await eventsOf(chat.id);
  const inWeek = daysOf(week);
  return {
    chat: await chatInfo(chat, now),
    days: joined.days,
    sums: Object.values(joined.days).reduce(addRows, emptyRow()),
    trend,
    usual: usualOf(trend),
    gaps: gapsOf(chat, inWeek, zones),
    atLeast: joined.atLeast,
    undated: events.filter((event) => isLeftOut(event, inWeek, zones)).length,
    felt: chat.felt.filter(({ at }) => inWeek.includes(dayOf(at, zones))),
  };
}

/** A message that would count if only its day were certain. */
function isLeftOut(event: LedgerEvent, week: readonly Day[], zones: readonly ZoneSpan[]): boolean {
  if (!event.counted || !directionOf(event) || !isUndated(event, zones)) return false;
  return week.includes(dayOf(event.latest, zones));
}

/**
 * Of two rows of a day, the one that saw more messages. "At least" where another browser saw more
 * than this one: each may have seen what the other did not.
 */
export function join(
  days: readonly Day[],
  local: ReadonlyMap<Day, Row>,
  served: Readonly<Record<Day, Row>>,
): { days: Record<Day, Row>; atLeast: boolean } {
  const joined: Record<Day, Row> = {};
  let atLeast = false;
  for (const day of days) {
    const here = local.get(day);
    const there = served[day];
    const row = there && (!here || messagesOf(there) > messagesOf(here)) ? there : here;
    if (row && messagesOf(row) > 0) joined[day] = row;
    if (here && row === there && messagesOf(here) > 0) atLeast = true;
  }
  return { days: joined, atLeast };
}

function messagesOf(row: Row): number {
  return row.sent + row.received;
}

function joinTrend(
  week: Week,
  local: ReadonlyMap<Day, Row>,
  served: readonly ({ week: string } & Row)[],
): WeekChat['trend'] {
  const known = new Map(served.map(({ week: name, ...row }) => [name, row as Row]));
  return Array.from({ length: TREND }, (_, i) => addWeeks(week, i - TREND)).flatMap((one) => {
    const here = daysOf(one).reduce(
      (sum, day) => addRows(sum, local.get(day) ?? emptyRow()),
      emptyRow(),
    );
    const there = known.get(one);
    const row = there && messagesOf(there) > messagesOf(here) ? there : here;
    return messagesOf(row) > 0 ? [{ week: one, row }] : [];
  });
}

function gapsOf(chat: Conversation, days: readonly Day[], zones: ZoneSpan[]): WeekChat['gaps'] {
  return chat.gaps.flatMap(({ from, to, reason }) =>
    days
      .filter((day) => day >= dayOf(from, zones) && day <= dayOf(to, zones))
      .map((day) => ({ day, reason })),
  );
}

/** One reflection a week: the same one when the page is opened again, until it was answered. */
async function reflection(chats: Conversation[], now: Instant): Promise<CardView | null> {
  const zones = await load('zones');
  const ids = new Set(chats.map(({ id }) => id));
  const monday = mondayOf(weekOf(dayOf(now, zones)));
  const last = (await shownCards())
    .filter(
      ({ moment, conversation }) => moment === 'week' && conversation && ids.has(conversation),
    )
    .findLast(({ at }) => dayOf(at, zones) >= monday && dayOf(at, zones) < addDays(monday, 7));
  if (last) {
    const chat = chats.find(({ id }) => id === last.conversation);
    return last.answer === null && chat ? redraw(last, await signalsOf(chat, now)) : null;
  }
  for (const chat of chats) {
    const card = await cardFor(chat, 'week', now);
    if (card) return card;
  }
  return null;
}

/** Days with counts at all, newest last: which weeks there are to turn to. */
export async function countedDays(): Promise<Day[]> {
  return [...new Set((await (await ledger()).getAll('rows')).map(({ day }) => day))].sort();
}
