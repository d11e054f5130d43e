/**
 * No rule of the budget, of O, W and rest is broken over random histories. The rules are written
 * here a second time, plainly, over the cards that came.
 */

import { nudges } from 'toward:catalogue';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NUDGE_DEFAULTS, type Shown, type Signals } from '../../shared/nudge';
import { directionOf } from '../../shared/turns';
import { choose } from './choose';
import { at, chat, signalInput, UTC } from './made-up';
import { computeSignals } from './signals';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const IN_CHAT = ['opened', 'composing', 'sent', 'received'];

/** Mostly signals under which cards may come, so that the budget has something to hold back. */
const signals: fc.Arbitrary<Signals> = fc.record(
  {
    rest: fc.constantFrom(0, 0, 0, 1),
    new_message: fc.constantFrom(1, 1, 1, 0),
    chat_age_days: fc.integer({ min: 0, max: 40 }),
    waiting_turns: fc.integer({ min: 0, max: 4 }),
    rule_o: fc.constantFrom(0, 1),
    rule_w: fc.constantFrom(0, 1),
    rule_w_many: fc.constantFrom(0, 1),
    within_usual_time: fc.constantFrom(0, 1),
    own_hello_after_days: fc.integer({ min: 0, max: 20 }),
    own_openings_drift: fc.integer({ min: -40, max: 40 }),
    weeks_counted: fc.integer({ min: 0, max: 12 }),
    both_began: fc.constantFrom(0, 1),
    both_came_back: fc.constantFrom(0, 1),
    days_in_touch: fc.integer({ min: 0, max: 7 }),
    swing_cycles: fc.integer({ min: 0, max: 3 }),
    local_hour: fc.integer({ min: 0, max: 23 }),
    felt_new: fc.constantFrom(0, 1),
    felt_lighter: fc.constantFrom(0, 1),
    felt_more: fc.constantFrom(0, 1),
    felt_right: fc.constantFrom(0, 0, 1),
    felt_same_weeks: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['rest', 'new_message', 'chat_age_days', 'waiting_turns'] },
);

const step = fc.record({
  hours: fc.integer({ min: 1, max: 40 }),
  conversation: fc.constantFrom('c', 'd', 'e'),
  kind: fc.constantFrom('one', 'one', 'one', 'group', 'unknown'),
  moments: fc.constantFrom(['opened', 'received'], ['sent'], ['composing'], ['week'], ['thought']),
  signals,
  answer: fc.constantFrom(null, 'helpful', 'not-now', 'not-now', 'stung', 'quiet-here', 'closed'),
  typed: fc.constantFrom(null, 5, 15),
  draw: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 8,
    maxLength: 8,
  }),
}) as fc.Arbitrary<Step>;

interface Step {
  hours: number;
  conversation: string;
  kind: 'one' | 'group' | 'unknown';
  moments: Shown['moment'][];
  signals: Signals;
  answer: Shown['answer'];
  typed: number | null;
  draw: number[];
}

interface Came {
  card: Shown;
  step: Step;
  quiet: boolean;
  cooldown: number;
}

function live(steps: Step[], composing: boolean): Came[] {
  const came: Came[] = [];
  const quiet = new Set<string>();
  let now = at('01-05 09:00');
  for (const step of steps) {
    now += step.hours * HOUR;
    const conversation = step.moments[0] === 'thought' ? null : step.conversation;
    let i = 0;
    const choice = choose({
      catalogue: nudges,
      moments: step.moments,
      conversation:
        conversation === null
          ? null
          : {
              id: conversation,
              kind: step.kind,
              quiet: quiet.has(conversation),
            },
      signals: step.signals,
      history: came.map(({ card }) => card),
      settings: { ...NUDGE_DEFAULTS, on: true, composing },
      now,
      zones: UTC,
      lastTypedAt: step.typed === null ? null : now - step.typed * 1000,
      random: () => step.draw[i++ % 8] as number,
    });
    if ('none' in choice) continue;
    const { id, concept, weight, moment, cooldown_days } = choice.nudge;
    const { answer } = step;
    const card = {
      nudge: id,
      concept,
      weight,
      moment,
      conversation,
      at: now,
      answer,
      answeredAt: now,
    };
    came.push({ card, step, quiet: quiet.has(conversation ?? ''), cooldown: cooldown_days });
    if (answer === 'quiet-here' && conversation) quiet.add(conversation);
  }
  return came;
}

const dayNumber = (time: number) => Math.floor(time / DAY);
const hourOf = (time: number) => (time % DAY) / HOUR;
/** Monday to Sunday; 1 January 1970 was a Thursday. */
const weekNumber = (time: number) => Math.floor((dayNumber(time) + 3) / 7);
const daysApart = (a: Shown, b: Shown) => dayNumber(b.at) - dayNumber(a.at);

