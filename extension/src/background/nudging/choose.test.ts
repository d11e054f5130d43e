import { describe, expect, test } from 'vitest';
import { choose, holds } from './choose';
import { at, card, chooseInput, nudge, READY } from './made-up';

/** The chosen nudge's id, or the reason for none. */
function chosen(change: Parameters<typeof chooseInput>[0]): string {
  const choice = choose(chooseInput(change));
  return 'none' in choice ? choice.none : choice.nudge.id;
}

const settings = chooseInput().settings;
const other = { conversation: 'd' };
const heavy = nudge('h', { weight: 'heavy', moment: 'week' });
const felt = { ...READY, felt_lighter: 1, felt_right: 0, felt_more: 0 };
const week = { moments: ['week'] as const, catalogue: [heavy], signals: felt };

test('a nudge that fits is chosen, with the number for its placeholder', () => {
  const say = 'In touch on {days_in_touch} days.';
  const catalogue = [nudge('a', { say, when: [{ signal: 'days_in_touch', min: 3 }] })];
  const choice = choose(chooseInput({ catalogue, signals: { ...READY, days_in_touch: 5 } }));
  expect(choice).toMatchObject({ nudge: { id: 'a' }, values: { days_in_touch: 5 } });
});

describe('a condition', () => {
  test('holds from min to max, both included', () => {
    const when = [{ signal: 'local_hour', min: 18, max: 22 }] as const;
    const hours = [17.9, 18, 22, 22.1].map((local_hour) => holds(when, { local_hour }));
    expect(hours).toEqual([false, true, true, false]);
  });

  test('does not hold on a signal that cannot be told', () => {
    expect(holds([{ signal: 'rule_o', max: 0 }], {})).toBe(false);
  });
});

describe('no card', () => {
  const reasons: [string, Parameters<typeof chooseInput>[0]][] = [
    ['off', { settings: { ...settings, on: false } }],
    ['paused', { settings: { ...settings, pausedUntil: 'open' } }],
    ['paused', { settings: { ...settings, pausedUntil: at('11-22 12:01') } }],
    ['composing-off', { moments: ['composing'] }],
    ['not-one-to-one', { conversation: { id: 'c', kind: 'group', quiet: false } }],
    ['not-one-to-one', { conversation: { id: 'c', kind: 'unknown', quiet: false } }],
    ['rest', { signals: { ...READY, rest: 1 } }],
    ['quiet-here', { conversation: { id: 'c', kind: 'one', quiet: true } }],
    ['first-day', { signals: { ...READY, chat_age_days: 0 } }],
    ['quiet-hours', { now: at('11-22 22:00') }],
    ['quiet-hours', { now: at('11-22 07:59') }],
    ['typing', { lastTypedAt: at('11-22 12:00') - 9_999 }],
    ['nothing-new', { signals: { ...READY, new_message: 0 } }],
    ['nothing-fits', { catalogue: [] }],
    ['nothing-fits', { catalogue: [nudge('a', { moment: 'sent' })] }],
  ];
  test.each(reasons)('%s', (reason, change) => {
    expect(chosen(change)).toBe(reason);
  });

  test('and yet one as soon as the reason is gone', () => {
    const pausedUntil = at('11-22 12:00');
    expect(chosen({ settings: { ...settings, pausedUntil } })).toBe('a');
    expect(chosen({ signals: { ...READY, chat_age_days: 1 } })).toBe('a');
    expect(chosen({ now: at('11-22 21:59') })).toBe('a');
    expect(chosen({ now: at('11-22 08:00') })).toBe('a');
    expect(chosen({ lastTypedAt: at('11-22 12:00') - 10_000 })).toBe('a');
  });
});

