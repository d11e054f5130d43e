/**
 * Bundled and run by choose.py: choose() over 120 nudges with 30 signals and half a year of cards,
 * and a bare loop that does no more than look through the same rules.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { choose } from '../extension/src/background/nudging/choose';
import { NUDGE_DEFAULTS } from '../extension/src/shared/nudge';

const NUDGES = 120;
const SIGNALS = 30;
const CARDS = 100;
const DAY_MS = 86_400_000;
const ROUNDS = 40;
const TIMES = 300;
const PLACES = [['opened', 'received'], ['sent'], ['composing'], ['week'], ['thought']];
const now = Date.parse('2026-11-22T12:00:00Z');

const { nudges, names } = JSON.parse(readFileSync(0, 'utf8'));
const catalogue = Array.from({ length: NUDGES }, (_, i) => ({
  ...nudges[i % nudges.length],
  id: `nudge-${i}`,
}));

/** All told, so that as many nudges as can be fit. */
const signals = Object.fromEntries(
  Array.from({ length: SIGNALS }, (_, i) => [names[i] ?? `more_${i}`, 1]),
);
Object.assign(signals, { rest: 0, waiting_turns: 0, chat_age_days: 200, local_hour: 19 });
Object.assign(signals, { own_hello_after_days: 20, weeks_counted: 20, days_in_touch: 7 });

/** The last one came 15 days ago: the budget lets all places through. */
const history = Array.from({ length: CARDS }, (_, i) => {
  const { id, concept, weight, moment } = catalogue[(i * 7) % NUDGES];
  const at = now - (15 + (CARDS - i) * 1.5) * DAY_MS;
  const answer = [null, 'helpful', 'not-now', 'closed', 'helpful'][i % 5];
  const conversation = moment === 'thought' ? null : `chat ${i % 3}`;
  return { nudge: id, concept, weight, moment, conversation, at, answer, answeredAt: at };
});

let seed = 2026;
function random() {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

const settings = { ...NUDGE_DEFAULTS, on: true, composing: true };
const occasions = PLACES.map((moments) => ({
  catalogue,
  moments,
  conversation: moments[0] === 'thought' ? null : { id: 'chat 1', kind: 'one', quiet: false },
  signals,
  history,
  settings,
  now,
  zones: [{ from: 0, zone: 'Europe/Berlin' }],
  lastTypedAt: null,
  random,
}));

/** Each nudge's moment and conditions, and what came before of the same nudge. */
function bareLoop({ moments }) {
  let fitting = 0;
  for (const nudge of catalogue) {
    if (moments.includes(nudge.moment) && holds(nudge.when) && !cameLately(nudge)) fitting++;
  }
  return fitting;
}

function holds(when) {
  for (const { signal, min, max } of when) {
    const value = signals[signal];
    if (value === undefined || value < (min ?? value) || value > (max ?? value)) return false;
  }
  return true;
}

function cameLately(nudge) {
  for (const card of history) {
    if (card.nudge !== nudge.id) continue;
    if (now - card.at < nudge.cooldown_days * DAY_MS || card.answer === 'stung') return true;
  }
  return false;
}

/** Microseconds of processor time a call, the mean of so many over all places. */
function timed(call) {
  const start = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) call(occasions[i % occasions.length]);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / TIMES;
}

const chosen = occasions.map((occasion) => choose(occasion));
const none = chosen.filter((choice) => 'none' in choice);
if (none.length > 0) throw new Error(`${JSON.stringify(none)}: this measures too little.`);

const turns = Array.from({ length: ROUNDS + 5 }, () => [timed(bareLoop), timed(choose)]).slice(5);
writeFileSync(1, JSON.stringify(turns));
