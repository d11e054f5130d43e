import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../../made-up/chrome';
import { endedAtEachStep } from '../../made-up/steps';
import type { Account } from '../../shared/storage';
import { forgetSecret } from '../ids';
import { eraseLedger } from '../ledger';
import { restored } from './account';
import { backupFile, type Contents, readBackup } from './file';
import { contentsHere, finishRestore, putHere } from './here';
import { anyContents, someContents } from './made-up-contents';
import { makeBackup, restore } from './restore';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const PASSPHRASE = 'four quiet words here';
let storage: FakeStorage;

async function emptyBrowser(): Promise<void> {
  storage = installStorage();
  forgetSecret();
  await eraseLedger();
}

beforeEach(emptyBrowser);

/** What an account is in a browser that was restored: the old one, waiting for a device. */
function asRestored({ storage: values, ledger }: Contents): Contents {
  const account = values.account && { ...values.account, restored: true };
  return { storage: { ...values, account, erasing: account ? values.erasing : [] }, ledger };
}

async function put(contents: Contents): Promise<void> {
  await emptyBrowser();
  await putHere(contents);
}

function withAccount(contents: Contents, account: Account | null, more: object = {}): Contents {
  return { ...contents, storage: { ...contents.storage, account, ...more } };
}

/** The same for the same contents, in whatever order their fields are. */
function asText(contents: Contents): string {
  const sorted = (_: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(contents, sorted);
}

/** Every way through: out of one browser, into an empty one, and into that once more. */
async function goesRound(contents: Contents, passphrase: string | null): Promise<void> {
  await put(contents);
  expect(await contentsHere()).toEqual(contents);
  const file = await backupFile(await contentsHere(), passphrase, NOW);
  await emptyBrowser();
  const request = { file, passphrase, replace: true };
  expect(await restore(request)).toMatchObject({ ok: true });
  expect(await contentsHere()).toEqual(asRestored(contents));
  const before = structuredClone(storage.values);
  expect(await restore(request)).toMatchObject({ ok: true });
  expect(await contentsHere()).toEqual(asRestored(contents));
  expect(storage.values).toEqual(before);
}

describe('restore(backup(x)) is x, and once more changes nothing', () => {
  test.each([
    ['as text that anyone can read', null, 60],
    ['sealed', PASSPHRASE, 3],
  ])(
    '%s',
    async (_, passphrase, numRuns) => {
      const property = fc.asyncProperty(anyContents, (one) => goesRound(one, passphrase));
      await fc.assert(property, { seed: 20261122, numRuns });
    },
    30_000,
  );

  test('what anyone can read leaves the server’s token out', async () => {
    const contents = someContents(7);
    const account = { id: 'a', device: 1, token: 'a-token', consent: 3, erasures: 0 };
    await put(withAccount(contents, account));
    expect(await makeBackup(null, NOW)).not.toContain('a-token');
  });
});

describe('a sealed file', () => {
  test('opens with the same passphrase, typed on another keyboard', async () => {
    const file = await backupFile(someContents(1), 'Zoe\u0308 likes rain', NOW);
    expect(await readBackup(file, 'Zo\u00eb likes rain')).toMatchObject({ ok: true });
    const other = await readBackup(file, 'Zoe likes rain');
    expect(other).toMatchObject({ ok: false, problem: expect.stringContaining('passphrase') });
  });

  test('asks for its passphrase, and shows nothing of what it holds', async () => {
    const contents = someContents(2);
    const file = await backupFile(contents, PASSPHRASE, NOW);
    expect(await readBackup(file, null)).toMatchObject({ ok: false, passphrase: true });
    expect(Object.keys(JSON.parse(file))).toEqual(['toward', 'version', 'made', 'lock', 'data']);
    expect(JSON.parse(file).lock.rounds).toBe(600_000);
  });

  test('is refused when anything of it was changed, also what is not sealed', async () => {
    const file = await backupFile(someContents(3), PASSPHRASE, NOW);
    const { data } = JSON.parse(file);
    const flipped = data.slice(0, 50) + (data[50] === 'A' ? 'B' : 'A') + data.slice(51);
    for (const changed of [
      file.replace(data, flipped),
      file.replace('2026-11-22T12', '2026-11-22T13'),
      file.replace('600000', '600001'),
    ]) {
      const read = await readBackup(changed, PASSPHRASE);
      expect(read).toMatchObject({ ok: false, problem: expect.stringContaining('damaged') });
    }
  });

  test('needs a passphrase of eight characters or more', async () => {
    await expect(makeBackup('seven77', NOW)).rejects.toThrow('8 characters or more');
    await expect(makeBackup('            ', NOW)).rejects.toThrow('8 characters or more');
  });
});

test('what could not be read back is not written', async () => {
  const contents = someContents(4);
  const broken = { ...contents.storage, revision: Number.NaN };
  await expect(backupFile({ ...contents, storage: broken }, null, NOW)).rejects.toThrow(
    '“storage.revision” has to be a whole number',
  );
});

describe('a browser that holds something', () => {
  test('is asked about, and nothing changes before the answer', async () => {
    const [old, next] = [withAccount(someContents(12), null), someContents(11)];
    const file = await backupFile(next, null, NOW);
    await put(old);
    const before = await contentsHere();
    const held = { chats: expect.any(Number), days: expect.any(Number) };
    expect(await restore({ file, passphrase: null, replace: false })).toMatchObject({
      ok: false,
      replace: { here: held, file: held, made: '2026-11-22T12:00:00.000Z' },
    });
    expect(await contentsHere()).toEqual(before);
  });

  test('ended at any step it is the old or the new, and the new when it said so', async () => {
    const [old, next] = [someContents(12), asRestored(someContents(11))];
    const seen = new Set<string>();
    const ended = await endedAtEachStep(
      () => put(old),
      () => putHere(next),
      async () => {
        await finishRestore();
        const here = asText(await contentsHere());
        seen.add(here);
        expect([asText(old), asText(next)]).toContain(here);
      },
    );
    expect(ended).toBeGreaterThan(8);
    expect(seen.size).toBe(2);
    expect(await contentsHere()).toEqual(next);
  });

  test('leaves no second copy of the secret behind', async () => {
    await put(someContents(11));
    const { ledger } = await contentsHere();
    expect(ledger.notes.map(({ key }) => key)).not.toContain('restoring');
  });
});

describe('the account', () => {
  const ACCOUNT: Account = { id: 'a', device: 1, token: 'old', consent: 3, erasures: 2 };
  const base = someContents(21);
  const from = (account: Account | null, more = {}) => withAccount(base, account, more);
  const storageAfter = (here: Contents, file: Contents) => restored(here, file)?.storage;

  test('waits to join again in a new browser', () => {
    expect(storageAfter(from(null), from(ACCOUNT))?.account).toEqual({
      ...ACCOUNT,
      restored: true,
    });
  });

  test('without its token is none, and a later one gets everything', () => {
    const next = restored(from(null), from({ ...ACCOUNT, token: '' }));
    expect(next?.storage).toMatchObject({ account: null, erasing: [] });
    expect(next?.ledger.rows.every(({ uploaded }) => uploaded === 0)).toBe(true);
  });

  test('that was to end, ends', () => {
    const withdrawn = { ...ACCOUNT, withdrawn: true };
    expect(storageAfter(from(null), from(withdrawn))?.account).toEqual(withdrawn);
  });

  test('of this very browser goes on as its device, and what was erased since goes again', () => {
    const own = { ...ACCOUNT, device: 5, token: 'own', erasures: 9, ownErasures: [7] };
    const next = storageAfter(
      from(own, { revision: 40, erasing: ['/v1/days/2026-11-20'] }),
      from(ACCOUNT, { revision: 30, erasing: [] }),
    );
    expect(next).toMatchObject({
      account: { device: 5, token: 'own', erasures: 2 },
      ...{ revision: 40, erasing: ['/v1/days/2026-11-20'] },
    });
    // Known as its own, erasure 7 would not be carried out here again.
    expect(next?.account).not.toHaveProperty('ownErasures');
  });

  test.each([
    ['another', { ...ACCOUNT, id: 'b' }],
    ['none', null],
  ])('of a file that has %s is not taken over this browser’s own', async (_, other) => {
    expect(restored(from(ACCOUNT), from(other))).toBeNull();
    await put(from(ACCOUNT));
    const file = await backupFile(from(other), null, NOW);
    const answer = await restore({ file, passphrase: null, replace: true });
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('Withdraw first') });
    expect((await contentsHere()).storage.account).toEqual(ACCOUNT);
  });
});
