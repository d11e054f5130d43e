import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { emptyRow } from '../shared/rows';
import { forgetSecret } from './ids';
import { eraseLedger, ledger } from './ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from './made-up-ledger';
import { at, chat, UTC } from './nudging/made-up';
import { refreshRows, rowsOfConversation } from './tally';
import { countsWith, definitionsPreview } from './tally-preview';

const SIX = { openingHours: 6, turnMinutes: 10 };
const TWELVE = { ...SIX, openingHours: 12 };

/** Silences of 7, 13 and 25 hours; two turns 20 minutes apart. */
const LINES = [
  '11-20 08:00 in',
  '11-20 15:00 out',
  '11-21 04:00 in',
  '11-22 05:00 out',
  '11-22 05:20 out',
];

describe('what other definitions would tell', () => {
  const events = chat(...LINES);
  const counted = { events, rows: new Map(), zones: UTC, from: '2026-09-24', frozen: '2026-09-25' };

  test('a longer silence makes fewer openings', () => {
    const turns = { turns_sent: 3, turns_received: 2 };
    expect(countsWith(SIX, counted)).toEqual({ opened_by_me: 2, opened_by_them: 1, ...turns });
    expect(countsWith(TWELVE, counted)).toEqual({ opened_by_me: 1, opened_by_them: 1, ...turns });
  });

  test('a longer pause makes fewer turns', () => {
    const told = countsWith({ ...SIX, turnMinutes: 20 }, counted);
    expect(told).toMatchObject({ turns_sent: 2, turns_received: 2 });
  });

  test('frozen rows stay as they are, and days before these sixty are left out', () => {
    const rows = new Map([
      ['2026-11-19', { ...emptyRow(), opened_by_me: 9 }],
      ['2026-11-20', { ...emptyRow(), opened_by_me: 5, turns_sent: 7 }],
      ['2026-11-21', { ...emptyRow(), opened_by_me: 9 }],
    ]);
    const later = { ...counted, rows, from: '2026-11-20', frozen: '2026-11-21' };
    expect(countsWith(TWELVE, later)).toEqual({
      opened_by_me: 6,
      opened_by_them: 1,
      turns_sent: 9,
      turns_received: 1,
    });
  });
});

describe('a preview', () => {
  beforeEach(async () => {
    installStorage({ zones: UTC, secret: 'A'.repeat(43) });
    forgetSecret();
    await eraseLedger();
  });

  /** Openings of mine after 7 and after 13 hours. */
  async function chatWith(conversation: string): Promise<string> {
    const id = await chosen(NOON, conversation);
    const rows = [1, 8, 21].map((hour) => sighting(`m${hour}`, 'out', NOON + hour * HOUR));
    await deliver([stretch(rows)], NOON + DAY, { conversation });
    return id;
  }

  test('tells each chat and the sum, and changes nothing', async () => {
    const ids = [await chatWith('ana@example.net'), await chatWith('bo@example.net')];
    await refreshRows(NOON + DAY);
    const kept = await (await ledger()).getAll('conversations');
    const view = await definitionsPreview(TWELVE, NOON + DAY);
    expect(view).toMatchObject({ definitions: TWELVE, days: 60 });
    expect([view.before.opened_by_me, view.after.opened_by_me]).toEqual([4, 2]);
    expect(view.chats.map(({ chat: { id } }) => id).sort()).toEqual([...ids].sort());
    expect(
      view.chats.map(({ before, after }) => [before.opened_by_me, after.opened_by_me]),
    ).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(await (await ledger()).getAll('conversations')).toEqual(kept);
    const rows = await rowsOfConversation(ids[0] ?? '');
    expect(rows.map(({ row }) => row.opened_by_me)).toEqual([1, 1]);
  });

  test.each([
    { openingHours: 0, turnMinutes: 10 },
    { openingHours: 6, turnMinutes: 61 },
    { openingHours: 6.5, turnMinutes: 10 },
  ])('refuses %o in a sentence', async (definitions) => {
    await expect(definitionsPreview(definitions, at('11-22 12:00'))).rejects.toThrow('1 to 24');
  });
});
