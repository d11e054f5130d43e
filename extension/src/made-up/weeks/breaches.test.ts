/** Hand-written logs: a sound one, and one for each rule that breaks it. */
import { describe, expect, test } from 'vitest';
import { at, card, chat, nudge, twentyAnswers, UTC } from '../../background/nudging/made-up';
import type { Nudge, Shown } from '../../shared/nudge';
import { breachesOf, RULES } from './breaches';
import { KINDS, type Nature } from './kinds';
import type { Chat, Person } from './person';

const NEVER = Number.POSITIVE_INFINITY;
const NATURE = KINDS[0]?.chats[0] as Nature;
const NUDGES = new Map<string, Nudge>([...'abcdefg'].map((id) => [id, nudge(id)] as const)).set(
  'figure',
  nudge('figure', { weight: 'heavy', say: 'You wrote 7 times.' }),
);

/** Theirs came last, on 20 November at 13:40; the chat was chosen on 1 October. */
function made(change: Partial<Chat> = {}, ...more: string[]): Chat {
  const felt = [{ answer: 'lighter', at: at('11-10 10:00') }] as const;
  return {
    id: 'c',
    kind: 'one',
    nature: NATURE,
    chosenAt: at('10-01 00:00'),
    events: chat(...twentyAnswers(), ...more),
    gaps: [],
    felt: [...felt],
    openings: [],
    quietFrom: NEVER,
    restFrom: NEVER,
    ...change,
  };
}

function broken(shown: Shown[], one = made(), change: Partial<Person> = {}): string[] {
  const kind = KINDS[0] as Person['kind'];
  const chats = [one, { ...made(), id: 'd' }, { ...made(), id: 'e' }];
  const person = { kind, zones: UTC, composing: true, pauses: [], chats, asks: [], ...change };
  return breachesOf({ ...person, shown }, NUDGES);
}

const NOW = '11-20 14:00';
const NO = { answer: 'not-now', answeredAt: null } as const;
const page = (id: string, time: string, change: Partial<Shown> = {}) =>
  card(id, time, { moment: 'week', ...change });
const heavy = (id: string, time: string, change: Partial<Shown> = {}) =>
  page(id, time, { weight: 'heavy', ...change });
const thought = (id: string, time: string) =>
  card(id, time, { moment: 'thought', conversation: null });
const inChat = (change: Partial<Shown>) => [card('a', NOW, change)];

const BREACHES: Record<string, () => string[]> = {
  'paused: none': () =>
    broken([card('a', NOW)], made(), {
      pauses: [{ from: at('11-20 13:00'), to: at('11-20 15:00') }],
    }),
  'cards are for chats of two': () => broken([page('a', NOW)], made({ kind: 'group' })),
  'rest: none': () => broken([page('a', '12-11 13:40')]),
  'quiet here: none': () => broken([page('a', NOW)], made({ quietFrom: at('11-20 13:00') })),
  'none on the first day': () => broken([page('a', NOW)], made({ chosenAt: at('11-20 00:00') })),
  'one a chat in three days': () => broken([card('a', '11-18 13:45'), card('b', NOW)]),
  'not again within its cooldown': () =>
    broken([page('a', '11-07 12:00'), card('b', '11-11 13:00'), card('a', NOW)]),
  'never one idea twice in a row': () =>
    broken([page('a', '11-02 12:00', { concept: 'z' }), card('b', NOW, { concept: 'z' })]),
  'what stung is retired': () =>
    broken([
      page('a', '10-20 12:00', { answer: 'stung' }),
      page('b', '11-02 12:00'),
      card('a', NOW),
    ]),
  'three "not now" retire a card': () =>
    broken([
      ...['10-05', '10-21', '11-05'].flatMap((day, i) => [
        page('a', `${day} 12:00`, { ...NO, conversation: 'd' }),
        { ...thought([...'bcd'][i] as string, `${day} 13:00`), answer: 'helpful' as const },
      ]),
      card('a', NOW),
    ]),
  'three a week on the page': () =>
    broken([
      page('a', '11-16 12:00', { conversation: 'd' }),
      page('b', '11-16 12:00', { conversation: 'e' }),
      page('c', '11-16 12:00', { conversation: 'e' }),
      page('d', '11-20 12:00'),
    ]),
  'two of a chat on the page': () => broken([page('a', NOW), page('b', NOW), page('c', NOW)]),
  'one thought a day': () => broken([thought('a', '11-20 00:10'), thought('b', '11-20 23:50')]),
  'one a day': () => broken([card('a', '11-20 12:10', { conversation: 'd' }), card('b', NOW)]),
  'four a week': () =>
    broken([
      card('a', '11-14 14:00', { conversation: 'd' }),
      card('b', '11-16 14:00', { conversation: 'e' }),
      card('c', '11-17 14:00', { conversation: 'd' }),
      card('d', '11-19 14:00', { conversation: 'e' }),
      card('e', NOW),
    ]),
  'none from 22 to 8': () => broken([card('a', '11-20 22:00')]),
  'none within 10 s of typing': () =>
    broken([card('a', NOW)], made(), {
      asks: [{ at: at(NOW), typedAt: at(NOW) - 9_000, chat: null, moments: [] }],
    }),
  'none without a new message': () =>
    broken([card('a', NOW)], made({ openings: [at('11-20 13:50')] })),
  'composing is asked for': () =>
    broken(inChat({ moment: 'composing' }), made(), { composing: false }),
  'no heavy card in a chat': () => broken(inChat({ weight: 'heavy' })),
  'rule O': () => broken(inChat({ concept: 'attachment' })),
  'rule W': () => broken(inChat({ moment: 'received' })),
  'three or more of theirs wait': () =>
    broken([card('a', '11-20 16:00')], made({}, '11-20 14:00 in', '11-20 15:00 in')),
  'quiet within the usual time': () => broken(inChat({ concept: 'self-reflection' })),
  'hello after 14 quiet days': () => broken(inChat({ moment: 'sent' })),
  'heavy: said how it feels, in 28 days': () => broken([heavy('a', '12-08 10:01')]),
  'heavy: one a week': () =>
    broken([
      heavy('a', '11-14 12:00', { conversation: 'd' }),
      thought('b', '11-16 12:00'),
      heavy('c', NOW),
    ]),
  'heavy: one a chat in 14 days': () =>
    broken([heavy('a', '11-10 12:00'), thought('b', '11-16 12:00'), heavy('c', NOW)]),
  'heavy: none beside another of its chat': () => broken([page('a', NOW), heavy('b', NOW)]),
  'heavy: never two in a row': () =>
    broken([heavy('a', '11-10 12:00', { conversation: 'd' }), heavy('b', NOW)]),
  'heavy: none from 20 to 8': () => broken([heavy('a', '11-20 20:00')]),
  'heavy: none in the first 14 days': () =>
    broken([heavy('a', NOW)], made({ chosenAt: at('11-07 00:00') })),
  'heavy: none for 14 days after a sting': () =>
    broken([
      page('a', '11-07 12:00', { answer: 'stung', conversation: 'd' }),
      heavy('b', '11-20 12:00'),
    ]),
  'heavy: no figure': () => broken([heavy('figure', NOW)]),
};

