/** What is damaged or foreign is refused whole, with the place and the reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupFile, LARGEST_FILE, readBackup } from './file';
import { someContents } from './made-up-contents';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const made = someContents(5);
const zones = [{ from: 0, zone: 'UTC' }];
const contents = { ...made, storage: { ...made.storage, zones } };
const file = await backupFile(contents, null, NOW);
const pretty = () => JSON.parse(file);

async function refusal(text: string): Promise<string> {
  const read = await readBackup(text, null);
  if (read.ok) throw new Error('It was taken.');
  return read.problem;
}

/** The file with one value changed, a field a line. */
function changed(path: (string | number)[], value: unknown): string {
  const copy = pretty();
  const last = path.at(-1) as string;
  const holder = path.slice(0, -1).reduce((one, step) => one[step], copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(copy, null, 2);
}

describe('what is no backup', () => {
  test.each([
    ['nothing', '', 'Line 1, column 1: the text ends too early.'],
    ['half of one', file.slice(0, file.length / 2), 'Line 1, column'],
    ['a page of HTML', '<!doctype html>', 'Line 1, column 1: a value was expected here.'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'Line 1, column 1'],
    ['null', 'null', 'no backup of Toward’s'],
    ['a list', '[]', 'no backup of Toward’s'],
    ['an export', '{"schema": 1, "chats": []}', 'An export cannot be read back'],
    ['a newer one', '{"toward": "backup", "version": 2}', 'A newer Toward made this file'],
    ['an unknown version', changed(['version'], 'one'), 'Line 3, column 14: “version” has to be'],
    ['two fields of one name', '{"toward": "backup",\n "toward": 1}', 'Line 2, column 2'],
  ])('%s', async (_, text, problem) => {
    expect(await refusal(text)).toContain(problem);
    expect(await refusal(text)).toMatch(/changed|try again/);
  });

  test('what is too large is not even read', async () => {
    expect(await refusal(' '.repeat(LARGEST_FILE + 1))).toContain('larger than any backup');
  });
});

const STORAGE = ['data', 'storage'];
const CHAT = ['data', 'ledger', 'conversations', 0];
const ROW = ['data', 'ledger', 'rows', 0];
const EVENTS = ['data', 'ledger', 'events', 0];

describe('one wrong value', () => {
  test.each<[string, (string | number)[], unknown]>([
    ['a field that Toward does not know', [...STORAGE, 'surprise'], 1],
    ['a missing field', [...STORAGE, 'zones'], undefined],
    ['a number that is none', [...STORAGE, 'revision'], '7'],
    ['a number out of range', [...STORAGE, 'revision'], 2 ** 53],
    ['a negative number', [...STORAGE, 'revision'], -1],
    ['a time beyond all dates', [...STORAGE, 'forgottenAt'], 1e300],
    ['a zone that is none', [...STORAGE, 'zones', 0, 'zone'], 'Mars/Olympus'],
    ['a secret of another length', [...STORAGE, 'secret'], 'short'],
    ['an address over plain http', [...STORAGE, 'server', 'url'], 'http://toward.example.net'],
    ['a path that erases an account', [...STORAGE, 'erasing'], ['/v1/accounts/me']],
    ['a day that there is not', [...STORAGE, 'erasing'], ['/v1/days/2026-02-30']],
    ['an id that there is not', [...STORAGE, 'erasing'], [`/v1/conversations/${'A'.repeat(21)}B`]],
    ['a path out of the API', [...STORAGE, 'erasing'], ['/v1/days/2026-11-22/../../x']],
    ['a site with a wildcard', [...STORAGE, 'sites'], ['https://*']],
    ['a site that is a script', [...STORAGE, 'sites'], ['javascript:alert(1)']],
    ['definitions out of range', [...STORAGE, 'settings', 'definitions', 'openingHours'], 25],
    ['an id that is none', [...CHAT, 'id'], 'robin'],
    ['a kind that is none', [...CHAT, 'kind'], 'crowd'],
    ['an interval without an end', [...CHAT, 'intervals'], [{ from: 1 }]],
    ['a row beyond its most', [...ROW, 'row', 'sent'], 65_536],
    ['half a message', [...ROW, 'row', 'sent'], 1.5],
    ['a day that is none', [...ROW, 'day'], '2026-13-01'],
    ['a block of another number', [...EVENTS, 1], 256],
    ['events that are cut off', [...EVENTS, 2], 'AAAA'],
    ['no events', [...EVENTS, 2], ''],
    ['a list in place of an object', [...STORAGE, 'aliases'], []],
    ['null in place of an object', [...STORAGE, 'settings'], null],
    ['a list of another kind', [...STORAGE, 'others'], { length: 1 }],
  ])('%s', async (_, path, value) => {
    const problem = await refusal(changed(path, value));
    expect(problem).toMatch(/^Line \d+, column \d+: “data\./);
    expect(problem).toContain(`${path.at(-1)}`);
    expect(problem).toContain('Nothing was changed here.');
  });

  test('stands where it is said to stand', async () => {
    const text = changed([...CHAT, 'kind'], 'crowd');
    const place = /^Line (\d+), column (\d+)/.exec(await refusal(text)) ?? [];
    const line = text.split('\n')[Number(place[1]) - 1] ?? '';
    expect(line.slice(Number(place[2]) - 1)).toMatch(/^"crowd"/);
  });

  test('of what an object holds by itself is refused', async () => {
    const text = file.replace('"aliases":{', '"aliases":{"__proto__":{"polluted":true},');
    expect(await refusal(text)).toContain('“__proto__” is no name for a field');
    expect({}).not.toHaveProperty('polluted');
  });
});

test('whatever one stroke changes in a file is refused or taken whole, never half', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.constantFrom('', '9', '"', 'x', '-'), (at, put) =>
      readBackup(file.slice(0, at) + put + file.slice(at + 1), null).then((read) => {
        if (!read.ok) expect(read.problem).toMatch(/^(Line \d+|This is no backup|A newer)/);
      }),
    ),
    { seed: 5, numRuns: 300 },
  );
});

test('a sealed part of which a letter is missing is refused in words', async () => {
  const sealed = JSON.parse(await backupFile(contents, 'four quiet words here', NOW));
  // Bytes come in fours of letters: one letter over is none.
  const data = sealed.data.slice(0, 4 * Math.floor(sealed.data.length / 4) - 3);
  const read = await readBackup(JSON.stringify({ ...sealed, data }), 'four quiet words here');
  expect(read).toMatchObject({ ok: false, problem: expect.stringContaining('damaged') });
});
