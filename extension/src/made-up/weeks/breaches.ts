/** The budget told a second time: what is wrong with a card, told from the log of what was shown. */
import type { Nudge, Shown } from '../../shared/nudge';
import type { Chat, Person } from './person';
import { dayNumber, hourOf, weekNumber } from './plain-clock';
import { Talk } from './plain-talk';

const DAY = 86_400_000;

/** All that is looked at for one card. */
interface Case {
  card: Shown;
  nudge: Nudge;
  person: Person;
  chat: Chat | null;
  talk: Talk | null;
  /** Cards before it, oldest first. */
  before: readonly Shown[];
  /** 2 after two "not now" in a row. */
  factor: number;
  /** The chat's last opening or card before this one. */
  since: number;
}

const IN_CHAT = ['opened', 'received', 'sent', 'composing'];
const OPEN_REACH = ['attachment', 'own-request', 'accept-no-answer', 'inner-resources'];

const isInChat = ({ moment }: Shown) => IN_CHAT.includes(moment);
const isHeavy = ({ weight }: Shown) => weight === 'heavy';

/** Cards of these that came within so many calendar days, the card's own day among them. */
function within({ card, person, factor }: Case, cards: readonly Shown[], days: number): number {
  const today = dayNumber(card.at, person.zones);
  return cards.filter(({ at }) => today - dayNumber(at, person.zones) < days * factor).length;
}

const here = ({ card, before }: Case) =>
  before.filter(({ conversation }) => conversation === card.conversation);
/** Those before it on the same weekly page. */
const page = ({ card, before, person }: Case) =>
  before.filter(
    ({ moment, at }) =>
      card.moment === 'week' &&
      moment === 'week' &&
      weekNumber(at, person.zones) === weekNumber(card.at, person.zones),
  );
const beside = (c: Case) => page(c).filter((card) => here(c).includes(card));
const same = ({ card, before }: Case) => before.filter(({ nudge }) => nudge === card.nudge);
const spoken = (cards: readonly Shown[]) =>
  cards.filter(({ answer }) => answer && answer !== 'closed').map(({ answer }) => answer);
const daysSince = ({ card, person }: Case, { at }: Shown) =>
  dayNumber(card.at, person.zones) - dayNumber(at, person.zones);
const isNight = ({ card, person }: Case, from: number, to: number) => {
  const hour = hourOf(card.at, person.zones);
  return hour >= from || hour < to;
};
const ageInDays = ({ card, person }: Case, chat: Chat) =>
  dayNumber(card.at, person.zones) - dayNumber(chat.chosenAt, person.zones);
const isFelt = ({ card }: Case, chat: Chat) =>
  chat.felt.some(({ at }) => at <= card.at && card.at - at <= 28 * DAY);

/** Each is true where the rule is broken. */
const ANY: Record<string, (c: Case) => boolean> = {
  'paused: none': ({ card, person }) =>
    person.pauses.some(({ from, to }) => card.at >= from && card.at < to),
  'cards are for chats of two': ({ chat }) => chat !== null && chat.kind !== 'one',
  'rest: none': ({ talk }) => talk?.rests() ?? false,
  'quiet here: none': ({ chat, card }) => chat !== null && card.at >= chat.quietFrom,
  'none on the first day': (c) => c.chat !== null && ageInDays(c, c.chat) < 1,
  'one a chat in three days': (c) => {
    const apart = here(c).filter((card) => !page(c).includes(card));
    return c.chat !== null && within(c, apart, 3) > 0;
  },
  'not again within its cooldown': (c) =>
    same(c).some((card) => daysSince(c, card) < c.nudge.cooldown_days),
  'never one idea twice in a row': ({ card, before }) => before.at(-1)?.concept === card.concept,
  'what stung is retired': (c) => same(c).some(({ answer }) => answer === 'stung'),
  'three "not now" retire a card': (c) => {
    const last = spoken(same(c)).slice(-3);
    return last.length === 3 && last.every((answer) => answer === 'not-now');
  },
  'three a week on the page': (c) => page(c).length > 2,
  'two of a chat on the page': (c) => beside(c).length > 1,
  'one thought a day': (c) =>
    c.card.moment === 'thought' &&
    c.before.some((card) => card.moment === 'thought' && daysSince(c, card) < 1),
};

