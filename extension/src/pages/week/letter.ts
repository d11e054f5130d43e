/** The Monday letter: one paragraph, made from few facts. Pure: the same week reads the same. */
import type { WeekView } from '../../shared/messages';
import { type Facts, factsOf, isPerson } from './facts';
import { fill } from './fill';
import type { Speech } from './speech';
import type { Patterns, PluralPatterns } from './words/type';

type Lively = Facts['lively'][number];
type Pick = <T>(choice: readonly T[]) => T;

const WHOLE_WEEK = 7;

/** One warm, symmetric paragraph about a week. */
export function letter(view: WeekView, speech: Speech): string {
  const facts = factsOf(view);
  const pick = picker(view.week);
  const { letter: patterns } = speech.words;
  if (facts.chosen === 0) return pick(patterns.noChat);
  const sentences =
    facts.lively.length > 0 ? told(facts, pick, speech) : [silence(facts, pick, speech)];
  return [...sentences, ...gapSentences(facts, pick, speech), pick(patterns.closing)].join(' ');
}

function told(facts: Facts, pick: Pick, speech: Speech): string[] {
  const { letter: patterns } = speech.words;
  const story =
    facts.lively.length === 1
      ? [one(facts.lively[0] as Lively, pick, speech)]
      : several(facts, pick, speech);
  const beginning = facts.running ? patterns.firstSoFar : patterns.first;
  return [
    ...(facts.first ? [pick(beginning)] : []),
    ...story,
    ...(facts.bothBegan ? [pick(patterns.bothBegan)] : []),
  ];
}

function silence(facts: Facts, pick: Pick, { words }: Speech): string {
  return pick(facts.running ? words.letter.nothingSoFar : words.letter.quiet);
}

function one({ chat, days, inTouch }: Lively, pick: Pick, speech: Speech): string {
  const { letter: patterns } = speech.words;
  const name = speech.inSentence(chat.chat);
  if (inTouch === 0) return onDays(pick(patterns.oneWay), days, speech, name);
  const [some, every]: [PluralPatterns, Patterns] = isPerson(chat.chat)
    ? [patterns.onePerson, patterns.onePersonEveryDay]
    : [patterns.oneChat, patterns.oneChatEveryDay];
  if (inTouch === WHOLE_WEEK) return fill(pick(every), { name });
  return onDays(pick(some), inTouch, speech, name);
}

/** All by name in the person's own order; days over all of them, so that none is told apart. */
function several({ lively, daysInTouch }: Facts, pick: Pick, speech: Speech): string[] {
  const { letter: patterns } = speech.words;
  const names = speech.list(lively.map(({ chat }) => speech.inSentence(chat.chat)));
  const people = lively.every(({ chat, inTouch }) => isPerson(chat.chat) && inTouch > 0);
  const sentence = fill(pick(people ? patterns.severalPeople : patterns.severalChats), { names });
  if (daysInTouch === 0) return [sentence];
  if (daysInTouch === WHOLE_WEEK) return [sentence, pick(patterns.severalEveryDay)];
  return [sentence, onDays(pick(patterns.severalDays), daysInTouch, speech)];
}

/** @param days 1 to 7 */
function onDays(forms: PluralPatterns[number], days: number, speech: Speech, name = ''): string {
  const said = speech.words.numerals[days] ?? speech.number(days);
  return fill(speech.plural(forms, days, said), { name });
}

/** One of them: a letter is no report. */
function gapSentences({ gaps }: Facts, pick: Pick, { words }: Speech): string[] {
  const reasons = ['broken', 'erased', 'paused', 'not-open', 'begun'] as const;
  return reasons
    .filter((reason) => gaps.has(reason))
    .slice(0, 1)
    .map((reason) => pick(words.letter.gaps[reason]));
}

/** Chooses by the week, so that one week always reads the same and the next one differs. */
function picker(week: string): Pick {
  const number = Number(week.slice(0, 4)) * 53 + Number(week.slice(6));
  return <T>(choice: readonly T[]) => choice[number % choice.length] as T;
}
