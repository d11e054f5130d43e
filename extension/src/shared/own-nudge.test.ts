import { expect, test } from 'vitest';
import type { Condition, OwnNudge } from './nudge';
import { conditionOf, OWN_MOMENTS, ownProblem, RULES, ruleOf, rulesFor } from './own-nudge';

const SOUND: OwnNudge = {
  id: 'yours-1',
  say: 'Evenings are long.',
  ask: 'What would do me good?',
  moment: 'opened',
  when: [{ signal: 'local_hour', min: 18 }],
  cooldown_days: 21,
};

test('a short text with one or two rules is sound', () => {
  expect(ownProblem(SOUND)).toBeNull();
  const both: Condition[] = [...SOUND.when, { signal: 'days_in_touch', min: 2 }];
  expect(ownProblem({ ...SOUND, when: both })).toBeNull();
});

test.each<[string, Partial<Record<keyof OwnNudge, unknown>>]>([
  ['write what you notice', { say: '  ' }],
  ['write the question', { ask: undefined }],
  ['200 characters', { say: 'x'.repeat(201) }],
  ['140 characters', { ask: 'x'.repeat(141) }],
  ['curly brackets', { ask: 'What of {rule_o}?' }],
  ['when it may come', { moment: 'always' }],
  ['7 to 365 days', { cooldown_days: 6 }],
  ['7 to 365 days', { cooldown_days: Number.NaN }],
  ['one or two', { when: [] }],
  ['one or two', { when: 'rest' }],
  ['one or two', { when: Array(3).fill(SOUND.when[0]) }],
  ['from the list', { when: [null] }],
  ['from the list', { when: [{ signal: 'chat_age_days', min: 2 }] }],
  ['from the list', { when: [{ signal: 'rule_w_many', min: 1 }] }],
  ['from the list', { when: [{ signal: 'rule_o', min: 0 }] }],
  ['from the list', { when: [{ signal: 'days_in_touch', min: 8 }] }],
  ['from the list', { when: [{ signal: 'local_hour', min: Number.NaN }] }],
  ['from the list', { when: [{ signal: 'local_hour', min: 1, max: 2 }] }],
  ['about no chat', { moment: 'thought', when: [{ signal: 'rule_o', min: 1 }] }],
])('what is wrong is said: %s', (words, change) => {
  expect(ownProblem({ ...SOUND, ...change })).toContain(words);
});

test.each<[Condition, Condition]>([
  [
    { signal: 'local_hour', min: 20 },
    { signal: 'local_hour', max: 8 },
  ],
  [
    { signal: 'felt_lighter', min: 1 },
    { signal: 'felt_more', min: 1 },
  ],
  [
    { signal: 'felt_right', min: 1 },
    { signal: 'felt_right', max: 0 },
  ],
])('two rules that can never be so together are refused', (...when) => {
  expect(ownProblem({ ...SOUND, when })).toContain('never be so together');
});

test('a range of hours is sound', () => {
  const when: Condition[] = [
    { signal: 'local_hour', max: 20 },
    { signal: 'local_hour', min: 18 },
  ];
  expect(ownProblem({ ...SOUND, when })).toBeNull();
});

test('"a smaller part, by 20 or more" is minus 20 or less', () => {
  const rule = RULES.find(({ id }) => id === 'own_openings_drift-max');
  if (!rule) throw new Error('the rule is not offered');
  const condition = { signal: 'own_openings_drift', max: -20 };
  expect(conditionOf(rule, 20)).toEqual(condition);
  expect(ruleOf(condition as Condition)).toEqual({ rule, number: 20 });
});

test.each(RULES)('$id is found again from its condition', (rule) => {
  const number = rule.numbers?.[1] ?? (rule.side === 'min' ? 1 : 0);
  expect(ruleOf(conditionOf(rule, number))?.rule).toBe(rule);
});

test('every moment has rules to pick from, a thought those about no chat', () => {
  for (const [moment] of OWN_MOMENTS) expect(rulesFor(moment).length).toBeGreaterThan(2);
  const signals = new Set(rulesFor('thought').map(({ signal }) => signal));
  expect([...signals].sort()).toEqual([
    'felt_lighter',
    'felt_more',
    'felt_new',
    'felt_right',
    'local_hour',
  ]);
});
