/** Which account a restored browser goes on with: pure. A restored backup is a new device. */
import type { Account } from '../../shared/storage';
import type { StoredRow } from '../ledger';
import { sameRow } from '../tally';
import type { Contents } from './file';

/** A backup that anyone can read holds no key to the weeks on the server. */
export function withoutToken(contents: Contents): Contents {
  const { account } = contents.storage;
  if (!account) return contents;
  return { ...contents, storage: { ...contents.storage, account: { ...account, token: '' } } };
}

/** What a browser that holds `here` becomes by a backup's `file`; null: it must not. */
export function restored(here: Contents, file: Contents): Contents | null {
  const own = here.storage.account;
  // A token that opened no device of this browser's own is not lost: the file has it, too.
  if (!own || own.restored) return inNewBrowser(file);
  return file.storage.account?.id === own.id ? inSameBrowser(own, here, file) : null;
}

function inNewBrowser(file: Contents): Contents {
  const { account } = file.storage;
  if (account?.token) return withAccount(file, asNewDevice(account));
  const { storage, ledger } = withAccount(file, null);
  // No server has any of it: an account that is opened later is sent everything.
  const rows = ledger.rows.map((row) => (account ? { ...row, uploaded: 0 } : row));
  return { storage: { ...storage, erasing: [] }, ledger: { ...ledger, rows } };
}

function asNewDevice(account: Account): Account {
  // What has ended needs no device any more, only its end.
  return account.withdrawn || account.revoked ? account : { ...account, restored: true };
}

/**
 * This browser's device goes on, and its rows change back: they are sent under revisions above all
 * before. What was erased since the backup was made will be told by the server, and goes again.
 */
function inSameBrowser(own: Account, here: Contents, file: Contents): Contents {
  const { erasures, ownErasures } = file.storage.account as Account;
  const { ownErasures: _, ...rest } = own;
  const account = { ...rest, erasures, ...(ownErasures && { ownErasures }) };
  const { storage, ledger } = withAccount(file, account);
  const erasing = [...new Set([...here.storage.erasing, ...storage.erasing])];
  const revision = Math.max(here.storage.revision, storage.revision);
  const rows = withUploads(ledger.rows, here.ledger.rows);
  return { storage: { ...storage, erasing, revision }, ledger: { ...ledger, rows } };
}

function withUploads(rows: readonly StoredRow[], here: readonly StoredRow[]): StoredRow[] {
  const name = ({ conversation, day }: StoredRow) => `${conversation} ${day}`;
  const known = new Map(here.map((row) => [name(row), row]));
  return rows.map((row) => {
    const now = known.get(name(row));
    const isSame = now?.revision === row.revision && sameRow(now.row, row.row);
    return { ...row, uploaded: isSame ? now.uploaded : 0 };
  });
}

function withAccount(contents: Contents, account: Account | null): Contents {
  return { ...contents, storage: { ...contents.storage, account } };
}
