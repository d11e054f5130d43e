/** Random lives of one adapter: what was counted is what was said. */
import fc from 'fast-check';
import { vi } from 'vitest';
import { dayOf } from '../../shared/days';
import type { NamedAdapter } from '../../shared/messages';
import { rowsOf } from '../../shared/rows';
import { directionOf } from '../../shared/turns';
import type { Day, LedgerEvent } from '../../shared/types';
import { SimulatedBackground } from './background';
import { beginTime, endTime } from './clock';
import { take } from './doing';
import { Life } from './life';
import type { Chat } from './model';
import { type Nature, nature, type Step, steps } from './steps';
import { isTimed } from './timed';
import { Vocabulary } from './vocabulary';

const ZONES = [{ from: 0, zone: 'UTC' }];
const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };

/** What a proof may put in the place of the real parts, to see that it is found out. */
export interface Options {
  runs: number;
  seed: number;
  path?: string | undefined;
  /** The adapter that the reader reads by, instead of the one whose pages are shown. */
  reads?: NamedAdapter;
  background?: () => SimulatedBackground;
  /** The first failing life will do: no smaller one is looked for. */
  quick?: boolean;
}

type Counts = Record<Day, string>;

/** @throws what was said and what was counted, and how to live the failing life again */
export async function proveLives(adapter: NamedAdapter, options: Options): Promise<void> {
  const words = new Vocabulary(adapter);
  const property = fc.asyncProperty(nature, steps, (how, list) => live(words, how, list, options));
  const { runs: numRuns, seed, path = '', quick: endOnFailure = false } = options;
  const told = await fc.check(property, { numRuns, seed, path, endOnFailure });
  if (!told.failed) return;
  const again = `SIMULATOR_ONLY=${adapter.id} SIMULATOR_SEED=${seed} SIMULATOR_PATH=${told.counterexamplePath}`;
  const message = `${fc.defaultReportMessage(told)}\nAlone: ${again} npx vitest run src/content/simulator`;
  throw new Error(message, { cause: told.errorInstance });
}

async function live(
  words: Vocabulary,
  how: Nature,
  list: readonly Step[],
  { reads, background }: Options,
): Promise<void> {
  // Where pages show no times, no message may be of two days.
  beginTime(Date.parse(isTimed(words) ? '2026-11-22T21:00:00Z' : '2026-11-22T06:00:00Z'));
  const behind = (background?.() ?? new SimulatedBackground()).install();
  const life = new Life(words, how, behind, reads);
  const troubles = vi.spyOn(console, 'debug').mockReturnValue();
  try {
    await life.begin();
    for (const step of list) await take(life, step);
    for (const chat of life.chats) if (chat.counting) await life.lookAtEnd(chat);
    for (const chat of life.chats) compare(life, chat);
    // The reader never throws: it says so there.
    for (const [said, error] of troubles.mock.calls) throw new Error(said, { cause: error });
  } finally {
    troubles.mockRestore();
    life.closeTab();
    endTime();
  }
}

function compare(life: Life, chat: Chat): void {
  const name = life.names.get(chat);
  const events = [...(life.background.chats.get(name ?? '')?.events.values() ?? [])];
  const counted = countsOf(events);
  const truth = truthOf(chat);
  if (JSON.stringify(counted) === JSON.stringify(truth)) return;
  const [was, is] = [JSON.stringify(truth), JSON.stringify(counted)];
  throw new Error(
    `${life.adapter.id}, ${chat.id}: ${was} were said, and ${is} were counted. ` +
      difference(keysSaid(life, chat), keysCounted(events)),
  );
}

/** Which messages these are, by their ids on the page; the keys of some apps are made of others. */
function keysSaid({ words }: Life, chat: Chat): string[] {
  return chat.truth.map((item) => {
    return `${words.finalId({ ...item, conversation: chat.id })} ${item.way}`;
  });
}

function keysCounted(events: readonly LedgerEvent[]): string[] {
  const counted = events.filter((event) => event.counted);
  return counted.map((event) => `${event.key} ${directionOf(event)}`);
}

function difference(said: readonly string[], counted: readonly string[]): string {
  const more = counted.filter((key) => !said.includes(key));
  const less = said.filter((key) => !counted.includes(key));
  return `Too many: ${more.join(', ') || 'none'}. Missing: ${less.join(', ') || 'none'}.`;
}

function countsOf(events: readonly LedgerEvent[]): Counts {
  const rows = [...rowsOf(events, ZONES, DEFINITIONS)].sort(([a], [b]) => (a < b ? -1 : 1));
  const messages = rows.filter(([, { sent, received }]) => sent + received > 0);
  return Object.fromEntries(
    messages.map(([day, { sent, received }]) => [day, `${sent} out, ${received} in`]),
  );
}

function truthOf({ truth }: Chat): Counts {
  const days = [...new Set(truth.map(({ at }) => dayOf(at, ZONES)))].sort();
  const many = (day: Day, way: string) =>
    truth.filter((item) => item.way === way && dayOf(item.at, ZONES) === day).length;
  return Object.fromEntries(
    days.map((day) => [day, `${many(day, 'out')} out, ${many(day, 'in')} in`]),
  );
}
