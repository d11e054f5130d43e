/** Some 350 weeks of made-up people; the long run is `make figures`. */
import { expect, test } from 'vitest';
import type { Signals } from '../../shared/nudge';
import { figuresOf } from './figures';
import { KINDS } from './kinds';
import { EACH_OF_SAMPLE, fingerprint, run } from './run';

const documents = import.meta.glob('../../../../docs/nudges.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sample = run(EACH_OF_SAMPLE);
const cards = sample.groups.flatMap(({ people }) => people.flatMap(({ shown }) => shown));
const FEW = KINDS.slice(0, 2);
const LONG = 60_000;

test('no rule of the budget, and none of O, W and rest, is broken', () => {
  expect(sample.broken).toEqual({});
  expect(sample.personWeeks).toBe(352);
});

test('the rules had something to hold: cards of all sorts came to all kinds of people', () => {
  for (const figures of sample.groups.map(figuresOf)) {
    expect(figures.chatAWeek, figures.name).toBeGreaterThan(0.1);
    expect(figures.chatMost, figures.name).toBeLessThanOrEqual(4);
  }
  const moments: Set<string> = new Set(cards.map(({ moment }) => moment));
  for (const moment of ['opened', 'composing', 'received', 'sent', 'week', 'thought']) {
    expect(moments).toContain(moment);
  }
  expect(cards.filter(({ weight }) => weight === 'heavy').length).toBeGreaterThan(20);
  const reasons = ['chat-gap', 'day-full', 'week-full', 'quiet-hours', 'rest', 'typing', 'paused'];
  expect(Object.keys(sample.asked)).toEqual(expect.arrayContaining(reasons));
});

test('docs/nudges.md holds the figures of these nudges and of this code', async () => {
  const [text] = Object.values(documents);
  const held = /<!-- sample: (\w+) -->/.exec(text ?? '')?.[1];
  const now = await fingerprint(sample);
  expect(held === now ? 'as it should be' : 'Run `make figures`: other cards come now.').toBe(
    'as it should be',
  );
});

test('the same seed gives the same weeks', async () => {
  const again = run(1, {}, FEW);
  expect(await fingerprint(again)).toBe(await fingerprint(run(1, {}, FEW)));
});

test(
  'leaving out signals where the budget refuses anyway changes no card',
  () => {
    const shown = (always: boolean) =>
      run(1, { always }, FEW).groups.map(({ people }) => people.map((person) => person.shown));
    expect(shown(true)).toEqual(shown(false));
  },
  LONG,
);

const WRONG: [rule: string, change: Parameters<typeof run>[1]][] = [
  ['one a day', { change: { perDay: 3 } }],
  ['four a week', { change: { perDay: 3, perWeek: 9, chatGapDays: 1 } }],
  ['one a chat in three days', { change: { chatGapDays: 2 } }],
  ['none from 22 to 8', { change: { quietHours: { from: 23, to: 6 } } }],
  ['heavy: one a week', { change: { heavyPerWeek: 2 } }],
  ['heavy: none from 20 to 8', { change: { heavyQuietHours: { from: 23, to: 8 } } }],
  ['rule O', { told: falsely({ rule_o: 1 }) }],
  ['rule W', { told: falsely({ rule_w: 1 }) }],
  ['rest: none', { told: falsely({ rest: 0, within_usual_time: 1 }) }],
  ['none without a new message', { told: falsely({ new_message: 1 }) }],
];

function falsely(wrong: Signals) {
  return (signals: Signals) => ({ ...signals, ...wrong });
}

const MIXED = KINDS.filter(({ name }) => /gives most|many|far|quiet/.test(name));

test.each(WRONG)(
  'a wrong choice would be found out: %s',
  (rule, change) => {
    expect(Object.keys(run(1, change, MIXED).broken)).toContain(rule);
  },
  LONG,
);
