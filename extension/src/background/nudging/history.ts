import type { NudgeSettings, Shown, Signals } from '../../shared/nudge';
import type { Instant } from '../../shared/types';
import type { Learned, Retired } from '../../shared/views';
import { DAY } from './rules';

/** Answers that say something; a card that was closed or went away says nothing. */
const SPOKEN = new Set(['helpful', 'not-now', 'stung', 'quiet-here']);

/**
 * Cards as shown, oldest first. Entries more than a day ahead of the clock are left out: a clock
 * that was once set wrong must not silence Toward until it comes true.
 */
export function inTime(history: readonly Shown[], now: Instant): Shown[] {
  return history.filter((card) => card.at <= now + DAY).sort((a, b) => a.at - b.at);
}

function answered(history: readonly Shown[]): Shown[] {
  return history
    .filter((card) => card.answer && SPOKEN.has(card.answer))
    .sort((a, b) => answerTime(a) - answerTime(b));
}

function answerTime(card: Shown): Instant {
  return card.answeredAt ?? card.at;
}

/** After so many "not now" in a row, two by default, all gaps between cards are doubled. */
export function gapFactor(history: readonly Shown[], slowAfter: number): 1 | 2 {
  return endsNotNow(answered(history), slowAfter) ? 2 : 1;
}

function endsNotNow(cards: readonly Shown[], times: number): boolean {
  const last = cards.slice(-times);
  return last.length === times && last.every((card) => card.answer === 'not-now');
}

type Switches = Pick<NudgeSettings, 'nudges' | 'retireAfter'>;

export function isRetired(id: string, history: readonly Shown[], settings: Switches): boolean {
  return retirement(id, history, settings) !== null;
}

/** Retired by "this stung", by three "not now" in a row (or as many as the person set), or switched off; or null. */
export function retirement(
  id: string,
  history: readonly Shown[],
  settings: Switches,
): Retired | null {
  const own = settings.nudges[id];
  if (own && !own.on) return 'off';
  const since = own?.since ?? Number.NEGATIVE_INFINITY;
  const cards = answered(history).filter((card) => card.nudge === id && answerTime(card) > since);
  if (cards.some((card) => card.answer === 'stung')) return 'stung';
  return endsNotNow(cards, settings.retireAfter) ? 'not-now' : null;
}

/** Whether any card stung within the days in which heavy ones then stay away. */
export function stungLately(history: readonly Shown[], now: Instant, days: number): boolean {
  return history.some((card) => card.answer === 'stung' && now - answerTime(card) < days * DAY);
}

/** How often a nudge was called helpful, and how often "not now". */
export function answersTo(id: string, history: readonly Shown[]) {
  const own = history.filter((card) => card.nudge === id);
  const count = (answer: Shown['answer']) => own.filter((card) => card.answer === answer).length;
  return { helpful: count('helpful'), notNow: count('not-now') };
}

/** The answers that are learned from: those after the person last had them forgotten. */
export function learnable(history: readonly Shown[], from: Instant): Shown[] {
  return history.filter((card) => answerTime(card) > from);
}

/** What the answers to light cards have taught, by concept, the most answered first. */
export function learned(history: readonly Shown[], from: Instant): Learned[] {
  const light = learnable(history, from).filter((card) => card.weight === 'light');
  const concepts = [...new Set(light.map((card) => card.concept))];
  return concepts
    .map((concept) => {
      const answers = light.filter((card) => card.concept === concept).map((card) => card.answer);
      const count = (answer: Shown['answer']) => answers.filter((one) => one === answer).length;
      return { concept, helpful: count('helpful'), notNow: count('not-now') };
    })
    .filter(({ helpful, notNow }) => helpful + notNow > 0)
    .sort((a, b) => b.helpful + b.notNow - a.helpful - a.notNow);
}

/** True where the person has said, 28 days ago at most, how the chat feels. */
export function hasFelt(signals: Signals): boolean {
  return signals.felt_right !== undefined;
}
