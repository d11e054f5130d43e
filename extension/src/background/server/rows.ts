/** Stored rows as the server has to be told of them. */
import { addDays, dayOf } from '../../shared/days';
import { ROW_FIELDS } from '../../shared/rows';
import { type Account, load } from '../../shared/storage';
import type { Instant, Row } from '../../shared/types';
import { atomically, conversations, ledger, type StoredRow } from '../ledger';
import { waitingToJoin } from '../pairing/find';

const LIFETIME_DAYS = 400;

/**
 * What the server does not have yet. Left out are the practice chat; what it refused; chats that
 * wait for their id under the account's secret, since they would stand there as second ones; and
 * what was erased before this browser joined, which it must not bring back.
 */
export async function rowsToSend(now: Instant): Promise<StoredRow[]> {
  const today = dayOf(now, [{ from: 0, zone: 'UTC' }]);
  const practice = (await conversations()).filter((c) => c.practice).map(({ id }) => id);
  const leftOut = new Set([...practice, ...(await waitingToJoin())]);
  const account = await load('account');
  return (await (await ledger()).getAll('rows')).filter(
    (row) =>
      row.uploaded < row.revision &&
      row.refused === undefined &&
      !leftOut.has(row.conversation) &&
      !wasErased(row, account?.before) &&
      row.day <= addDays(today, 1) &&
      row.day > addDays(today, -LIFETIME_DAYS),
  );
}

function wasErased({ conversation, day }: StoredRow, before: Account['before']): boolean {
  if (!before || day > before.day) return false;
  return before.days.includes(day) || before.conversations.includes(conversation);
}

export function byConversation(rows: StoredRow[]): Record<string, Row> {
  return Object.fromEntries(
    rows.map(({ conversation, row }) => [
      conversation,
      Object.fromEntries(ROW_FIELDS.map((field) => [field, row[field]])) as unknown as Row,
    ]),
  );
}

export async function markUploaded(rows: StoredRow[]): Promise<void> {
  await markThese(rows, (row, { revision }) =>
    // A lower one was made anew since: it is another row.
    row.revision < revision ? row : { ...row, uploaded: revision },
  );
}

export async function setAside(rows: StoredRow[]): Promise<void> {
  await markThese(rows, (row) => ({ ...row, refused: 'The server did not take it.' }));
}

/** Another account, or none: nothing of what is here is there. */
export async function markNothingSent(): Promise<void> {
  const tx = (await ledger()).transaction('rows', 'readwrite');
  await atomically(tx, async () => {
    for await (const cursor of tx.store) {
      const { refused: _, ...row } = cursor.value;
      await cursor.update({ ...row, uploaded: 0 });
    }
  });
}

/** Of these rows what an erasure has left, as it is now. */
export async function asTheyAre(rows: StoredRow[]): Promise<StoredRow[]> {
  const db = await ledger();
  const found = await Promise.all(rows.map((row) => db.get('rows', [row.conversation, row.day])));
  return found.filter((row) => row !== undefined);
}

/** Changes these rows as they are now, in one transaction; one that is gone stays gone. */
async function markThese(
  rows: readonly StoredRow[],
  how: (now: StoredRow, then: StoredRow) => StoredRow,
): Promise<void> {
  const tx = (await ledger()).transaction('rows', 'readwrite');
  const mark = async (then: StoredRow) => {
    const now = await tx.store.get([then.conversation, then.day]);
    if (now) await tx.store.put(how(now, then));
  };
  await atomically(tx, async () => void (await Promise.all(rows.map(mark))));
}
