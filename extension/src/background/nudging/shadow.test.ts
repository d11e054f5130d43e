/**
 * No nudge keeps another one away for good.
 *
 * Nudges have no order: of all that fit, one is drawn by lot (weights first by a coin, then light
 * ones by a draw from what was answered, heavy ones evenly). So one whose conditions hold whenever
 * another's do can come in its place this time, and never each time: every draw from a Beta can be
 * the highest. After it came, its cooldown leaves the place to the others. Here each nudge is met
 * by all others, in the moment where its own conditions hold and no more than they.
 */
import { nudges } from 'toward:catalogue';
import { expect, test } from 'vitest';
import type { Moment, Nudge, Shown, Signals } from '../../shared/nudge';
import { choose } from './choose';
import { at, card, chooseInput, READY } from './made-up';

/** When a chat is opened, both are asked for. */
const ASKED: Moment[][] = [['opened', 'received'], ['composing'], ['sent'], ['week'], ['thought']];
const DRAWS = 2000;

/** Mulberry32: uniform in [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Under these all conditions of the nudge hold; nothing else is told but that cards may come. */
function fitting({ when, weight }: Nudge): Signals {
  const told = when.map(({ signal, min, max }) => [signal, min ?? max ?? 0]);
  return { ...READY, ...(weight === 'heavy' && { felt_right: 0 }), ...Object.fromEntries(told) };
}

function inputFor(nudge: Nudge, history: Shown[]) {
  const moments = ASKED.find((asked) => asked.includes(nudge.moment)) ?? [];
  const random = seeded(20261122);
  const input = chooseInput({
    catalogue: nudges,
    moments,
    signals: fitting(nudge),
    history,
    random,
  });
  if (nudge.moment === 'thought') input.conversation = null;
  return { ...input, settings: { ...input.settings, composing: true } };
}

/** In how many draws it came first, or Infinity. */
function drawsUntil(nudge: Nudge, history: Shown[]): number {
  const input = inputFor(nudge, history);
  for (let draws = 1; draws <= DRAWS; draws++) {
    const choice = choose(input);
    if ('nudge' in choice && choice.nudge.id === nudge.id) return draws;
  }
  return Number.POSITIVE_INFINITY;
}

const each = test.each(nudges.map((nudge) => [nudge.id, nudge] as const));

each('%s comes among all others', (_, nudge) => {
  expect(drawsUntil(nudge, [])).toBeLessThanOrEqual(DRAWS);
});

each('%s comes among all others, each called helpful half a year ago', (_, nudge) => {
  const then = { answer: 'helpful', answeredAt: at('05-22 12:00') } as const;
  const others = nudges.filter(({ id }) => id !== nudge.id);
  const liked = others.map(({ id, concept, weight, moment }) =>
    card(id, '05-22 12:00', { concept, weight, moment, ...then }),
  );
  expect(drawsUntil(nudge, [...liked, card('last', '06-22 12:00')])).toBeLessThanOrEqual(DRAWS);
});
