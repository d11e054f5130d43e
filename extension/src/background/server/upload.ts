/** Sends what the server does not have yet. Any failure leaves everything here as it was. */
import { addDays, dayOf } from '../../shared/days';
import { ROW_FIELDS } from '../../shared/rows';
import { type Account, load, save } from '../../shared/storage';
import type { Day, Instant, Row } from '../../shared/types';
import { forgetNames } from '../aliases';
import { changeWaiting, eraseDayHere } from '../erase';
import { atomically, conversations, eraseConversation, ledger, type StoredRow } from '../ledger';
import { refreshRows } from '../tally';
import { changeAccount } from './account';
import { call, type Reply, ServerAway } from './call';
import { erasuresIn, faultsIn, isRefusal, marksIn } from './shapes';

const MOST_CONVERSATIONS = 500;
const LIFETIME_DAYS = 400;
/** A server that keeps naming erasures or faults is not waited for without end. */
const MOST_TRIES = 20;
/** More erasures of one's own than could ever wait for a 409. */
const OWN_KEPT = 100;
const NO_SENSE = 'The server gave an answer that makes no sense.';

let running: Promise<void> | null = null;

/** Carries out waiting erasures, then uploads; calls while it runs join it. */
export function synchronise(now: Instant): Promise<void> {
  running ??= run(now).finally(() => {
    running = null;
  });
  return running;
}

/** Resolves when nothing runs that began before. */
export async function settled(): Promise<void> {
  await running?.catch(() => {});
}

async function run(now: Instant): Promise<void> {
  const account = await load('account');
  if (!account) return;
  try {
    // Nothing else matters to an account that is to be erased, not even whether it is there still.
    if (account.withdrawn) return await finishWithdrawal();
    await eraseWaiting();
    await uploadAll(now);
    // Asked for while this ran.
    await eraseWaiting();
    await note({ problem: null, lastUpload: now });
  } catch (error) {
    if (!(error instanceof ServerAway)) throw error;
    await note({ problem: `${error.message} Nothing is lost: Toward will try again by itself.` });
    throw error;
  }
}

export async function note(
  change: Partial<{ problem: string | null; lastUpload: Instant }>,
): Promise<void> {
  await save('server', { ...(await load('server')), ...change });
}

/** Asked before every call: what was withdrawn meanwhile is not sent any more. */
async function account(): Promise<Account> {
  const found = await load('account');
  if (!found || found.withdrawn) throw new ServerAway('Keeping weeks there was withdrawn.');
  return found;
}

async function eraseWaiting(): Promise<void> {
  for (let paths = await load('erasing'); paths.length > 0; paths = await load('erasing')) {
    const path = paths[0] as string;
    const { token } = await account();
    const reply = await call({ method: 'DELETE', path, token });
    const number = erasuresIn(reply.body);
    if (reply.status !== 200 || number === null) throw refusal(reply);
    await changeAccount((old) => ({
      ...old,
      ownErasures: [...(old.ownErasures ?? []), number].slice(-OWN_KEPT),
      // Numbers in between are those of other browsers: a 409 will tell of them.
      erasures: number === old.erasures + 1 ? number : old.erasures,
    }));
    await changeWaiting((waiting) => waiting.filter((one) => one !== path));
  }
}

/** The account goes last: a worker ended before would find its way here again. */
async function finishWithdrawal(): Promise<void> {
  const found = await load('account');
  if (!found) return;
  const reply = await call({ method: 'DELETE', path: '/v1/accounts/me', token: found.token });
  // 401: the account is gone already.
  const gone = reply.status === 204 || (reply.status === 401 && isRefusal(reply.body, 401));
  if (!gone) throw refusal(reply);
  await markAll(({ refused: _, ...row }) => ({ ...row, uploaded: 0 }));
  await changeWaiting(() => []);
  await note({ problem: null });
  await changeAccount(() => null);
}

async function uploadAll(now: Instant): Promise<void> {
  await refreshRows(now);
  const today = dayOf(now, [{ from: 0, zone: 'UTC' }]);
  const practice = new Set((await conversations()).filter((c) => c.practice).map(({ id }) => id));
  const rows = (await (await ledger()).getAll('rows')).filter(
    (row) =>
      row.uploaded < row.revision &&
      row.refused === undefined &&
      !practice.has(row.conversation) &&
      row.day <= addDays(today, 1) &&
      row.day > addDays(today, -LIFETIME_DAYS),
  );
  for (const day of [...new Set(rows.map((row) => row.day))].sort()) {
    const ofDay = rows.filter((row) => row.day === day);
    for (let i = 0; i < ofDay.length; i += MOST_CONVERSATIONS) {
      await uploadDay(day, ofDay.slice(i, i + MOST_CONVERSATIONS), now);
    }
  }
}

