import { nudges } from 'toward:catalogue';
import { expect, test } from 'vitest';
import type { Nudge, SignalName, Signals } from '../../shared/nudge';
import { isCatalogue } from './catalogue';
import { choose } from './choose';
import { chooseInput, READY } from './made-up';

/** Signals under which all conditions of a nudge hold: each at its `min`, else its `max`. */
function fitting(nudge: Nudge): Signals {
  const ends = nudge.when.map(({ signal, min, max }) => [signal, min ?? max ?? 0] as const);
  const signals: Partial<Record<SignalName, number>> = Object.fromEntries(ends);
  const answered = Object.keys(signals).some((name) => name.startsWith('felt_'));
  return { ...READY, ...(answered ? { felt_right: 0 } : {}), ...signals };
}

function inputFor(nudge: Nudge, signals: Signals) {
  const input = chooseInput({ catalogue: [nudge], moments: [nudge.moment], signals });
  if (nudge.moment === 'thought') input.conversation = null;
  return { ...input, settings: { ...input.settings, composing: true } };
}

test.each(nudges.map((n) => [n.id, n] as const))('%s can be shown', (id, nudge) => {
  expect(choose(inputFor(nudge, fitting(nudge)))).toMatchObject({ nudge: { id } });
});

const conditional = nudges.filter(({ when }) => when.length > 0).map((n) => [n.id, n] as const);
test.each(conditional)('%s is not shown where its signals cannot be told', (_, nudge) => {
  expect(choose(inputFor(nudge, READY))).toEqual({ none: 'nothing-fits' });
});

test('what a server gives is taken when it is what is bundled here', () => {
  expect(isCatalogue(nudges)).toBe(true);
  expect(isCatalogue([])).toBe(false);
});

test.each([
  ['has no source', { citations: [] }],
  ['asks for a signal that is not known', { when: [{ signal: 'mood_of_them', min: 1 }] }],
  ['has no question', { ask: '' }],
])('a served nudge that %s is refused with all others', (_, change) => {
  expect(isCatalogue([...nudges, { ...nudges[0], ...change }])).toBe(false);
});
