/** What the person changed of the budget's guards; how they stand at first: choose.test.ts. */
import { expect, test } from 'vitest';
import { NUDGE_DEFAULTS, type NudgeSettings } from '../../shared/nudge';
import { choose } from './choose';
import { at, card, chooseInput, nudge, READY } from './made-up';

const other = { conversation: 'd' };

function chosen(change: Parameters<typeof chooseInput>[0], own: Partial<NudgeSettings> = {}) {
  const settings = { ...NUDGE_DEFAULTS, on: true, ...own };
  const told = choose(chooseInput({ catalogue: [nudge('a')], ...change, settings }));
  return 'none' in told ? told.none : told.nudge.id;
}

test('a new chat is free of cards for as many days as one likes', () => {
  const ofAge = (chat_age_days: number) => ({ signals: { ...READY, chat_age_days } });
  expect(chosen(ofAge(0), { fromDay: 0 })).toBe('a');
  expect(chosen(ofAge(6), { fromDay: 7 })).toBe('first-day');
  expect(chosen(ofAge(7), { fromDay: 7 })).toBe('a');
});

test('a card may come where nothing is new, if one likes', () => {
  expect(chosen({ signals: { ...READY, new_message: 0 } }, { onlyNew: false })).toBe('a');
});

test('the days double after as many "not now" as one likes', () => {
  const no = { ...other, answer: 'not-now' } as const;
  const one = [card('b', '11-21 12:00', no)];
  expect(chosen({ history: one }, { slowAfter: 1 })).toBe('day-full');
  expect(chosen({ history: one })).toBe('a');
  const two = [card('d', '11-18 12:00', no), ...one];
  expect(chosen({ history: two }, { slowAfter: 3 })).toBe('a');
});

test('a card goes after as many "not now" as one likes', () => {
  const no = { answer: 'not-now' } as const;
  const said = ['01-01', '02-01', '03-01'].map((day) => card('a', `${day} 12:00`, no));
  const yes = card('b', '04-01 12:00', { answer: 'helpful' });
  const history = [...said, yes];
  expect(chosen({ history })).toBe('nothing-fits');
  expect(chosen({ history }, { retireAfter: 4 })).toBe('a');
  expect(chosen({ history: history.slice(2) }, { retireAfter: 1 })).toBe('nothing-fits');
});

test('more cards may come between two heavy ones', () => {
  const input = {
    moments: ['thought'] as const,
    conversation: null,
    signals: { ...READY, felt_right: 0 },
    catalogue: [nudge('h', { moment: 'thought', weight: 'heavy' })],
    history: [
      card('g', '09-01 12:00', { weight: 'heavy', conversation: null, moment: 'thought' }),
      card('b', '09-10 12:00'),
    ],
    now: at('11-22 12:00'),
  };
  expect(chosen(input)).toBe('h');
  expect(chosen(input, { heavyApart: 2 })).toBe('nothing-fits');
});
