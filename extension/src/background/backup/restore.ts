/** Making a backup file, and going back to one. */
import type { Held, RestoreAnswer, RestoreRequest } from '../../shared/messages';
import type { Instant } from '../../shared/types';
import { whileNothingIsSent } from '../server/upload';
import { restored, withoutToken } from './account';
import { backupFile, type Contents, type Read, readBackup } from './file';
import { contentsHere, putHere } from './here';
import { SHORTEST_PASSPHRASE } from './seal';

type Taken = Extract<Read, { ok: true }>;

const OTHER_ACCOUNT =
  'This browser keeps its weeks on a server, and the file is not of that account. Withdraw first (in the part “Server”), then choose the file again. Nothing was changed here.';

/** @throws Error in words for the person, where no file can be made */
export async function makeBackup(passphrase: string | null, now: Instant): Promise<string> {
  const contents = await contentsHere();
  if (passphrase === null) return backupFile(withoutToken(contents), null, now);
  if (passphrase.trim().length < SHORTEST_PASSPHRASE)
    throw new Error(`Please choose a passphrase of ${SHORTEST_PASSPHRASE} characters or more.`);
  return backupFile(contents, passphrase, now);
}

/** Refuses whole, asks, or puts what the file holds in the place of everything here. */
export async function restore(request: RestoreRequest): Promise<RestoreAnswer> {
  const read = await readBackup(request.file, request.passphrase);
  if (!read.ok) return read;
  // An upload on its way would mark rows as sent that are others by then, and count revisions up.
  return whileNothingIsSent(() => replace(read, request.replace));
}

async function replace({ contents, made }: Taken, agreed: boolean): Promise<RestoreAnswer> {
  const here = await contentsHere();
  const next = restored(here, contents);
  if (!next) return { ok: false, problem: OTHER_ACCOUNT };
  const held = heldIn(here);
  if (!agreed && !isNothing(held)) {
    return { ok: false, replace: { here: held, file: heldIn(contents), made } };
  }
  await putHere(next, erasedSince(next, contents));
  const { sites, account, server } = next.storage;
  return { ok: true, sites, joins: account?.restored ? server.url : null };
}

/** What was erased since, and the server was not told of yet: it will not tell us of it either. */
function erasedSince(next: Contents, file: Contents): string[] {
  return next.storage.erasing.filter((path) => !file.storage.erasing.includes(path));
}

/** What a person would miss. */
function heldIn({ storage, ledger }: Contents): Held {
  return {
    chats: ledger.conversations.filter(({ practice }) => !practice).length,
    days: new Set(ledger.rows.map(({ day }) => day)).size,
    notes: ledger.notes.filter(({ key }) => key.startsWith('note ')).length,
    thoughts: storage.ownNudges.length,
  };
}

function isNothing(held: Held): boolean {
  return Object.values(held).every((count) => count === 0);
}
