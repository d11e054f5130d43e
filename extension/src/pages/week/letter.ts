/** The Monday letter: one paragraph, made from few facts. Pure: the same week reads the same. */
import type { WeekView } from '../../shared/messages';
import { chatName } from '../shared/words';
import { type Facts, factsOf } from './facts';
import * as patterns from './patterns';
import { daysInWords, isPerson, listInWords } from './words';

type Lively = Facts['lively'][number];
type Pick = (choice: patterns.Patterns) => string;

/** One warm, symmetric paragraph about a week. */
export function letter(view: WeekView): string {
  const facts = factsOf(view);
  const pick = picker(view.week);
  if (facts.chosen === 0) return pick(patterns.NO_CHAT);
  const sentences = facts.lively.length > 0 ? told(facts, pick) : [silence(facts, pick)];
  return [...sentences, ...gapSentences(facts, pick), pick(patterns.CLOSING)].join(' ');
}

function told(facts: Facts, pick: Pick): string[] {
  const story =
    facts.lively.length === 1 ? one(facts.lively[0] as Lively, pick) : several(facts, pick);
  const frame = facts.first ? (facts.running ? patterns.FIRST_SO_FAR : patterns.FIRST) : null;
  const sentences = [frame ? pick(frame).replace('{story}', () => story) : story];
  if (facts.bothBegan) sentences.push(pick(patterns.BOTH_BEGAN));
  return sentences;
}

function silence(facts: Facts, pick: Pick): string {
  return pick(facts.running ? patterns.NOTHING_SO_FAR : patterns.QUIET);
}

function one({ chat, days, inTouch }: Lively, pick: Pick): string {
  const name = chatName(chat.chat);
  if (inTouch === 0) return filled(pick(patterns.ONE_APART), { name, days: daysInWords(days) });
  const choice = isPerson(chat.chat) ? patterns.ONE_PERSON : patterns.ONE_CHAT;
  return filled(pick(choice), { name, days: daysInWords(inTouch) });
}

/** All by name in the person's own order; days over all of them, so that none is told apart. */
function several({ lively, daysInTouch }: Facts, pick: Pick): string {
  const names = listInWords(lively.map(({ chat }) => chatName(chat.chat)));
  const people = lively.every(({ chat, inTouch }) => isPerson(chat.chat) && inTouch > 0);
  const choice = people ? patterns.SEVERAL_PEOPLE : patterns.SEVERAL_CHATS;
  const sentence = filled(pick(choice), { names });
  if (daysInTouch === 0) return sentence;
  return `${sentence} ${filled(pick(patterns.SEVERAL_DAYS), { days: daysInWords(daysInTouch) })}`;
}

function gapSentences({ gaps }: Facts, pick: Pick): string[] {
  const reasons = ['broken', 'paused', 'not-open'] as const;
  return reasons
    .filter((reason) => gaps.has(reason))
    .slice(0, 1)
    .map((reason) => pick(patterns.GAPS[reason]));
}

/** Names may hold `$&` and the like, hence the function. */
function filled(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key.toLowerCase()] ?? '';
    return key === 'Days' ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  });
}

/** Chooses by the week, so that one week always reads the same and the next one differs. */
function picker(week: string): Pick {
  const number = Number(week.slice(0, 4)) * 53 + Number(week.slice(6));
  return (choice) => choice[number % choice.length] as string;
}
