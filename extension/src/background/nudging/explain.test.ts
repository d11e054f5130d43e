import { nudges } from 'toward:catalogue';
import { expect, test } from 'vitest';
import { explain } from './explain';
import { nudge } from './made-up';

test('a rule is told in words, with the counts behind it and their definitions', () => {
  const drift = nudge('a', { when: [{ signal: 'own_openings_drift', max: -10 }] });
  const signals = { own_openings_drift: -25, own_openings_4w: 3, their_openings_4w: 9 };
  const { rules, used, sources } = explain(drift, signals);
  expect(rules).toEqual([
    'You began a smaller part of the chats here than at first, by 10 of 100 or more.',
  ]);
  expect(used.map(({ signal, value }) => [signal, value])).toEqual([
    ['own_openings_drift', null],
    ['own_openings_4w', 3],
    ['their_openings_4w', 9],
    ['own_openings_first', null],
    ['their_openings_first', null],
  ]);
  expect(used[1]?.meaning).toBe(
    'Openings by you, lately. How often you were the first to write here after a silence of some hours (six, if you did not change it). Looked at: the last four finished weeks.',
  );
  expect(sources).toBe(drift.citations);
});

test('what was not answered is told in words, never as a number', () => {
  const [rule] = explain(nudge('a', { when: [{ signal: 'rule_o', min: 1 }] }), { rule_o: 1 }).used;
  expect(rule).toMatchObject({ signal: 'rule_o', value: null });
});

test('two ends of a condition are two sentences', () => {
  const evening = nudge('a', { when: [{ signal: 'local_hour', min: 18, max: 22 }] });
  expect(explain(evening, { local_hour: 19 }).rules).toEqual([
    'It is 18:00 or later.',
    'It is 22:00 or earlier.',
  ]);
});

test('one’s own answer and the hour need no definition beside their sentence', () => {
  const when = [
    { signal: 'felt_more', min: 1 } as const,
    { signal: 'local_hour', min: 18 } as const,
  ];
  const { rules, used } = explain(nudge('a', { when, lang: 'es' }), { felt_more: 1 });
  expect(rules).toEqual([
    'Dijiste que se siente como más de lo que te gustaría.',
    'Son las 18:00 o más tarde.',
  ]);
  expect(used).toEqual([]);
});

test.each(nudges.map((n) => [n.id, n] as const))('%s explains every condition', (_, n) => {
  const ends = n.when.flatMap(({ min, max }) => [min, max]).filter((end) => end !== undefined);
  expect(explain(n, {}).rules).toHaveLength(ends.length);
});
