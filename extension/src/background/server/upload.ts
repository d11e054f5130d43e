/** Sends what the server does not have yet. Any failure leaves everything here as it was. */
import { addDays, dayOf } from '../../shared/days';
import { ROW_FIELDS } from '../../shared/rows';
import { type Account, load, save } from '../../shared/storage';
import type { Day, Instant, Row } from '../../shared/types';
import { eraseDayHere } from '../erase';
import { conversations, eraseConversation, ledger, type StoredRow } from '../ledger';
import { refreshRows } from '../tally';
import { call, type Reply, ServerAway } from './call';
import { erasuresIn, faultsIn, marksIn } from './shapes';

const MOST_CONVERSATIONS = 500;
const LIFETIME_DAYS = 400;
/** A server that keeps naming erasures or faults is not waited for without end. */
const MOST_TRIES = 20;

let running: Promise<void> | null = null;

/** Carries out waiting erasures, then uploads; calls while it runs join it. */
export function synchronise(now: Instant): Promise<void> {
  running ??= run(now).finally(() => {
    running = null;
  });
  return running;
}

async function run(now: Instant): Promise<void> {
  const account = await load('account');
  if (!account) return;
  try {
    await eraseWaiting();
    if (account.withdrawn) return await finishWithdrawal();
    await uploadAll(now);
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

async function account(): Promise<Account> {
  const found = await load('account');
  if (!found) throw new ServerAway('The account here has gone.');
  return found;
}

async function eraseWaiting(): Promise<void> {
  for (let paths = await load('erasing'); paths.length > 0; paths = await load('erasing')) {
    const path = paths[0] as string;
    const { token } = await account();
    const reply = await call({ method: 'DELETE', path, token });
    if (reply.status >= 300 && reply.status !== 404) throw refusal(reply);
    const erasures = erasuresIn(reply.body);
    if (erasures !== null) await save('account', { ...(await account()), erasures });
    await save(
      'erasing',
      (await load('erasing')).filter((one) => one !== path),
    );
  }
}

async function finishWithdrawal(): Promise<void> {
  const { token } = await account();
  const reply = await call({ method: 'DELETE', path: '/v1/accounts/me', token });
  // 401: the account is gone already.
  if (reply.status >= 300 && reply.status !== 401 && reply.status !== 404) throw refusal(reply);
  await save('account', null);
  await save('erasing', []);
  await markAll((row) => ({ ...row, uploaded: 0 }));
  await note({ problem: null });
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
    if (reply.status === 200) return markUploaded(left);
    left = await afterRefusal(reply, day, left, now);
  }
}

/** What is left to send after a 409 or a 422. */
async function afterRefusal(
  reply: Reply,
  day: Day,
  rows: StoredRow[],
  now: Instant,
): Promise<StoredRow[]> {
  if (reply.status === 409) {
    const marks = marksIn(reply.body);
    if (!marks || marks.length === 0)
      throw new ServerAway('The server gave an answer that makes no sense.');
    for (const mark of marks) {
      if (mark.conversation) await eraseConversation(mark.conversation);
      if (mark.day) await eraseDayHere(mark.day, now);
    }
    const erasures = Math.max(...marks.map(({ number }) => number));
    await save('account', { ...(await account()), erasures });
    const gone = new Set(marks.map(({ conversation }) => conversation));
    return marks.some((mark) => mark.day === day)
      ? []
      : rows.filter((r) => !gone.has(r.conversation));
  }
  const faults = new Set(faultsIn(reply.body));
  if (reply.status !== 422 || !rows.some((row) => faults.has(row.conversation)))
    throw refusal(reply);
  await setAside(rows.filter((row) => faults.has(row.conversation)));
  return rows.filter((row) => !faults.has(row.conversation));
}

function refusal({ status }: Reply): ServerAway {
  if (status === 401) {
    return new ServerAway(
      'The server no longer knows this browser. Connect again in the options to go on.',
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
    return revision === undefined ? null : { ...row, uploaded: revision };
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
  for await (const cursor of tx.store) {
    const changed = change(cursor.value);
    if (changed) await cursor.update(changed);
  }
  await tx.done;
}
