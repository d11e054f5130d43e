/** Sends what the server does not have yet. Any failure leaves everything here as it was. */
import { dayOf } from '../../shared/days';
import { change, load, saveAll } from '../../shared/storage';
import type { Day, Instant } from '../../shared/types';
import { joinAsNewDevice } from '../backup/rejoin';
import { changeWaiting } from '../erase';
import type { StoredRow } from '../ledger';
import { refreshRows } from '../tally';
import { account, changeAccount } from './account';
import { call, type Reply, ServerAway } from './call';
import { refreshBrowsers } from './devices';
import { eraseMarked, noteErasedBefore } from './marks';
import { NO_SENSE, refusal, TakenOff } from './refusal';
import {
  asTheyAre,
  byConversation,
  markNothingSent,
  markUploaded,
  rowsToSend,
  setAside,
} from './rows';
import { erasuresIn, faultsIn, isRefusal } from './shapes';

const MOST_CONVERSATIONS = 500;
/** A server that keeps naming erasures or faults is not waited for without end. */
const MOST_TRIES = 20;
/** More erasures of one's own than could ever wait for a 409. */
const OWN_KEPT = 100;

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

/** Nothing is sent while this works; what is asked for meanwhile is left to the next time. */
export async function whileNothingIsSent<T>(work: () => Promise<T>): Promise<T> {
  while (running) await settled();
  const done = work().finally(() => {
    running = null;
  });
  running = done.then(
    () => {},
    () => {},
  );
  return done;
}

/** The same although the server did not know this browser before: the person asks for it. */
export async function synchroniseAgain(now: Instant): Promise<void> {
  await settled();
  await changeAccount(({ revoked: _, ...old }) => old);
  await synchronise(now);
}

async function run(now: Instant): Promise<void> {
  const found = await load('account');
  if (!found) return;
  try {
    // Nothing else matters to an account that is to be erased, not even whether it is there still.
    if (found.withdrawn) return await finishWithdrawal();
    if (found.revoked) return;
    if (found.restored) await joinAsNewDevice();
    if (found.joined) await askWhatWasErased(now);
    await eraseWaiting();
    await uploadAll(now);
    // Asked for while this ran.
    await eraseWaiting();
    await refreshBrowsers();
    await note({ problem: null, lastUpload: now });
  } catch (error) {
    if (!(error instanceof ServerAway)) throw error;
    await noteFailure(error);
    throw error;
  }
}

/** In the options, with what follows from it. */
export async function noteFailure(error: ServerAway): Promise<void> {
  if (error instanceof TakenOff) {
    await changeAccount((old) => ({ ...old, revoked: true }));
    return note({ problem: error.message });
  }
  await note({ problem: `${error.message} Nothing is lost: Toward will try again by itself.` });
}

/** The first upload of a browser that joined is empty: it is there to be told of erasures. */
async function askWhatWasErased(now: Instant): Promise<void> {
  const reply = await put(dayOf(now, await load('zones')), []);
  if (reply.status === 409) return noteErasedBefore(reply, now);
  if (reply.status !== 200 || erasuresIn(reply.body) === null) throw refusal(reply);
  await changeAccount(({ joined: _, ...old }) => old);
}

export function note(
  told: Partial<{ problem: string | null; lastUpload: Instant }>,
): Promise<void> {
  return change('server', (old) => ({ ...old, ...told }));
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
  await markNothingSent();
  await changeWaiting(() => []);
  if (found.leaving) return forgetServer();
  await note({ problem: null });
  await changeAccount(() => null);
}

/** The last that was left here of one who erased everything. */
async function forgetServer(): Promise<void> {
  await saveAll({ account: null, server: { url: '', lastUpload: null, problem: null } });
}

async function uploadAll(now: Instant): Promise<void> {
  await refreshRows(now);
  const rows = await rowsToSend(now);
  for (const day of [...new Set(rows.map((row) => row.day))].sort()) {
    const ofDay = rows.filter((row) => row.day === day);
    for (let i = 0; i < ofDay.length; i += MOST_CONVERSATIONS) {
      // As they are: the days before may have told of an erasure that took some of these, too.
      await uploadDay(day, await asTheyAre(ofDay.slice(i, i + MOST_CONVERSATIONS)), now);
    }
  }
}

async function uploadDay(day: Day, rows: StoredRow[], now: Instant): Promise<void> {
  let left = rows;
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries++) {
    const reply = await put(day, left);
    if (reply.status === 200 && erasuresIn(reply.body) !== null) return markUploaded(left);
    left = await afterRefusal(reply, left, now);
  }
  if (left.length > 0) throw new ServerAway(NO_SENSE);
}

async function put(day: Day, rows: StoredRow[]): Promise<Reply> {
  const { token, erasures } = await account();
  const body = { revision: await nextRevision(), erasures, rows: byConversation(rows) };
  return call({ method: 'PUT', path: `/v1/days/${day}`, body, token });
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

/** Higher than any before, in this browser: a later upload always replaces an earlier one. */
async function nextRevision(): Promise<number> {
  await change('revision', (old) => old + 1);
  return load('revision');
}
