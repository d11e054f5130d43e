import 'fake-indexeddb/auto';
import { nudges as catalogue } from 'toward:catalogue';
import { beforeEach, expect, test } from 'vitest';
import { installStorage } from '../../made-up/chrome';
import { type Conversation, conversationOf, eraseLedger } from '../ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from '../made-up-ledger';
import { cardFor, shownCards, takeBack } from './cards';

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

test('a card that was not seen after all leaves room for another', async () => {
  const here = await chat();
  const card = await cardFor(here, 'received', NOW);
  await takeBack(card?.shown ?? '');
  expect(await shownCards()).toEqual([]);
  expect(await cardFor(here, 'received', NOW)).not.toBeNull();
});

/** Twenty answers within an hour, then two turns of the person's that are open. */
async function openReach() {
  const id = await chosen(NOON - 30 * DAY);
  const days = Array.from({ length: 20 }, (_, i) => NOW - (21 - i) * DAY);
  const answered = days.flatMap((day) => [
    sighting(`o${day}`, 'out', day),
    sighting(`i${day}`, 'in', day + HOUR),
  ]);
  const open = [9, 5].map((hours) => sighting(`open${hours}`, 'out', NOW - hours * HOUR));
  await deliver([stretch([...answered, ...open])], NOW);
  return async () => (await conversationOf(id)) as Conversation;
}

const BEFORE_WRITING = catalogue.filter(({ moment }) => moment === 'composing');

/** "Ask me before I write again", and no other thoughts of a chat. */
function askBeforeWriting() {
  const others = catalogue.filter(({ moment }) => moment !== 'composing').map(({ id }) => id);
  const nudges = Object.fromEntries(others.map((id) => [id, { on: false, since: 0 }]));
  const settings = { nudgeConsent: true, nudges: { composing: true, nudges } };
  installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: 'A'.repeat(43), settings });
}

test('a thought for before one writes waits for the composer, and still counts as new then', async () => {
  askBeforeWriting();
  const now = await openReach();
  expect(await cardFor(await now(), 'opened', NOW)).toBeNull();
  const card = await cardFor(await now(), 'composing', NOW + 60_000);
  expect(BEFORE_WRITING.map(({ id }) => id)).toContain(card?.nudge);
});

test('it comes at once where the opening leads to the composer', async () => {
  askBeforeWriting();
  const now = await openReach();
  expect(await cardFor(await now(), 'opened', NOW, true)).not.toBeNull();
});

test('an opening later, with nothing new, it does not come', async () => {
  askBeforeWriting();
  const now = await openReach();
  await cardFor(await now(), 'opened', NOW);
  await cardFor(await now(), 'opened', NOW + HOUR);
  expect(await cardFor(await now(), 'composing', NOW + HOUR)).toBeNull();
});
