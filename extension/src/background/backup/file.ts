/** The backup as a file: written, and read again with every doubt. Nothing here is kept. */
import { type Flaw, matching, oneOf, shape, written } from './check';
import { type LedgerFile, ledgerShape } from './ledger-shape';
import { faultIn, placeOf, type Step } from './scan';
import { type Lock, lockShape, newLock, opened, sealed } from './seal';
import { type Kept, storageShape } from './storage-shape';

/** Everything that one browser holds of its person. */
export interface Contents {
  storage: Kept;
  ledger: LedgerFile;
}

interface Head {
  toward: 'backup';
  version: 1;
  /** When it was made, as an ISO date and time. */
  made: string;
}

type Open = Head & { data: Contents };
type Sealed = Head & { lock: Lock; data: string };

export type Read =
  | { ok: true; made: string; contents: Contents }
  /** `passphrase`: none was given, and the file needs one. */
  | { ok: false; problem: string; passphrase?: true };

/** Beyond it the browser's own messages give up (64 MiB). A year of the busiest chats is a tenth. */
export const LARGEST_FILE = 40 * 1024 * 1024;

const VERSION = 1;
const NOTHING_CHANGED = 'Nothing was changed here.';

const head = {
  toward: oneOf('backup'),
  version: oneOf(VERSION),
  made: matching(/^\d{4}-\d{2}-\d{2}T[0-9:.]+Z$/, 'a date and time'),
};
const contentsShape = shape<Contents>({ storage: storageShape, ledger: ledgerShape });
const openShape = shape<Open>({ ...head, data: contentsShape });
const sealedShape = shape<Sealed>({
  ...{ ...head, lock: lockShape },
  data: matching(/^[A-Za-z0-9_-]+$/, 'sealed text'),
});

/**
 * @throws Error in words for the person, where what it holds could not be read back: a file that
 *   restores nothing is worse than none
 */
export async function backupFile(
  contents: Contents,
  passphrase: string | null,
  now: number,
): Promise<string> {
  const flaw = contentsShape(contents, []);
  if (flaw) throw new Error(`No file was made: here ${sentence(flaw)}`);
  const made = new Date(now).toISOString();
  const top: Head = { toward: 'backup', version: VERSION, made };
  const file =
    passphrase === null ? { ...top, data: contents } : await seal(top, contents, passphrase);
  const text = `${JSON.stringify(file)}\n`;
  if (text.length <= LARGEST_FILE) return text;
  throw new Error('No file was made: there is more here than fits into one.');
}

async function seal(top: Head, contents: Contents, passphrase: string): Promise<Sealed> {
  const outside = { ...top, lock: newLock() };
  const text = JSON.stringify(contents);
  const data = await sealed(text, passphrase, outside.lock, beside(outside));
  return { ...outside, data };
}

function beside({ toward, version, made, lock }: Omit<Sealed, 'data'>): string {
  const { key, rounds, salt, cipher, iv } = lock;
  return JSON.stringify([toward, version, made, key, rounds, salt, cipher, iv]);
}

export async function readBackup(text: string, passphrase: string | null): Promise<Read> {
  if (text.length > LARGEST_FILE) return refused('The file is larger than any backup of Toward’s.');
  const fault = faultIn(text);
  if (fault) return refused(`Line ${fault.line}, column ${fault.column}: ${fault.why}.`);
  const file: unknown = JSON.parse(text);
  const foreign = foreignness(file);
  if (foreign) return refused(foreign);
  if (Object.hasOwn(file as object, 'lock')) return readSealed(text, file as Sealed, passphrase);
  const flaw = openShape(file, []);
  if (flaw) return refused(`${placed(text, flaw.path)}${sentence(flaw)}`);
  const { made, data } = file as Open;
  return { ok: true, made, contents: data };
}

/** Why it is no backup at all, before its fields are looked at. */
function foreignness(file: unknown): string | null {
  const { toward, version } = (file ?? {}) as Record<string, unknown>;
  if (toward !== 'backup')
    return 'This is no backup of Toward’s. An export cannot be read back: choose the file called toward-backup.';
  if (typeof version !== 'number' || version <= VERSION) return null;
  return 'A newer Toward made this file. Update Toward in this browser, then try again.';
}

async function readSealed(text: string, file: Sealed, passphrase: string | null): Promise<Read> {
  const flaw = sealedShape(file, []);
  if (flaw) return refused(`${placed(text, flaw.path)}${sentence(flaw)}`);
  if (passphrase === null) {
    return { ok: false, problem: 'This file needs its passphrase.', passphrase: true };
  }
  const inside = await opened(file.data, passphrase, file.lock, beside(file));
  if (inside === null) return refused('The passphrase does not open it, or the file is damaged.');
  return readInside(inside, file.made);
}

function readInside(text: string, made: string): Read {
  const fault = faultIn(text);
  if (fault) return refused(`In its sealed part: ${fault.why}.`);
  const contents: unknown = JSON.parse(text);
  const flaw = contentsShape(contents, []);
  if (flaw) return refused(`In its sealed part: ${sentence(flaw)}`);
  return { ok: true, made, contents: contents as Contents };
}

function refused(why: string): Read {
  return { ok: false, problem: `${why} ${NOTHING_CHANGED}` };
}

/** Of a field that is missing, the place of what it is missing in. */
function placed(text: string, path: readonly Step[]): string {
  const place = placeOf(text, path) ?? placeOf(text, path.slice(0, -1));
  return place ? `Line ${place.line}, column ${place.column}: ` : '';
}

function sentence({ path, why }: Flaw): string {
  return `“${written(path)}” ${why}.`;
}
