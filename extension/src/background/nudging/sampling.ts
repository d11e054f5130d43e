import type { Nudge, Shown } from '../../shared/nudge';
import { answersTo } from './history';

/**
 * A draw from Beta(a, b) for whole a, b >= 1: the a-th smallest of a + b - 1 uniform numbers.
 *
 * @param random uniform in [0, 1)
 */
export function betaDraw(a: number, b: number, random: () => number): number {
  const draws = Array.from({ length: a + b - 1 }, random).sort((x, y) => x - y);
  return draws[a - 1] as number;
}

/** Thompson sampling: one draw a nudge from what its answers so far allow, the highest wins. */
export function sampleLight(
  nudges: readonly Nudge[],
  history: readonly Shown[],
  random: () => number,
): Nudge | undefined {
  const drawn = nudges.map((nudge) => {
    const { helpful, notNow } = answersTo(nudge.id, history);
    return { nudge, draw: betaDraw(1 + helpful, 1 + notNow, random) };
  });
  return drawn.sort((a, b) => b.draw - a.draw)[0]?.nudge;
}

/** Heavy cards are drawn evenly, whatever was answered: learning would feed grievance. */
export function drawHeavy(nudges: readonly Nudge[], random: () => number): Nudge | undefined {
  return nudges[Math.floor(random() * nudges.length)];
}
