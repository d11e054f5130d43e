import { expect, test } from 'vitest';
import { NUDGE_DEFAULTS, type Shown } from '../../shared/nudge';
import { cardsLeft } from './budget';
import { choose } from './choose';
import { learnable, learned, retirement } from './history';
import { at, card, chooseInput, nudge, UTC } from './made-up';

function said(answer: Shown['answer'], ...days: string[]): Shown[] {
  return days.map((day) =>
    card('a', `11-${day} 12:00`, { answer, answeredAt: at(`11-${day} 12:01`) }),
  );
}

const none = { nudges: {}, retireAfter: 3 };

test('three "not now" retire a thought, one "this stung" does, and the reason is told', () => {
  expect(retirement('a', said('not-now', '01', '02'), none)).toBeNull();
  expect(retirement('a', said('not-now', '01', '02', '03'), none)).toBe('not-now');
  expect(retirement('a', said('stung', '01'), none)).toBe('stung');
  expect(retirement('a', [...said('stung', '01'), ...said('helpful', '02')], none)).toBe('stung');
  expect(retirement('b', said('stung', '01'), none)).toBeNull();
});

test("the person's own word outranks the answers before it", () => {
  const at3 = at('11-03 12:00');
  expect(retirement('a', [], { ...none, nudges: { a: { on: false, since: at3 } } })).toBe('off');
  const back = { ...none, nudges: { a: { on: true, since: at3 } } };
  expect(retirement('a', said('stung', '01'), back)).toBeNull();
  expect(retirement('a', said('stung', '04'), back)).toBe('stung');
});

test('learning counts answers to light cards, by concept', () => {
  const heavy = card('h', '11-02 12:00', { weight: 'heavy', answer: 'helpful' });
  const other = card('b', '11-02 13:00', { concept: 'a', answer: 'not-now' });
  const closed = card('c', '11-02 14:00', { answer: 'closed' });
  const history = [...said('helpful', '01', '03'), heavy, other, closed];
  expect(learned(history, 0)).toEqual([{ concept: 'a', helpful: 2, notNow: 1 }]);
  expect(learned(history, at('11-02 12:30'))).toEqual([{ concept: 'a', helpful: 1, notNow: 1 }]);
  expect(learnable(history, at('11-03 13:00'))).toEqual([]);
});

test('forgotten answers do not sway the choice', () => {
  const history = said('helpful', '01', '02', '03', '04').map((one) => ({
    ...one,
    conversation: 'd',
  }));
  const catalogue = [nudge('b'), nudge('a', { concept: 'x', cooldown_days: 1 })];
  const draws = [0.5, 0.4, 0.4, 0.4, 0.4, 0.9];
  const pick = (learnedFrom: number) => {
    const random = draws.values();
    const settings = { ...NUDGE_DEFAULTS, on: true, learnedFrom };
    const input = chooseInput({ catalogue, history, settings });
    return choose({ ...input, random: () => random.next().value ?? 0.9 });
  };
  expect(pick(0)).toMatchObject({ nudge: { id: 'a' } });
  expect(pick(at('11-05 00:00'))).toMatchObject({ nudge: { id: 'b' } });
});

test('cards left: of the day and of the week, in chats alone', () => {
  const left = (history: Shown[], change = {}) => {
    const settings = { ...NUDGE_DEFAULTS, ...change };
    return cardsLeft({ history, settings, now: at('11-22 12:00'), zones: UTC });
  };
  const [today, week] = [card('a', '11-22 09:00'), card('b', '11-22 10:00', { moment: 'week' })];
  const before = ['18', '19', '20', '21'].map((day) => card('c', `11-${day} 09:00`));
  expect(left([])).toBe(1);
  expect(left([], { perDay: 3 })).toBe(3);
  expect(left([week])).toBe(1);
  expect(left([today])).toBe(0);
  expect(left([today], { perDay: 3 })).toBe(2);
  expect(left(before, { perDay: 3 })).toBe(0);
  expect(left(before, { perDay: 3, perWeek: 6 })).toBe(2);
});
