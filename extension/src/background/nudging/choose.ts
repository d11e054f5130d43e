import type { Condition, Nudge, SignalName, Signals } from '../../shared/nudge';
import { isAllowed, isInChat, type NoCard, type Occasion, refusal } from './budget';
import { inTime, learnable } from './history';
import { drawHeavy, sampleLight } from './sampling';

export interface ChooseInput extends Occasion {
  catalogue: readonly Nudge[];
  /** Uniform in [0, 1). */
  random: () => number;
}

/** The nudge and the numbers for its placeholder, or why there is none. */
export type Choice = { nudge: Nudge; values: Signals } | { none: NoCard };

/**
 * The one card for this occasion, or nothing. Pure: the same input and the same random numbers
 * give the same choice. When a chat is opened, ask for `['opened', 'received']`.
 *
 * @throws Error if a thought is asked for about a chat, or moments of two places at once
 */
export function choose(input: ChooseInput): Choice {
  checkPlace(input);
  const asked = { ...input, moments: wanted(input), history: inTime(input.history, input.now) };
  const none = refusal(asked);
  if (none) return { none };
  const fitting = input.catalogue.filter((nudge) => fits(nudge, asked));
  const nudge = pick(fitting, asked);
  return nudge ? { nudge, values: valuesOf(nudge, input.signals) } : { none: 'nothing-fits' };
}

function checkPlace({ moments, conversation }: Occasion): void {
  const places = new Set(moments.map((moment) => (isInChat(moment) ? 'chat' : moment)));
  if (places.size !== 1) throw new Error(`ask for moments of one place, not ${[...places]}`);
  if (places.has('thought') !== (conversation === null)) {
    throw new Error('a thought is about no chat, everything else is about one');
  }
}

function wanted({ moments, settings }: Occasion) {
  return moments.filter((moment) => moment !== 'composing' || settings.composing);
}

function fits(nudge: Nudge, o: Occasion): boolean {
  return (
    o.moments.includes(nudge.moment) &&
    holds(nudge.when, o.signals) &&
    placeholdersOf(nudge).every((name) => o.signals[name] !== undefined) &&
    isAllowed(nudge, o)
  );
}

/** All conditions hold; one on a signal that cannot be told does not. */
export function holds(when: readonly Condition[], signals: Signals): boolean {
  return when.every(({ signal, min, max }) => {
    const value = signals[signal];
    if (value === undefined) return false;
    return value >= (min ?? value) && value <= (max ?? value);
  });
}

/** Where both weights fit, a coin decides: what was answered never brings a heavy card nearer. */
function pick(
  nudges: readonly Nudge[],
  { history, settings, random }: ChooseInput,
): Nudge | undefined {
  const light = nudges.filter((nudge) => nudge.weight === 'light');
  const heavy = nudges.filter((nudge) => nudge.weight === 'heavy');
  const toHeavy = heavy.length > 0 && (light.length === 0 || random() < 0.5);
  if (toHeavy) return drawHeavy(heavy, random);
  return sampleLight(light, learnable(history, settings.learnedFrom), random);
}

const placeholders = new WeakMap<Nudge, SignalName[]>();

/** The signals named as {placeholder} in a nudge's texts, which are looked through once. */
export function placeholdersOf(nudge: Nudge): SignalName[] {
  const known =
    placeholders.get(nudge) ?? placeholdersIn([nudge.say, nudge.ask, nudge.try].join(' '));
  placeholders.set(nudge, known);
  return known;
}

function placeholdersIn(text: string): SignalName[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as SignalName);
}

function valuesOf(nudge: Nudge, signals: Signals): Signals {
  return Object.fromEntries(placeholdersOf(nudge).map((name) => [name, signals[name]]));
}