async function uploadDay(day: Day, rows: StoredRow[], now: Instant): Promise<void> {
  let left = rows;
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries++) {
    const { token, erasures } = await account();
    const body = { revision: await nextRevision(), erasures, rows: byConversation(left) };
    const reply = await call({ method: 'PUT', path: `/v1/days/${day}`, body, token });
    if (reply.status === 200 && erasuresIn(reply.body) !== null) return markUploaded(left);
    left = await afterRefusal(reply, left, now);
  }
  if (left.length > 0) throw new ServerAway(NO_SENSE);
}

/** What is left to send after a 409 or a 422. */
async function afterRefusal(reply: Reply, rows: StoredRow[], now: Instant): Promise<StoredRow[]> {
  if (reply.status === 409) {
    await eraseMarked(reply, now);
    return asTheyAre(rows);
  }
  const faults = new Set(faultsIn(reply.body));
  if (reply.status !== 422 || !rows.some((row) => faults.has(row.conversation)))
    throw refusal(reply);
  await setAside(rows.filter((row) => faults.has(row.conversation)));
  return rows.filter((row) => !faults.has(row.conversation));
}

/** What other browsers erased goes here, too; only then is the newer number ours. */
async function eraseMarked(reply: Reply, now: Instant): Promise<void> {
  const { ownErasures = [], erasures: known } = await account();
  const marks = marksIn(reply.body);
  if (!marks || marks.length === 0 || marks.some(({ number }) => number <= known))
    throw new ServerAway(NO_SENSE);
  for (const mark of marks.filter(({ number }) => !ownErasures.includes(number))) {
    if (mark.conversation) {
      await eraseConversation(mark.conversation);
      await forgetNames(mark.conversation);
    }
    if (mark.day) await eraseDayHere(mark.day, now);
  }
  const erasures = Math.max(...marks.map(({ number }) => number));
  await changeAccount((old) => ({ ...old, erasures }));
}

/** Of these rows what an erasure has left, as it is now. */
async function asTheyAre(rows: StoredRow[]): Promise<StoredRow[]> {
  const db = await ledger();
  const found = await Promise.all(rows.map((row) => db.get('rows', [row.conversation, row.day])));
  return found.filter((row) => row !== undefined);
}

function refusal({ status }: Reply): ServerAway {
  if (status === 401) {
    return new ServerAway(
      'The server no longer knows this browser. To go on, withdraw in the options, then agree anew.',
    );
  }
  return new ServerAway(`The server did not take it (${status}).`);
}

function byConversation(rows: StoredRow[]): Record<string, Row> {
  return Object.fromEntries(
    rows.map(({ conversation, row }) => [
      conversation,
      Object.fromEntries(ROW_FIELDS.map((field) => [field, row[field]])) as unknown as Row,
    ]),
  );
}

/** Higher than any before, in this browser: a later upload always replaces an earlier one. */
async function nextRevision(): Promise<number> {
  const revision = (await load('revision')) + 1;
  await save('revision', revision);
  return revision;
}

async function markUploaded(rows: StoredRow[]): Promise<void> {
  const sent = new Map(rows.map((row) => [`${row.conversation} ${row.day}`, row.revision]));
  await markAll((row) => {
    const revision = sent.get(`${row.conversation} ${row.day}`);
    // A lower one was made anew since: it is another row.
    return revision === undefined || row.revision < revision
      ? null
      : { ...row, uploaded: revision };
  });
}

async function setAside(rows: StoredRow[]): Promise<void> {
  const named = new Set(rows.map((row) => `${row.conversation} ${row.day}`));
  await markAll((row) =>
    named.has(`${row.conversation} ${row.day}`)
      ? { ...row, refused: 'The server did not take it.' }
      : null,
  );
}

/** Changes stored rows as they are now, in one transaction; null leaves a row alone. */
async function markAll(change: (row: StoredRow) => StoredRow | null): Promise<void> {
  const tx = (await ledger()).transaction('rows', 'readwrite');
  await atomically(tx, async () => {
    for await (const cursor of tx.store) {
      const changed = change(cursor.value);
      if (changed) await cursor.update(changed);
    }
  });
}