/** What is wrong with one card, given all that came before it. */
function broken({ card, step, quiet, cooldown }: Came, before: Shown[]): string[] {
  const inChat = IN_CHAT.includes(card.moment);
  const last = before.at(-1);
  const same = before.filter((b) => b.nudge === card.nudge);
  const said = before.filter((b) => b.answer && b.answer !== 'closed').map((b) => b.answer);
  const factor = said.at(-1) === 'not-now' && said.at(-2) === 'not-now' ? 2 : 1;
  const recent = (cards: Shown[], days: number) =>
    cards.filter((b) => daysApart(b, card) < days * factor).length;
  const chats = before.filter((b) => IN_CHAT.includes(b.moment));
  const heavies = before.filter((b) => b.weight === 'heavy');
  const here = (cards: Shown[]) => cards.filter((b) => b.conversation === card.conversation);
  const ofPage = (b: Shown) => b.moment === 'week' && weekNumber(b.at) === weekNumber(card.at);
  const page = card.moment === 'week' ? before.filter(ofPage) : [];
  const apart = here(before).filter((b) => !page.includes(b));
  const ownNo = same
    .map((b) => b.answer)
    .filter((a) => a && a !== 'closed')
    .slice(-3);
  const s = step.signals;
  const rules: Record<string, boolean> = {
    'one a day': inChat && recent(chats, 1) > 0,
    'four a week': inChat && recent(chats, 7) > 3,
    'one a conversation in three days': card.conversation !== null && recent(apart, 3) > 0,
    'three a page': page.length > 2,
    'two of a conversation a page': here(page).length > 1,
    'quiet hours': inChat && (hourOf(card.at) >= 22 || hourOf(card.at) < 8),
    typing: inChat && step.typed === 5,
    'nothing new': inChat && s.new_message !== 1,
    group: card.conversation !== null && step.kind !== 'one',
    rest: card.conversation !== null && s.rest === 1,
    'quiet here': quiet,
    'first day': card.conversation !== null && (s.chat_age_days ?? 0) < 1,
    concept: last?.concept === card.concept,
    cooldown: same.some((b) => daysApart(b, card) < cooldown),
    stung: same.some((b) => b.answer === 'stung'),
    'three not now': ownNo.length === 3 && ownNo.every((a) => a === 'not-now'),
    'rule W': card.moment === 'received' && s.rule_w !== 1 && s.rule_w_many !== 1,
    'three waiting': inChat && (s.waiting_turns ?? 0) >= 3 && card.concept !== 'space-with-return',
    'one thought a day':
      card.moment === 'thought' && here(before).some((b) => daysApart(b, card) < 1),
  };
  const heavy: Record<string, boolean> = {
    'heavy not felt': s.felt_right === undefined,
    'heavy in a chat': inChat,
    'heavy beside another of its conversation': here(page).length > 0,
    'heavy twice': last?.weight === 'heavy',
    'heavy week': recent(heavies, 7) > 0,
    'heavy chat': card.conversation !== null && recent(here(heavies), 14) > 0,
    'heavy hours': hourOf(card.at) >= 20 || hourOf(card.at) < 8,
    'heavy early': card.conversation !== null && (s.chat_age_days ?? 0) < 14,
    'heavy after a sting': before.some((b) => b.answer === 'stung' && card.at - b.at < 14 * DAY),
  };
  const all = card.weight === 'heavy' ? { ...rules, ...heavy } : rules;
  return Object.keys(all).filter((name) => all[name]);
}

test('the budget is never broken', () => {
  const seen = { cards: 0, heavy: 0 };
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 20, maxLength: 120 }),
      fc.boolean(),
      (steps, composing) => {
        const came = live(steps, composing);
        seen.cards += came.length;
        seen.heavy += came.filter(({ card }) => card.weight === 'heavy').length;
        for (const [i, one] of came.entries()) {
          expect(
            broken(
              one,
              came.slice(0, i).map(({ card }) => card),
            ),
          ).toEqual([]);
          expect(composing || one.card.moment !== 'composing').toBe(true);
        }
      },
    ),
    { seed: 20261122, numRuns: 200 },
  );
  expect(seen.cards).toBeGreaterThan(1000);
  expect(seen.heavy).toBeGreaterThan(50);
});

/** A month or so of messages: minutes after the one before, and the side, now and then unknown. */
const message = fc.tuple(
  fc.integer({ min: 1, max: 900 }),
  fc.constantFrom('out', 'in', 'out', 'in', '?'),
);
const talk = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 240 }), fc.constant(['out', 'in'] as const)),
  {
    minLength: 20,
    maxLength: 30,
  },
);

test('rules O, W and rest hold when what they say is so', () => {
  const seen = { o: 0, w: 0 };
  const history = fc.tuple(
    talk,
    fc.array(message, { maxLength: 12 }),
    fc.integer({ min: 0, max: 2000 }),
  );
  fc.assert(
    fc.property(history, ([pairs, rest, later]) => {
      let time = at('11-01 08:00');
      const lines: string[] = [];
      const add = (minutes: number, way: string) => {
        time += minutes * 60_000;
        lines.push(`${new Date(time).toISOString().slice(5, 16).replace('T', ' ')} ${way}`);
      };
      for (const [minutes, [mine, theirs]] of pairs) {
        add(400, mine);
        add(minutes, theirs);
      }
      for (const [minutes, way] of rest) add(minutes, way);
      const events = chat(...lines);
      const now = time + later * 60_000;
      const told = computeSignals(signalInput(events, now));
      const ways = events.map(directionOf);
      const end = events.slice(Math.max(ways.lastIndexOf('in'), ways.lastIndexOf(null)) + 1);
      if (told.rule_o === 1) {
        seen.o++;
        expect((end.at(-1)?.at ?? 0) - (end[0]?.at ?? 0)).toBeGreaterThanOrEqual(3 * HOUR);
      }
      if (told.rule_w === 1) {
        seen.w++;
        expect(ways.at(-1)).toBe('in');
        expect(now - time).toBeGreaterThanOrEqual(3 * HOUR);
        expect(now - time).toBeLessThanOrEqual(24 * HOUR);
        const mine = events[ways.lastIndexOf('out')]?.at ?? 0;
        expect(now - mine).toBeLessThanOrEqual(72 * HOUR);
        expect(told.waiting_turns).toBeLessThan(3);
      }
      const theirs = events[ways.lastIndexOf('in')]?.at ?? 0;
      expect(told.rest).toBe(Number(now - theirs >= 21 * DAY));
    }),
    { seed: 20261122, numRuns: 500 },
  );
  expect(seen.o).toBeGreaterThan(10);
  expect(seen.w).toBeGreaterThan(10);
});
