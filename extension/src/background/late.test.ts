/** What becomes known late changes the rows of its own day, and those are uploaded again. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sighting } from '../shared/messages';
import type { Direction } from '../shared/types';
import { eventsOf } from './ledger';
import { DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { connect, optIn } from './server/connect';
import { NOW, URL_OF_SERVER, type World, world } from './server/made-up';
import { synchronise } from './server/upload';
import { refreshRows, rowsOfConversation } from './tally';

let here: World;

/** One message of mine on the 22nd and one on the 23rd are on the server. */
beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
  await optIn(3, NOW);
  await synchronise(NOW);
  here.server.asked = [];
});

const at = (hours: number, key: string, way: Direction): Sighting =>
  sighting(key, way, NOON + hours * HOUR);
const tell = (...list: Sighting[]) => deliver([stretch(list)], NOON + 20 * HOUR);

const puts = () =>
  here.server.asked.filter(({ method }) => method === 'PUT').map((one) => one.path);
const row = async (day: string) =>
  (await rowsOfConversation(here.id)).find((one) => one.day === day);

describe('a direction', () => {
  test('learned late counts on its day, which alone gets a new revision and is sent', async () => {
    await tell(at(2, 'x', null), at(15, 'y', 'out'));
    await synchronise(NOW);
    const before = { sunday: await row('2026-11-22'), monday: await row('2026-11-23') };
    expect(before.sunday?.row).toMatchObject({ sent: 1, received: 0 });
    here.server.asked = [];
    await tell(at(2, 'x', 'in'), at(15, 'y', 'out'));
    await synchronise(NOW);
    const after = await row('2026-11-22');
    expect(after?.row).toMatchObject({ sent: 1, received: 1, turns_received: 1 });
    expect(after?.revision).toBeGreaterThan(before.sunday?.revision as number);
    expect(await row('2026-11-23')).toEqual(before.monday);
    expect(puts()).toEqual(['/v1/days/2026-11-22']);
    expect(here.server.rows.get(`2026-11-22 ${here.id}`)?.row).toEqual(after?.row);
  });

  test('that turns out contradictory is taken back from its day', async () => {
    await tell(at(2, 'x', 'in'));
    await synchronise(NOW);
    here.server.asked = [];
    await tell(at(2, 'x', 'out'));
    await synchronise(NOW);
    expect((await row('2026-11-22'))?.row).toMatchObject({ sent: 1, received: 0 });
    expect(puts()).toEqual(['/v1/days/2026-11-22']);
    // What says one or the other again changes nothing any more.
    here.server.asked = [];
    await tell(at(2, 'x', 'in'));
    await synchronise(NOW);
    expect(puts()).toEqual([]);
  });

  test('learned after midnight answers a turn of the day before, on that day', async () => {
    await tell(at(11, 'mine', 'out'), at(12.5, 'theirs', null));
    await synchronise(NOW);
    const sunday = await row('2026-11-22');
    here.server.asked = [];
    await tell(at(12.5, 'theirs', 'in'));
    await synchronise(NOW);
    const answered = (sunday?.row.turns_sent_answered as number) + 2;
    expect((await row('2026-11-22'))?.row.turns_sent_answered).toBe(answered);
    expect(puts()).toEqual(['/v1/days/2026-11-22', '/v1/days/2026-11-23']);
  });
});

test('rows made while the clock ran a year ahead are those of the true time', async () => {
  await tell(at(2, 'x', 'in'), at(15, 'y', 'in'));
  await refreshRows(NOW + 365 * DAY);
  const rows = (await rowsOfConversation(here.id)).map(({ day, row: { received } }) => [
    day,
    received,
  ]);
  expect(rows).toEqual([
    ['2026-11-22', 1],
    ['2026-11-23', 1],
  ]);
  expect(await eventsOf(here.id)).toHaveLength(4);
});
