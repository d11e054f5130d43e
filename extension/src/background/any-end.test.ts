/**
 * From the page to the server, with a worker that ends: the page delivers until it is acknowledged,
 * rows and uploads are tried again, and in the end everybody holds the truth.
 */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { endedAt, endedAtEachStep } from '../made-up/steps';
import { rowsOf } from '../shared/rows';
import type { Instant, LedgerEvent, Row } from '../shared/types';
import { pauseAll } from './chats';
import { type Interval, isOpen } from './counting/intervals';
import { forgetSecret } from './ids';
import { conversationOf, eventsOf, ledger } from './ledger';
import { deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { connect, optIn } from './server/connect';
import { NOW, URL_OF_SERVER, type World, world } from './server/made-up';
import { synchronise } from './server/upload';
import { refreshRows, rowsOfConversation } from './tally';

const UTC = [{ from: 0, zone: 'UTC' }];
const DEFINITIONS = { openingHours: 6, turnMinutes: 10 };

let here: World;

async function connected(): Promise<void> {
  here = await world();
  await connect(URL_OF_SERVER);
  await optIn(3, NOW);
}

beforeEach(connected);

/** What a new worker finds: nothing of the old one's memory. */
async function stored(): Promise<unknown> {
  const db = await ledger();
  const [events, chats] = await Promise.all([eventsOf(here.id), db.getAll('conversations')]);
  return structuredClone({ events: events.sort((a, b) => (a.key < b.key ? -1 : 1)), chats });
}

const served = () => Object.fromEntries([...here.server.rows].map(([key, { row }]) => [key, row]));

async function kept(): Promise<Record<string, Row>> {
  const rows = await rowsOfConversation(here.id);
  return Object.fromEntries(rows.map(({ day, row }) => [`${day} ${here.id}`, row]));
}

async function everythingIsTrue(): Promise<void> {
  const events = await eventsOf(here.id);
  const truth = Object.fromEntries(
    [...rowsOf(events, UTC, DEFINITIONS)].map(([day, row]) => [`${day} ${here.id}`, row]),
  );
  expect(await kept()).toEqual(truth);
  expect(served()).toEqual(truth);
  for (const { uploaded, revision } of await rowsOfConversation(here.id))
    expect(uploaded).toBe(revision);
}

test('a worker ended between any two steps from page to server: all is told, once', async () => {
  const hours = [1, 2, 3, 13, 14, 15];
  const said = hours.map((h) => sighting(`m${h}`, 'out', NOON + h * HOUR));
  const work = async () => {
    await deliver([stretch(said)], NOW);
    await refreshRows(NOW);
    await synchronise(NOW);
  };
  await work();
  const truth = await eventsOf(here.id);
  const ended = await endedAtEachStep(
    async () => {
      await connected();
      forgetSecret();
    },
    work,
    async () => {
      // Two of the six were told before: there is nothing between that and all of them.
      const told = Object.values(served()).map(({ sent }) => sent);
      expect(['1 1', '3 1', '3 3']).toContain(told.join(' '));
      await work();
      expect(await eventsOf(here.id)).toEqual(truth);
      await everythingIsTrue();
    },
  );
  expect(ended).toBeGreaterThan(40);
});

describe('any life of a chat with times', () => {
  const gap = fc.constantFrom(400, 61_000, 11 * 60_000, 7 * HOUR, 25 * HOUR);
  const say = fc.record({ does: fc.constant('say'), gap, way: fc.constantFrom('out', 'in', null) });
  const look = fc.record({ does: fc.constant('look'), rows: fc.integer({ min: 1, max: 9 }) });
  const turn = fc.record({ does: fc.constantFrom('pause', 'go on', 'rows', 'upload'), gap });
  const steps = fc.array(fc.oneof(say, say, look, look, turn), { minLength: 5, maxLength: 25 });
  /** At which of its steps the worker ends in the middle of each thing it does. */
  const ends = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 25, maxLength: 25 });

  test('rows are those of what was said, whenever the worker ended', async () => {
    const sum = { ended: 0, rows: 0 };
    await fc.assert(
      fc.asyncProperty(steps, ends, async (list, whens) => {
        await connected();
        const said = [...(await eventsOf(here.id))].map(({ at }) =>
          sighting(`m${(at - NOON) / HOUR}`, 'out', at),
        );
        said.sort((a, b) => (a.at as Instant) - (b.at as Instant));
        let now = NOW;
        /** Ended somewhere in it; nothing half done is there; then done again. */
        const insist = async (when: number, work: () => Promise<unknown>) => {
          const before = await stored();
          const ended = await endedAt(when, work);
          const between = await stored();
          await work();
          sum.ended += ended ? 1 : 0;
          expect([before, await stored()]).toContainEqual(between);
        };
        for (const [i, step] of list.entries()) {
          const when = whens[i] as number;
          if ('gap' in step) now += step.gap;
          if (step.does === 'say')
            said.push(sighting(`s${said.length}`, 'way' in step ? (step.way as never) : null, now));
          if ('rows' in step && said.length > 0) {
            const rows = said.slice(-step.rows);
            const above = said.slice(0, -step.rows).map(({ key }) => key);
            const baseline = (await conversationOf(here.id))?.fresh ?? false;
            await insist(when, () => deliver([stretch(rows, above.slice(-50))], now, { baseline }));
          }
          if (step.does === 'pause') await pauseAll(true, now);
          if (step.does === 'go on') await pauseAll(false, now);
          if (step.does === 'rows') await endedAt(when, () => refreshRows(now));
          if (step.does === 'upload') await endedAt(when, () => synchronise(now));
        }
        now += 1;
        await deliver([stretch(said)], now);
        await refreshRows(now);
        await synchronise(now);
        const intervals = (await conversationOf(here.id))?.intervals ?? [];
        const truth = rowsOf(trueEvents(said, intervals), UTC, DEFINITIONS);
        const rows = await kept();
        expect(rows).toEqual(
          Object.fromEntries([...truth].map(([day, row]) => [`${day} ${here.id}`, row])),
        );
        await everythingIsTrue();
        sum.rows += truth.size;
      }),
      { seed: 20261122, numRuns: 120 },
    );
    expect(sum.ended).toBeGreaterThan(200);
    expect(sum.rows).toBeGreaterThan(300);
  }, 60_000);
});

function trueEvents(said: ReturnType<typeof sighting>[], intervals: Interval[]): LedgerEvent[] {
  return said.map(({ key, at, direction }, i) => {
    const time = at as Instant;
    const counted = isOpen(intervals, time);
    const base = { conversation: 'c', key, source: 'machine' as const, counted };
    const times = { at: time, earliest: time, latest: time };
    const previous = i > 0 ? [said[i - 1]?.key as string] : [];
    return { ...base, ...times, previous, direction: direction === 'out' ? 1 : direction ? 2 : 0 };
  });
}