describe('the budget', () => {
  test('one card a day, over all chats', () => {
    expect(chosen({ history: [card('b', '11-22 08:00', other)] })).toBe('day-full');
    expect(chosen({ history: [card('b', '11-21 21:59', other)] })).toBe('a');
  });

  test('four a week', () => {
    const days = ['11-16', '11-17', '11-19', '11-21'];
    const history = days.map((day, i) => card(`b${i}`, `${day} 12:00`, other));
    expect(chosen({ history })).toBe('week-full');
    expect(chosen({ history, now: at('11-23 12:00') })).toBe('a');
  });

  test('one a conversation in three days', () => {
    const history = [card('b', '11-20 12:00')];
    expect(chosen({ history })).toBe('chat-gap');
    expect(chosen({ history, now: at('11-23 08:00') })).toBe('a');
  });

  test('two "not now" in a row double the gaps, until another answer', () => {
    const no = { ...other, answer: 'not-now' } as const;
    const history = [card('b', '11-18 12:00', no), card('d', '11-21 12:00', no)];
    expect(chosen({ history })).toBe('day-full');
    expect(chosen({ history, now: at('11-23 12:00') })).toBe('a');
    const same = { ...no, conversation: 'c' };
    const here = [card('b', '11-10 12:00', same), card('d', '11-17 12:00', same)];
    expect(chosen({ history: here })).toBe('chat-gap');
    expect(chosen({ history: here, now: at('11-23 12:00') })).toBe('a');
    const yes = { ...other, answer: 'helpful' } as const;
    expect(chosen({ history: [...history, card('e', '11-21 13:00', yes)] })).toBe('a');
  });

  test('a closed card says nothing: it does not break a row of "not now"', () => {
    const no = { ...other, answer: 'not-now' } as const;
    const closed = { ...other, answer: 'closed' } as const;
    const history = [card('b', '11-14 12:00', no), card('d', '11-17 12:00', no)];
    expect(chosen({ history: [...history, card('e', '11-21 12:00', closed)] })).toBe('day-full');
  });

  test('a card not again within its cooldown, and no concept twice in a row', () => {
    const history = [card('a', '11-08 12:00', other), card('b', '11-10 12:00', other)];
    expect(chosen({ history, now: at('11-21 12:00') })).toBe('nothing-fits');
    expect(chosen({ history })).toBe('a');
    const catalogue = [nudge('a', { concept: 'b' })];
    expect(chosen({ history: history.slice(1), catalogue })).toBe('nothing-fits');
  });

  test('the weekly page has three thoughts a week, outside the daily count', () => {
    const catalogue = [nudge('w', { moment: 'week' })];
    const input = { moments: ['week'] as const, catalogue };
    expect(chosen({ ...input, history: [card('b', '11-22 09:00', other)] })).toBe('w');
    const asked = [...'bde'].map((id) => card(id, '11-16 09:00', { ...other, moment: 'week' }));
    expect(chosen({ ...input, history: asked.slice(1) })).toBe('w');
    expect(chosen({ ...input, history: asked })).toBe('week-full');
    expect(chosen({ ...input, history: asked, now: at('11-23 09:00') })).toBe('w');
    expect(chosen({ ...input, now: at('11-22 23:00') })).toBe('w');
  });

  test('two of a page may be about one chat, the second one light', () => {
    const signals = { ...READY, felt_right: 0 };
    const light = [nudge('w', { moment: 'week' })];
    const heavy = [nudge('h', { moment: 'week', weight: 'heavy' })];
    const input = { moments: ['week'] as const, signals };
    const first = card('b', '11-22 11:59', { moment: 'week' });
    expect(chosen({ ...input, catalogue: heavy })).toBe('h');
    expect(chosen({ ...input, catalogue: heavy, history: [first] })).toBe('nothing-fits');
    expect(chosen({ ...input, catalogue: light, history: [first] })).toBe('w');
    const second = card('d', '11-22 11:59', { moment: 'week' });
    expect(chosen({ ...input, catalogue: light, history: [first, second] })).toBe('chat-gap');
    const inChat = card('b', '11-20 12:00');
    expect(chosen({ ...input, catalogue: light, history: [inChat] })).toBe('chat-gap');
    // A Monday's page keeps its distance from Sunday's.
    const monday = at('11-23 09:00');
    expect(chosen({ ...input, catalogue: light, history: [first], now: monday })).toBe('chat-gap');
  });

  test('a thought for today comes once a day and leaves the chats their card', () => {
    const catalogue = [nudge('t', { moment: 'thought' })];
    const input = { moments: ['thought'] as const, catalogue, conversation: null, signals: {} };
    const thought = card('b', '11-22 09:00', { conversation: null, moment: 'thought' });
    expect(chosen({ ...input, history: [card('b', '11-22 09:00')] })).toBe('t');
    expect(chosen({ ...input, history: [thought] })).toBe('day-full');
    expect(chosen({ history: [thought] })).toBe('a');
  });

  test('a card from a clock that ran ahead does not silence Toward', () => {
    expect(chosen({ history: [card('b', '12-24 12:00')] })).toBe('a');
    expect(chosen({ history: [card('b', '11-23 11:00')] })).toBe('chat-gap');
  });
});

