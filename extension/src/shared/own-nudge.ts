/** Thoughts that the person writes: the rules to pick from, and what makes one sound. */
import signals from '../../../nudges/signals.json';
import type { Condition, Moment, OwnNudge, SignalName } from './nudge';

export const LONGEST_SAY = 200;
export const LONGEST_ASK = 140;
export const MOST_OWN = 30;
export const COOLDOWN = { least: 7, most: 365, usual: 21 } as const;

export const OWN_MOMENTS: [Moment, string][] = [
  ['opened', 'When I open a chat'],
  ['sent', 'After I have sent something'],
  ['received', 'When something of theirs has been there for some hours'],
  ['composing', 'Before I write again, if that is switched on above'],
  ['week', 'On the weekly page'],
  ['thought', 'As a thought for today, about no chat'],
];

/** One rule to pick, in the words of signals.json; `numbers` where it holds a number. */
export interface Rule {
  id: string;
  signal: SignalName;
  side: 'min' | 'max';
  words: string;
  numbers: readonly [number, number] | null;
}

/** The numbers that mean something, for each signal whose words hold one. */
const NUMBERS: Partial<Record<SignalName, readonly [number, number]>> = {
  own_hello_after_days: [1, 365],
  own_openings_drift: [5, 100],
  own_messages_drift: [5, 100],
  weeks_counted: [1, 260],
  days_in_touch: [1, 7],
  swing_cycles: [1, 8],
  local_hour: [0, 23],
  felt_same_weeks: [1, 12],
};

/** Three waiting turns leave one concept of the catalogue and nothing else (rule W). */
const NOT_OFFERED = new Set<SignalName>(['rule_w_many']);

export const RULES: readonly Rule[] = (Object.keys(signals) as SignalName[]).flatMap((signal) => {
  const words: { min?: string; max?: string } = signals[signal].words;
  if (NOT_OFFERED.has(signal)) return [];
  return (['min', 'max'] as const).flatMap((side) => {
    const text = words[side];
    const numbers = text?.includes('{n}') ? NUMBERS[signal] : null;
    if (text === undefined || numbers === undefined) return [];
    return [{ id: `${signal}-${side}`, signal, side, words: text, numbers }];
  });
});

/** The rules that can be told at a moment: a thought for today is about no chat. */
export function rulesFor(moment: Moment): Rule[] {
  return RULES.filter(({ signal }) => moment !== 'thought' || signals[signal].about === 'any');
}

/** A rule with its number as a condition; "fewer by n" is a number below zero. */
export function conditionOf({ signal, side, numbers }: Rule, number: number): Condition {
  const value = numbers ? number : side === 'min' ? 1 : 0;
  return { signal, [side]: isFewer(signal, side) ? -value : value };
}

function isFewer(signal: SignalName, side: 'min' | 'max'): boolean {
  return signal === 'own_openings_drift' && side === 'max';
}

/** The rule and number behind a condition, or null where it is none that can be picked. */
export function ruleOf(condition: Condition): { rule: Rule; number: number } | null {
  const { signal, min, max } = condition ?? {};
  if ((min === undefined) === (max === undefined)) return null;
  const side = min === undefined ? 'max' : 'min';
  const rule = RULES.find((one) => one.signal === signal && one.side === side);
  const value = min ?? max;
  if (!rule || !Number.isInteger(value)) return null;
  const number = Math.abs(value as number);
  const same = conditionOf(rule, number)[side] === value;
  return same && isInRange(rule, number) ? { rule, number } : null;
}

function isInRange({ numbers }: Rule, number: number): boolean {
  return !numbers || (number >= numbers[0] && number <= numbers[1]);
}

/** What is wrong with a thought, in a sentence that says what to do; null if it is sound. */
export function ownProblem(value: unknown): string | null {
  const own = (value ?? {}) as OwnNudge;
  return (
    textProblem(own.say, 'what you notice', LONGEST_SAY) ??
    textProblem(own.ask, 'the question', LONGEST_ASK) ??
    timesProblem(own) ??
    rulesProblem(own)
  );
}

function textProblem(text: unknown, what: string, longest: number): string | null {
  if (typeof text !== 'string' || text.trim() === '') return `Please write ${what}.`;
  if (text.length > longest) return `Please write ${what} in ${longest} characters or fewer.`;
  return /[{}]/.test(text) ? `Please leave curly brackets out of ${what}.` : null;
}

function timesProblem({ moment, cooldown_days: days }: OwnNudge): string | null {
  const { least, most } = COOLDOWN;
  if (!OWN_MOMENTS.some(([one]) => one === moment)) return 'Please choose when it may come.';
  if (Number.isInteger(days) && days >= least && days <= most) return null;
  return `Please give ${least} to ${most} days before it may come again.`;
}

function rulesProblem({ moment, when }: OwnNudge): string | null {
  if (!Array.isArray(when) || when.length < 1 || when.length > 2)
    return 'Please choose one or two things that have to be so.';
  const rules = when.map(ruleOf);
  if (rules.some((one) => one === null))
    return 'Please choose from the list, and give a whole number where one is asked for.';
  const possible = new Set(rulesFor(moment).map(({ id }) => id));
  if (rules.some((one) => !possible.has(one?.rule.id ?? '')))
    return 'A thought for today is about no chat: choose how it feels, or the hour.';
  return canHold(when) ? null : 'The two things you chose can never be so together.';
}

const FEELINGS: readonly SignalName[] = ['felt_lighter', 'felt_right', 'felt_more'];

/** Whether conditions can be so at once. Only one of the feelings is said at a time. */
function canHold(when: readonly Condition[]): boolean {
  const [a, b] = when;
  if (!a || !b) return true;
  const said = when.filter(({ signal, min }) => FEELINGS.includes(signal) && min === 1);
  if (a.signal !== b.signal) return said.length < 2;
  return a.min !== undefined ? (b.max ?? -Infinity) >= a.min : (a.max ?? 0) >= (b.min ?? Infinity);
}
