/** What this browser holds, taken out for a backup and put in from one. */
import { now as clock } from '../../shared/clock';
import { load, loadSettings, saveAll } from '../../shared/storage';
import { fromBase64Url, toBase64Url } from '../base64url';
import { eraseAgain } from '../erase';
import { forgetSecret } from '../ids';
import { atomically, ledger, type Schema, type StoreName } from '../ledger';
import { type Block, blockKey, ID_BYTES } from '../packed';
import type { Contents } from './file';
import { type LedgerFile, type PackedEvents, STORES } from './ledger-shape';
import { KEPT_NAMES, type Kept } from './storage-shape';

/** Beside the person's notes until the small values are in their place, too. */
const STAGED = 'restoring';

export async function contentsHere(): Promise<Contents> {
  await finishRestore();
  return { storage: await storageHere(), ledger: await ledgerHere() };
}

async function storageHere(): Promise<Kept> {
  const values = await Promise.all(KEPT_NAMES.map(async (name) => [name, await load(name)]));
  return { ...Object.fromEntries(values), settings: await loadSettings() };
}

/** All of it as it was at one moment. */
async function ledgerHere(): Promise<LedgerFile> {
  const tx = (await ledger()).transaction(STORES);
  const keys = tx.objectStore('events').getAllKeys();
  const all = STORES.map(async (name) => [name, await tx.objectStore(name).getAll()]);
  const file = Object.fromEntries(await Promise.all(all)) as LedgerFile & { events: unknown[] };
  const blocks = file.events as unknown as Uint8Array[];
  const events = (await keys).map((key, i) => packed(key, blocks[i] as Uint8Array));
  return { ...file, events };
}

/** The browser gives keys back as buffers, whatever they were. */
function packed(key: ArrayBuffer | Uint8Array, block: Uint8Array): PackedEvents {
  const bytes = new Uint8Array(key);
  return [toBase64Url(bytes.subarray(0, ID_BYTES)), bytes[ID_BYTES] as number, toBase64Url(block)];
}

/**
 * Puts these in the place of all that is here. What a worker that is ended leaves behind is either
 * the old or the new: the ledger changes in one transaction, which also holds the small values
 * until they are set, now or at the next start.
 *
 * @param again erasures that are carried out on it once more
 */
export async function putHere(
  { storage, ledger: file }: Contents,
  again: readonly string[] = [],
): Promise<void> {
  const tx = (await ledger()).transaction(STORES, 'readwrite');
  await atomically(tx, async () => {
    await Promise.all(STORES.map((name) => tx.objectStore(name).clear()));
    for (const name of STORES) {
      const store = tx.objectStore(name);
      await Promise.all(entries(file, name).map(([value, key]) => store.put(value, key)));
    }
    await tx.objectStore('notes').put({ key: STAGED, text: JSON.stringify({ storage, again }) });
  });
  await finishRestore();
}

type Entry = [value: Schema[StoreName]['value'], key?: Block];

function entries(file: LedgerFile, name: StoreName): Entry[] {
  if (name !== 'events') return file[name].map((value) => [value]);
  return file.events.map(([chat, n, events]) => [fromBase64Url(events), blockKey(chat, n)]);
}

/** Each start of the worker asks: the one before may have been ended on the way. */
export async function finishRestore(): Promise<void> {
  const db = await ledger();
  const staged = await db.get('notes', STAGED);
  if (!staged) return;
  const { storage, again } = JSON.parse(staged.text);
  await saveAll({ ...storage, servedNudges: null });
  forgetSecret();
  for (const path of again) await eraseAgain(path, await clock());
  await db.delete('notes', STAGED);
}
