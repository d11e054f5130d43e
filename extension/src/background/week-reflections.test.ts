import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import type { Shown } from '../shared/nudge';
import { forgetSecret } from './ids';
import { changeConversation, conversations, eraseLedger } from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { answerCard, shownCards } from './nudging/cards';
import { card } from './nudging/made-up';
import { helpedBy, reflections } from './week-reflections';

/** Wednesday noon: a chat chosen on Sunday is old enough for a light card. */
const NOW = NOON + 3 * DAY;
const MINE = { say: 'It is day.', ask: 'What would do me good?', moment: 'week', cooldown_days: 7 };

let storage: FakeStorage;

/** Thoughts that may come at any hour: those of the catalogue need whole weeks first. */
function ownThoughts(count: number) {
  return Array.from({ length: count }, (_, i) => {
    return { ...MINE, id: `yours-${i}`, when: [{ signal: 'local_hour', min: 1 }] };
  });
}

async function chatWith(name: string): Promise<string> {
  const id = await chosen(NOON, name);
  const rows = [sighting('a', 'in', NOON + HOUR)];
  await deliver([stretch(rows)], NOON + HOUR, { conversation: name });
  return id;
}

async function page(now = NOW): Promise<string[]> {
  return (await reflections(await conversations(), now)).map(({ shown }) => shown);
}

async function chatsOf(cards: readonly string[]): Promise<(string | null)[]> {
  const shown = await shownCards();
  return cards.map((id) => shown.find((one) => one.id === id)?.conversation ?? null);
}

beforeEach(async () => {
  storage = installStorage({
    zones: [{ from: 0, zone: 'UTC' }],
    secret: 'A'.repeat(43),
    settings: { nudgeConsent: true },
    ownNudges: ownThoughts(8),
  });
  forgetSecret();
  await eraseLedger();
});

describe('the thoughts of a weekly page', () => {
  test('are three, each about another chat, where that many have one', async () => {
    for (const name of ['ana', 'bo', 'cy', 'di']) await chatWith(name);
    const about = await chatsOf(await page());
    expect(new Set(about).size).toBe(3);
  });

  test('are two about the one chat that was chosen', async () => {
    const id = await chatWith('ana');
    expect(await chatsOf(await page())).toEqual([id, id]);
  });

  test('are as many as fit: one where there is one', async () => {
    storage.values.ownNudges = ownThoughts(1);
    await chatWith('ana');
    expect(await page()).toHaveLength(1);
  });

  test('are the same ones when the page is opened again, and in two tabs at once', async () => {
    await chatWith('ana');
    const [first, second] = await Promise.all([page(), page()]);
    expect(second).toEqual(first);
    expect(await page(NOW + DAY)).toEqual(first);
  });

  test('go once they are answered, and no other comes in their place', async () => {
    await chatWith('ana');
    const [first = '', second] = await page();
    await answerCard(first, 'helpful', NOW);
    expect(await page()).toEqual([second]);
  });

  test('come anew in the next week, from the chat asked about longest ago', async () => {
    for (const name of ['ana', 'bo', 'cy', 'di']) await chatWith(name);
    const before = await chatsOf(await page());
    const left = (await conversations()).find(({ id }) => !before.includes(id));
    const after = await chatsOf(await page(NOW + 7 * DAY));
    expect(after[0]).toBe(left?.id);
  });

  test.each([
    ['no yes to cards', { nudgeConsent: null }],
    ['a pause', { nudgeConsent: true, pausedUntil: 'open' }],
  ])('do not come, and do not stay, with %s', async (_, settings) => {
    await chatWith('ana');
    expect(await page()).toHaveLength(2);
    storage.values.settings = settings;
    expect(await page()).toEqual([]);
    expect(await page(NOW + 7 * DAY)).toEqual([]);
  });

  test.each([
    ['rest', { resting: true }],
    ['be quiet', { quiet: true }],
  ])('do not stay about a chat that was told to %s', async (_, change) => {
    const id = await chatWith('ana');
    expect(await page()).toHaveLength(2);
    await changeConversation(id, (old) => ({ ...old, ...change }));
    expect(await page()).toEqual([]);
  });
});

describe('whether cards helped', () => {
  const said = (answer: Shown['answer'], count: number) =>
    Array.from({ length: count }, () => card('a', '11-20 12:00', { answer }));
  const first = card('a', '11-01 12:00');
  const three = Date.parse('2026-11-22T12:00:00Z');
  const answers = [...said('helpful', 4), ...said('not-now', 3), ...said('stung', 1)];

  test('is told in the person’s own answers, from the third week on', () => {
    const shown = [first, ...answers, ...said('closed', 5), ...said(null, 5)];
    expect(helpedBy(shown, three)).toEqual({ helpful: 4, notNow: 3, stung: 1 });
    expect(helpedBy(shown, three - 1)).toBeNull();
  });

  test('is not told from fewer than eight answers', () => {
    expect(helpedBy([first, ...answers.slice(1)], three)).toBeNull();
    expect(helpedBy([], three)).toBeNull();
  });
});
