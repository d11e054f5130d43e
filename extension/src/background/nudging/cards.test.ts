import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { installStorage } from '../../made-up/chrome';
import { conversationOf, eraseLedger } from '../ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from '../made-up-ledger';
import { cardFor, shownCards } from './cards';

const NOW = NOON + 3 * DAY;

/** A chat of three days. Both answer; the person began on the second; theirs waits for 4 h. */
async function chat() {
  const id = await chosen(NOON);
  const hours = { in: [1, 28, 68], out: [2, 26, 30] };
  const rows = (['in', 'out'] as const)
    .flatMap((way) => hours[way].map((h) => sighting(`m${h}`, way, NOON + h * HOUR)))
    .sort((a, b) => a.seen - b.seen);
  await deliver([stretch(rows)], NOW);
  const found = await conversationOf(id);
  if (!found) throw new Error('the chat was not included');
  return found;
}

beforeEach(async () => {
  const settings = { nudgeConsent: true };
  installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: 'A'.repeat(43), settings });
  await eraseLedger();
});

test('a card that can be shown is remembered as shown', async () => {
  const card = await cardFor(await chat(), 'received', NOW);
  expect((await shownCards()).map(({ id }) => id)).toEqual([card?.shown]);
});

test('one a day', async () => {
  const here = await chat();
  expect(await cardFor(here, 'received', NOW)).not.toBeNull();
  expect(await cardFor(here, 'received', NOW + HOUR)).toBeNull();
});