test('each rule has a log that breaks it', () => {
  expect(Object.keys(BREACHES).sort()).toEqual([...RULES].sort());
});

test.each(Object.entries(BREACHES))('a breach is seen: %s', (rule, log) => {
  expect(log()).toEqual([rule]);
});

test('two "not now" in a row double the gaps', () => {
  const cards = (answer: Shown['answer']) => [
    card('a', '11-10 12:55', NO),
    card('b', '11-13 13:10', { answer }),
    card('c', '11-17 13:30'),
  ];
  expect(broken(cards('not-now'))).toEqual(['one a chat in three days']);
  expect(broken(cards('helpful'))).toEqual([]);
});

describe('sound logs break no rule', () => {
  test('a card in a chat, and two on the weekly page', () => {
    expect(broken([card('a', '11-17 13:40'), page('b', NOW), page('c', NOW)])).toEqual([]);
  });

  test('a heavy one on the page, by day, where it was said how the chat feels', () => {
    expect(broken([heavy('a', NOW)])).toEqual([]);
  });

  test('rule O: two own turns three hours apart, older than the usual 90 minutes', () => {
    const log = [card('a', '11-20 18:32', { concept: 'attachment' })];
    expect(broken(log, made({}, '11-20 14:00 out', '11-20 17:00 out'))).toEqual([]);
    expect(broken(log, made({}, '11-20 14:00 out', '11-20 16:59 out'))).toEqual(['rule O']);
    expect(broken(log, made({}, '11-20 14:00 out', '11-20 17:03 out'))).toEqual(['rule O']);
  });

  test('rule W: theirs is three hours old, in a chat one begins and comes back to', () => {
    const back = ['11-20 13:50 out', '11-20 14:30 in'];
    const log = (time: string) => [card('a', time, { moment: 'received' })];
    const one = made({ events: chat(...twentyAnswers(), ...back) });
    expect(broken(log('11-20 17:30'), one)).toEqual([]);
    expect(broken(log('11-20 17:29'), one)).toEqual(['rule W']);
    expect(broken(log('11-21 14:31'), one)).toEqual(['rule W']);
  });

  test('a hello after fourteen quiet days', () => {
    const log = [card('a', '12-04 13:41', { moment: 'sent' })];
    expect(broken(log, made({}, '12-04 13:40 out'))).toEqual([]);
    expect(broken(log, made({}, '12-04 13:39 out'))).toEqual(['hello after 14 quiet days']);
  });
});
