/** The person's own thoughts beside those of the catalogue: light, and under the same budget. */
import type { Nudge, OwnNudge } from '../../shared/nudge';
import { MOST_OWN, ownProblem } from '../../shared/own-nudge';
import { change, load } from '../../shared/storage';
import { catalogue } from './catalogue';
import { chosenLanguage } from './language';

const PREFIX = 'yours-';

/** As choose() takes it. Each is a concept of its own, so none comes twice in a row. */
export function asNudge({ id, say, ask, moment, when, cooldown_days }: OwnNudge): Nudge {
  const citations = [
    { claim: 'You wrote this.', work: 'Your own words', kind: 'yours' },
  ] as const satisfies Nudge['citations'];
  return {
    ...{ id, concept: id, weight: 'light', role: 'B', citations },
    ...{ say, ask, moment, when, cooldown_days },
  };
}

export function isOwn({ id }: Pick<Nudge, 'id'>): boolean {
  return id.startsWith(PREFIX);
}

/** The kept ones that are sound: signals may change from one version to the next. */
export async function ownNudges(): Promise<OwnNudge[]> {
  const kept = await load('ownNudges');
  return kept.filter((own) => own?.id?.startsWith(PREFIX) && ownProblem(own) === null);
}

export async function allNudges(): Promise<readonly Nudge[]> {
  // People write in the language that they read thoughts in.
  const lang = await chosenLanguage();
  const own = (await ownNudges()).map((one) => ({ ...asNudge(one), lang }));
  return [...(await catalogue()), ...own];
}

/** Field by field: nothing that a page sends beside them is kept. */
function clean({ id, say, ask, moment, when, cooldown_days }: OwnNudge): OwnNudge {
  const name = id || `${PREFIX}${crypto.randomUUID()}`;
  return { id: name, say: say.trim(), ask: ask.trim(), moment, when, cooldown_days };
}

/**
 * Keeps a new one, or what became of one that is there.
 *
 * @throws Error with a sentence that says what to change
 */
export async function keepOwn(nudge: OwnNudge): Promise<void> {
  const own = clean({ ...nudge, say: `${nudge.say ?? ''}`, ask: `${nudge.ask ?? ''}` });
  const problem = ownProblem(own) ?? (await placeProblem(own));
  if (problem) throw new Error(problem);
  await change('ownNudges', (old) =>
    old.some(({ id }) => id === own.id)
      ? old.map((one) => (one.id === own.id ? own : one))
      : [...old, own],
  );
}

async function placeProblem({ id }: OwnNudge): Promise<string | null> {
  if (!id.startsWith(PREFIX)) return 'This thought is none of yours. Please write a new one.';
  const others = (await load('ownNudges')).filter((one) => one.id !== id);
  const full = `There is room for ${MOST_OWN} thoughts of yours. Delete one first.`;
  return others.length >= MOST_OWN ? full : null;
}

export async function dropOwn(id: string): Promise<void> {
  await change('ownNudges', (old) => old.filter((one) => one.id !== id));
}