const CHAT: Record<string, (c: Case) => boolean> = {
  'one a day': (c) => within(c, c.before.filter(isInChat), 1) > 0,
  'four a week': (c) => within(c, c.before.filter(isInChat), 7) > 3,
  'none from 22 to 8': (c) => isNight(c, 22, 8),
  'none within 10 s of typing': ({ card, person }) =>
    person.asks.some(({ typedAt, at }) => at === card.at && typedAt && at - typedAt < 10_000),
  'none without a new message': ({ talk, since }) => !talk?.hasNews(since),
  'composing is asked for': ({ card, person }) => card.moment === 'composing' && !person.composing,
  'no heavy card in a chat': ({ card }) => isHeavy(card),
  'rule O': ({ card, talk, since }) => OPEN_REACH.includes(card.concept) && !talk?.ruleO(since),
  'rule W': ({ card, talk }) => card.moment === 'received' && !talk?.ruleW().holds,
  'three or more of theirs wait': ({ card, talk }) => {
    const { waiting } = talk?.ruleW() ?? { waiting: 0 };
    return card.concept === 'space-with-return' ? waiting < 3 : waiting >= 3;
  },
  'quiet within the usual time': ({ card, talk }) =>
    card.concept === 'self-reflection' && !talk?.isQuietAsUsual(),
  'hello after 14 quiet days': ({ card, talk }) =>
    card.moment === 'sent' && (talk?.quietDaysBefore() ?? 0) < 14,
};

const HEAVY: Record<string, (c: Case) => boolean> = {
  'heavy: said how it feels, in 28 days': (c) =>
    c.chat ? !isFelt(c, c.chat) : !c.person.chats.some((chat) => isFelt(c, chat)),
  'heavy: one a week': (c) => within(c, c.before.filter(isHeavy), 7) > 0,
  'heavy: one a chat in 14 days': (c) =>
    c.chat !== null && within(c, here(c).filter(isHeavy), 14) > 0,
  'heavy: none beside another of its chat': (c) => beside(c).length > 0,
  'heavy: never two in a row': ({ before }) => before.at(-1)?.weight === 'heavy',
  'heavy: none from 20 to 8': (c) => isNight(c, 20, 8),
  'heavy: none in the first 14 days': (c) =>
    (c.chat ? [c.chat] : c.person.chats.filter((chat) => isFelt(c, chat))).every(
      (chat) => ageInDays(c, chat) < 14,
    ),
  'heavy: none for 14 days after a sting': ({ before, card }) =>
    before.some(({ answer, at }) => answer === 'stung' && card.at - at < 14 * DAY),
  'heavy: no figure': ({ nudge }) => /[{}\d]/.test([nudge.say, nudge.ask, nudge.try].join(' ')),
};

export const RULES = [...Object.keys(ANY), ...Object.keys(CHAT), ...Object.keys(HEAVY)];

/** The rules that one person's cards break: a name for each breach. */
export function breachesOf(person: Person, catalogue: ReadonlyMap<string, Nudge>): string[] {
  return person.shown.flatMap((card, i) => {
    const before = person.shown.slice(0, i);
    const rules = {
      ...ANY,
      ...(isInChat(card) ? CHAT : {}),
      ...(isHeavy(card) ? HEAVY : {}),
    };
    const one = caseOf(card, before, person, catalogue);
    return Object.keys(rules).filter((name) => rules[name]?.(one));
  });
}

function caseOf(
  card: Shown,
  before: readonly Shown[],
  person: Person,
  catalogue: ReadonlyMap<string, Nudge>,
): Case {
  const chat = person.chats.find(({ id }) => id === card.conversation) ?? null;
  const cards = before.filter(({ conversation }) => chat && conversation === chat.id);
  const looked = [...(chat?.openings ?? []), ...cards.map(({ at }) => at)];
  const nos = spoken(before).slice(-2);
  return {
    card,
    nudge: catalogue.get(card.nudge) as Nudge,
    person,
    chat,
    talk: chat && new Talk(chat, card.at),
    before,
    factor: nos.length === 2 && nos.every((answer) => answer === 'not-now') ? 2 : 1,
    since: Math.max(0, ...looked.filter((at) => at < card.at)),
  };
}
