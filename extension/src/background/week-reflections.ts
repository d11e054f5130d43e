/** The weekly page's thoughts: chosen once a week, and the same ones until they are answered. */
import type { CardView } from '../shared/card';
import { dayOf, weekOf } from '../shared/days';
import type { WeekView } from '../shared/messages';
import type { Shown } from '../shared/nudge';
import type { ConversationId, Instant, Week, ZoneSpan } from '../shared/types';
import type { Conversation, ShownCard } from './ledger';
import { WEEK_CARDS, WEEK_CARDS_LEAST } from './nudging/budget';
import { history, redraw, shownCards, signalsIn } from './nudging/cards';
import { mayStand, pageCard, type Sitting, sitting } from './nudging/page-cards';
import { DAY } from './nudging/rules';

let last: Promise<unknown> = Promise.resolve();

/** One page at a time: two that open at once would choose twice. */
export function reflections(chats: Conversation[], now: Instant): Promise<CardView[]> {
  const next = last.catch(() => {}).then(() => chosenOnce(chats, now));
  last = next;
  return next;
}

async function chosenOnce(chats: Conversation[], now: Instant): Promise<CardView[]> {
  const ids = new Set<ConversationId | null>(chats.map(({ id }) => id));
  const asked = (await shownCards()).filter((c) => c.moment === 'week' && ids.has(c.conversation));
  const here = await sitting(chats[0]?.practice ?? false, now);
  const week = weekOf(dayOf(now, here.zones));
  const ofWeek = asked.filter((card) => isOf(week, card, here.zones));
  if (ofWeek.length === 0) return choose(inTurn(chats, asked), here);
  const open = ofWeek.filter(({ answer }) => answer === null);
  return drawn(open, chats, here);
}

function isOf(week: Week, { at }: ShownCard, zones: readonly ZoneSpan[]): boolean {
  return weekOf(dayOf(at, zones)) === week;
}

/** The chat that was asked about longest ago comes first. */
export function inTurn(chats: readonly Conversation[], asked: readonly ShownCard[]) {
  const lastAsked = (id: ConversationId) =>
    asked.findLast(({ conversation }) => conversation === id)?.at ?? 0;
  return [...chats].sort((a, b) => lastAsked(a.id) - lastAsked(b.id) || a.number - b.number);
}

async function choose(chats: Conversation[], here: Sitting): Promise<CardView[]> {
  const cards: CardView[] = [];
  const willing: Conversation[] = [];
  const ask = async (chat: Conversation) => {
    const card = await pageCard(chat, here);
    if (card) cards.push(card);
    if (card) willing.push(chat);
  };
  for (const chat of chats) if (cards.length < WEEK_CARDS) await ask(chat);
  for (const chat of [...willing]) if (cards.length < WEEK_CARDS_LEAST) await ask(chat);
  return cards;
}

async function drawn(
  shown: ShownCard[],
  chats: Conversation[],
  here: Sitting,
): Promise<CardView[]> {
  const cards = await Promise.all(
    shown.map(async (card) => {
      const chat = chats.find(({ id }) => id === card.conversation);
      if (!chat || !mayStand(card, chat, here)) return null;
      return redraw(card, await signalsIn(chat, here.now));
    }),
  );
  return cards.filter((card) => card !== null);
}

/** From three weeks of cards on, and from so many answers. */
const HELPED_AFTER_MS = 21 * DAY;
const LEAST_ANSWERS = 8;

/** How often the person called a card helpful, said "not now", or that it stung. Pure. */
export function helpedBy(shown: readonly Shown[], now: Instant): WeekView['helped'] {
  const [first] = shown;
  if (!first || now - first.at < HELPED_AFTER_MS) return null;
  const count = (answer: Shown['answer']) => shown.filter((one) => one.answer === answer).length;
  const told = { helpful: count('helpful'), notNow: count('not-now'), stung: count('stung') };
  return told.helpful + told.notNow + told.stung < LEAST_ANSWERS ? null : told;
}

/** Practice has no three weeks of cards. */
export async function helped(practice: boolean, now: Instant): Promise<WeekView['helped']> {
  return practice ? null : helpedBy(await history(false), now);
}
