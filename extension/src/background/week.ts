/** One week as the weekly page shows it: local rows, joined with the server's where there is one. */
import { addDays, addWeeks, dayOf, daysOf, mondayOf, remembering, weekOf } from '../shared/days';
import type { WeekChat, WeekView } from '../shared/messages';
import { addRows, emptyRow } from '../shared/rows';
import { load } from '../shared/storage';
import type { ConversationId, Day, Instant, Row, Week } from '../shared/types';
import { type Conversation, conversations, eventsOf } from './ledger';
import { noteText, openingsToday, wordsKey } from './notes';
import { unlessFull } from './room';
import { call } from './server/call';
import { isRefusal, isWeek, type WeekReply } from './server/shapes';
import { chatInfo } from './state';
import { refreshRows, rowsOfMany, undatedDays } from './tally';
import { usualOf } from './usual';
import { type DayGap, gapsOn, type Seen } from './week-gaps';
import { join, joinTrend, messagesOf, TREND, weeksBefore } from './week-join';
import { helped, reflections } from './week-reflections';

/** What is the same for every week that is told at once. */
interface Sight {
  chats: Conversation[];
  /** Of all these weeks, and of those before them that are shown. */
  rows: Map<ConversationId, Map<Day, Row>>;
  seen: Seen;
  practice: boolean;
  helped: WeekView['helped'];
  openedTimesToday: number;
}

/**
 * One week; with `asked: null` the running one, and the finished one before it along with it: a page
 * that is opened shows both, and most of what they are made of is the same.
 */
export async function weekView(
  asked: Week | null,
  practice: boolean,
  realNow: Instant,
): Promise<WeekView> {
  await unlessFull(refreshRows(realNow));
  const zones = await load('zones');
  const chats = (await conversations()).filter((chat) => chat.practice === practice);
  const now = practice ? await practiceNow(chats, realNow) : realNow;
  const running = weekOf(dayOf(now, zones));
  const before = addWeeks(running, -1);
  const sight: Sight = {
    chats,
    rows: asked ? await rowsFor(chats, asked, asked) : await rowsFor(chats, before, running),
    seen: { zones, now, installed: practice ? null : (zones[0]?.from ?? null) },
    practice,
    helped: await helped(practice, realNow),
    openedTimesToday: await openingsToday(dayOf(realNow, zones), asked === null),
  };
  if (asked) return oneWeek(asked, sight);
  const [view, finished] = await Promise.all([oneWeek(running, sight), oneWeek(before, sight)]);
  return { ...view, finished };
}

async function oneWeek(week: Week, sight: Sight): Promise<WeekView> {
  const { chats, rows, seen, practice, openedTimesToday } = sight;
  const today = dayOf(seen.now, seen.zones);
  const running = week === weekOf(today);
  const { reply, source } = practice
    ? { reply: null, source: 'local' as const }
    : await served(week);
  const known = await Promise.all(
    chats.map((chat) => weekChat(chat, week, rows.get(chat.id) ?? new Map(), reply, seen)),
  );
  return {
    ...{ week, today, running, practice, source, openedTimesToday, helped: sight.helped },
    chats: known.filter(({ chat }) => !chat.resting),
    reflections: running ? await reflections(chats, seen.now) : [],
    guess: (await noteText(wordsKey('guess', practice, week))) as WeekView['guess'],
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
  if (!account || account.withdrawn || account.revoked) return { reply: null, source: 'local' };
  // It has the token of the browser that was lost only.
  if (account.restored) return { reply: null, source: 'server-away' };
  try {
    const path = `/v1/weeks/${week}?trend=${TREND}&parts=true`;
    const { status, body } = await call({ method: 'GET', path, token: account.token });
    if (status === 200 && isWeek(body)) return { reply: body, source: 'joined' };
    // It answered: it does not know this browser any more, which the next upload says.
    if (isRefusal(body, 401)) return { reply: null, source: 'local' };
  } catch {
    // Said on the page: what is local is shown all the same.
  }
  return { reply: null, source: 'server-away' };
}

async function weekChat(
  chat: Conversation,
  week: Week,
  local: ReadonlyMap<Day, Row>,
  reply: WeekReply | null,
  seen: Seen,
): Promise<WeekChat> {
  const inWeek = daysOf(week);
  const theirs = reply?.conversations[chat.id];
  const served = (theirs?.days ?? {}) as Record<Day, Row>;
  const joined = join(inWeek, local, served, theirs?.parts);
  const trend = joinTrend(week, local, theirs?.trend ?? []);
  const elsewhere = (day: Day) => joined.days[day] !== undefined && !local.has(day);
  return {
    chat: await chatInfo(chat, seen.now),
    days: joined.days,
    sums: Object.values(joined.days).reduce(addRows, emptyRow()),
    trend,
    usual: usualOf(trend),
    // What another browser counted was seen, if not by this one.
    gaps: gapsOn(chat, inWeek, seen).filter(({ day }) => !elsewhere(day)),
    trendGaps: trendGaps(chat, week, seen),
    activeDays: activeDays(week, local, joined.days),
    atLeast: joined.atLeast,
    undated: (await undatedDays(chat, seen.zones)).filter((day) => inWeek.includes(day)).length,
    felt: chat.felt.filter(({ at }) => inWeek.includes(dayOf(at, seen.zones))),
  };
}

/** Of the weeks from one to another, and of those before them that are shown. */
function rowsFor(chats: readonly Conversation[], from: Week, to: Week) {
  const ids = chats.map(({ id }) => id);
  return rowsOfMany(ids, addDays(mondayOf(from), -7 * TREND), addDays(mondayOf(to), 6));
}

const daysBefore = remembering((week) => weeksBefore(week).flatMap(daysOf));

function trendGaps(chat: Conversation, week: Week, seen: Seen): WeekChat['trendGaps'] {
  const first = new Map<Week, DayGap>();
  for (const gap of gapsOn(chat, daysBefore(week), seen)) {
    const one = weekOf(gap.day);
    if (!first.has(one)) first.set(one, gap);
  }
  return [...first].map(([one, { reason }]) => ({ week: one, reason }));
}

/** Of the three weeks before, this browser's own days: the server tells sums of those. */
function activeDays(week: Week, local: ReadonlyMap<Day, Row>, days: Record<Day, Row>): number {
  const before = daysBefore(week).slice(-21);
  const seen = before.filter((day) => messagesOf(local.get(day) ?? emptyRow()) > 0);
  return seen.length + Object.keys(days).length;
}
