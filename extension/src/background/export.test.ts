/** docs/data.md names every field that leaves this browser in a file, and no other. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { ROW_FIELDS } from '../shared/rows';
import type { Contents } from './backup/file';
import { contentsHere, putHere } from './backup/here';
import { anyContents, someContents } from './backup/made-up-contents';
import { exportLocal } from './export';
import { weeksAsCsv, weeksOfBrowser } from './export-weeks';
import { forgetSecret } from './ids';
import type { StoredRow } from './ledger';
import { eraseLedger, ledger } from './ledger';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const docs = import.meta.glob('../../../docs/data.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Objects whose names are the person's own data. */
const BY_NAME = ['settings.nudges.nudges', 'selves', 'aliases', 'seenSites'];
/** Of an account that ends or begins; a backup changes them, so that they are in none made up. */
const ENDS = { withdrawn: true, leaving: true, restored: true, revoked: true };

beforeEach(async () => {
  installStorage();
  forgetSecret();
  await eraseLedger();
});

/** `chats[].events[].at` for every value that is none of the parts of another. */
function leaves(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => leaves(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) => {
    const step = BY_NAME.includes(path) ? '*' : name;
    return leaves(one, path ? `${path}.${step}` : step);
  });
}

/** Where there may be null or an object, the object's fields are what is listed. */
function withoutParents(paths: Iterable<string>): string[] {
  const all = [...new Set(paths)];
  const isPart = (part: string, path: string) => /^[.[]/.test(part.slice(path.length));
  const hasParts = (path: string) => all.some((one) => one.startsWith(path) && isPart(one, path));
  return all.filter((path) => !hasParts(path)).sort();
}

/** Rows are made, so that nothing of the contents changes by looking at them. */
function settled({ storage, ledger }: Contents): Contents {
  const { account } = storage;
  const conversations = ledger.conversations.map((one) => ({ ...one, tallied: one.changes }));
  return {
    storage: { ...storage, account: account && { ...account, ...ENDS } },
    ledger: { ...ledger, conversations },
  };
}

async function exported(contents: Contents): Promise<string> {
  await putHere(settled(contents));
  return JSON.stringify(await exportLocal(NOW));
}

test('every field is documented, and every documented one is there', async () => {
  const paths: string[] = [];
  for (const contents of fc.sample(anyContents, { seed: 3, numRuns: 120 }))
    paths.push(...leaves(JSON.parse(await exported(contents))));
  const section = Object.values(docs)[0]?.split('### Everything, as JSON')[1]?.split('\n###')[0];
  const rows = [...(section ?? '').matchAll(/^\| (`.*`) \|/gm)].map((row) => row[1] ?? '');
  const documented = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((one) => one[1]));
  expect(documented.toSorted()).toEqual(withoutParents(paths));
});

test('no secret and no token is in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyContents, async (contents) => {
      const text = await exported(contents);
      const { secret, oldSecrets, account } = contents.storage;
      for (const hidden of [secret, account?.token, ...oldSecrets.map((old) => old.secret)])
        if (hidden) expect(text).not.toContain(hidden);
    }),
    { seed: 5, numRuns: 40 },
  );
});

const ANA = 'A'.repeat(22);
const BEN = `${'B'.repeat(21)}A`;

function stored(conversation: string, day: string, ...counts: number[]): StoredRow {
  const row = Object.fromEntries(ROW_FIELDS.map((field, i) => [field, counts[i] ?? 0]));
  return { conversation, day, row: row as unknown as StoredRow['row'], revision: 1, uploaded: 0 };
}

describe('weeks as CSV', () => {
  test('are sums of ISO weeks by chat, in order, without empty ones', () => {
    const rows = [
      stored(BEN, '2026-11-23', 1, 2, 3, 4, 5, 6, 7, 8),
      stored(ANA, '2026-11-22', 65_535, 1),
      stored(ANA, '2026-11-16', 1, 1, 1),
      stored(ANA, '2026-11-23'),
      // The week of a year's turn belongs to the year of its Thursday.
      stored(ANA, '2027-01-02', 0, 9),
    ];
    expect(weeksAsCsv(rows).split('\r\n')).toEqual([
      "partial counts; shows nothing about anyone's intentions",
      'week,conversation,sent,received,opened_by_me,opened_by_them,turns_sent,turns_sent_answered,turns_received,turns_received_answered',
      `2026-W47,${ANA},65536,2,1,0,0,0,0,0`,
      `2026-W48,${BEN},1,2,3,4,5,6,7,8`,
      `2026-W53,${ANA},0,9,0,0,0,0,0,0`,
      '',
    ]);
  });

  test('hold nothing that a person wrote, and no practice', async () => {
    const contents = settled(someContents(9));
    const [one, two] = contents.ledger.conversations;
    if (!one || !two) throw new Error('There are two.');
    const practice = { ...two, practice: true, name: '=1+1' };
    const conversations = [{ ...one, practice: false, name: '=HYPERLINK("x")' }, practice];
    const rows = [stored(one.id, '2026-11-22', 1), stored(two.id, '2026-11-22', 1)];
    await putHere({ ...contents, ledger: { ...contents.ledger, conversations, rows, events: [] } });
    const lines = (await weeksOfBrowser(NOW)).split('\r\n').slice(2, -1);
    expect(lines).toEqual([`2026-W47,${one.id},1,0,0,0,0,0,0,0`]);
  });
});

test('a backup that is half restored leaves no secret in the file', async () => {
  await putHere(someContents(3));
  const secret = 'S'.repeat(42).concat('A');
  const text = JSON.stringify({
    storage: { ...(await contentsHere()).storage, secret },
    again: [],
  });
  await (await ledger()).put('notes', { key: 'restoring', text });
  expect(JSON.stringify(await exportLocal(NOW))).not.toContain(secret);
});