describe('heavy cards', () => {
  test('need an answer about how it feels', () => {
    expect(chosen(week)).toBe('h');
    expect(chosen({ ...week, signals: READY })).toBe('nothing-fits');
  });

  test('never come in a chat', () => {
    const catalogue = [nudge('h', { weight: 'heavy' })];
    expect(chosen({ catalogue, signals: felt })).toBe('nothing-fits');
  });

  test('do not come from 20 to 8', () => {
    expect(chosen({ ...week, now: at('11-22 20:00') })).toBe('nothing-fits');
    expect(chosen({ ...week, now: at('11-22 19:59') })).toBe('h');
    expect(chosen({ ...week, now: at('11-22 07:59') })).toBe('nothing-fits');
  });

  test('do not come in the first 14 days of a chat', () => {
    const aged = (chat_age_days: number) => ({ ...week, signals: { ...felt, chat_age_days } });
    expect([chosen(aged(13)), chosen(aged(14))]).toEqual(['nothing-fits', 'h']);
  });

  test('come once a week, once in 14 days here, and never two in a row', () => {
    const was = { weight: 'heavy', moment: 'week' } as const;
    const light = card('l', '11-17 12:00', other);
    const there = card('b', '11-15 12:00', { ...was, ...other });
    expect(chosen({ ...week, history: [there, light] })).toBe('h');
    expect(chosen({ ...week, history: [there] })).toBe('nothing-fits');
    const lately = { ...there, moment: 'thought' as const, at: at('11-16 12:00') };
    expect(chosen({ ...week, history: [lately, light] })).toBe('nothing-fits');
    const here = card('b', '11-09 12:00', was);
    expect(chosen({ ...week, history: [here, light] })).toBe('nothing-fits');
    expect(chosen({ ...week, history: [{ ...here, at: at('11-08 12:00') }, light] })).toBe('h');
  });

  test('stay away for 14 days after any card stung', () => {
    const stung = { ...other, answer: 'stung', answeredAt: at('11-08 12:00') } as const;
    const history = [card('b', '11-08 11:00', stung)];
    expect(chosen({ ...week, history, now: at('11-22 11:59') })).toBe('nothing-fits');
    expect(chosen({ ...week, history })).toBe('h');
  });

  test('are not raised by answers: a coin between the weights, an even draw within', () => {
    const catalogue = [heavy, nudge('l', { moment: 'week' })];
    const said = { answer: 'helpful', weight: 'heavy', moment: 'week', ...other } as const;
    const history = [1, 2, 3].map((d) => card('h', `0${d}-01 12:00`, said));
    const both = [card('l2', '11-01 12:00', other)];
    for (const past of [both, [...history, ...both]]) {
      expect(chosen({ ...week, catalogue, history: past, random: () => 0.49 })).toBe('h');
      expect(chosen({ ...week, catalogue, history: past, random: () => 0.5 })).toBe('l');
    }
  });
});

describe('answers', () => {
  const three = ['08-01', '09-01', '10-01'].map((day) =>
    card('a', `${day} 12:00`, { answer: 'not-now' }),
  );
  const between = card('b', '11-01 12:00', { answer: 'helpful' });

  test('three "not now" in a row retire a card', () => {
    expect(chosen({ history: [...three, between] })).toBe('nothing-fits');
    expect(chosen({ history: [...three.slice(1), between] })).toBe('a');
  });

  test('"this stung" retires it at once', () => {
    const history = [card('a', '09-01 12:00', { answer: 'stung' }), between];
    expect(chosen({ history })).toBe('nothing-fits');
  });

  test('a card can be brought back, and be switched off', () => {
    const nudges = { a: { on: true, since: at('11-02 12:00') } };
    expect(chosen({ history: [...three, between], settings: { ...settings, nudges } })).toBe('a');
    const off = { a: { on: false, since: 0 } };
    expect(chosen({ settings: { ...settings, nudges: off } })).toBe('nothing-fits');
  });

  test('light cards called helpful come more often than those put off', () => {
    const catalogue = [nudge('a', { concept: 'x' }), nudge('b', { concept: 'y' })];
    const history = [
      card('a', '05-01 12:00', { answer: 'helpful' }),
      card('a', '06-01 12:00', { answer: 'helpful' }),
      card('b', '07-01 12:00', { answer: 'not-now' }),
      card('c', '08-01 12:00', { answer: 'helpful' }),
    ];
    // Draws: a, b of a uniform sequence; Beta(3, 1) takes the largest of three, Beta(1, 2) the
    // smaller of two.
    const draws = [0.2, 0.4, 0.6, 0.5, 0.9];
    expect(chosen({ catalogue, history, random: () => draws.shift() ?? 0 })).toBe('a');
  });
});

describe('rules of theirs', () => {
  const received = { moments: ['opened', 'received'] as const };
  const hello = [nudge('a', { moment: 'received' })];
  const space = [nudge('s', { moment: 'received', concept: 'space-with-return' })];

  test('a card about something of theirs needs rule W', () => {
    expect(chosen({ ...received, catalogue: hello })).toBe('nothing-fits');
    const signals = { ...READY, rule_w: 1, waiting_turns: 1 };
    expect(chosen({ ...received, catalogue: hello, signals })).toBe('a');
  });

  test('three waiting turns leave space-with-return, and nothing else', () => {
    const signals = { ...READY, rule_w: 0, rule_w_many: 1, waiting_turns: 3 };
    expect(chosen({ ...received, catalogue: hello, signals })).toBe('nothing-fits');
    expect(chosen({ ...received, catalogue: [nudge('o')], signals })).toBe('nothing-fits');
    expect(chosen({ ...received, catalogue: space, signals })).toBe('s');
  });
});

test('wrong questions are told', () => {
  expect(() => choose(chooseInput({ moments: ['thought'] }))).toThrow('about no chat');
  expect(() => choose(chooseInput({ conversation: null }))).toThrow('about no chat');
  expect(() => choose(chooseInput({ moments: ['week', 'opened'] }))).toThrow('one place');
});
