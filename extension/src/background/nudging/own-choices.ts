/** What the person chose about thoughts, as the options show and change it. */
import { directionOf, isLanguage } from '../../shared/language';
import { budgetFrom, differing, outOfBounds } from '../../shared/limits';
import type { Budget, Nudge, Shown } from '../../shared/nudge';
import { change, loadSettings } from '../../shared/storage';
import type { Instant } from '../../shared/types';
import type { ThoughtInfo, ThoughtsView } from '../../shared/views';
import { history } from './cards';
import { learned, retirement } from './history';
import { allNudges, isOwn, ownNudges } from './own';

export async function thoughtsView(): Promise<ThoughtsView> {
  const budget = budgetFrom((await loadSettings()).nudges);
  const shown = await history(false);
  const nudges = await allNudges();
  return {
    budget,
    thoughts: nudges.map((nudge) => info(nudge, shown, budget)),
    learned: learned(shown, budget.learnedFrom),
    own: await ownNudges(),
  };
}

function info(nudge: Nudge, shown: readonly Shown[], budget: Budget): ThoughtInfo {
  const { id, concept, weight, say, ask, moment } = nudge;
  const retired = retirement(id, shown, budget);
  const small = nudge.try === undefined ? {} : { try: nudge.try };
  const lang = isLanguage(nudge.lang) ? nudge.lang : 'en';
  const dir = isOwn(nudge) ? 'auto' : directionOf(lang);
  return { id, concept, weight, say, ask, ...small, moment, retired, lang, dir };
}

/** @throws Error if a value lies outside its bounds */
export async function changeBudget(part: Partial<Budget>): Promise<void> {
  if (outOfBounds(part).length > 0)
    throw new Error('That lies outside what can be chosen here. Please look at the bounds.');
  await changeNudges((old) => ({ ...old, ...part, nudges: old.nudges }));
}

/** The person's own word on one thought: it outranks every answer before `now`. */
export async function switchNudge(id: string, on: boolean, now: Instant): Promise<void> {
  await changeNudges((old) => ({ ...old, nudges: { ...old.nudges, [id]: { on, since: now } } }));
}

export async function forgetLearned(now: Instant): Promise<void> {
  await changeNudges((old) => ({ ...old, learnedFrom: now }));
}

async function changeNudges(how: (old: Budget) => Budget): Promise<void> {
  await change('settings', (old) => ({ ...old, nudges: differing(how(budgetFrom(old.nudges))) }));
}
