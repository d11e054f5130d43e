/** Erasing here, and telling the server as soon as it can be told. */
import { boundsOf, dayOf } from '../shared/days';
import { type Account, change, forgetAllBut, forgetEverything, load } from '../shared/storage';
import type { ConversationId, Day, Instant } from '../shared/types';
import { forgetNames } from './aliases';
import { without } from './counting/intervals';
import { forgetSecret } from './ids';
import { atomically, dropEvents, eraseConversation, eraseLedger, ledger } from './ledger';
import { isDay } from './server/shapes';

/** Takes a day out of every conversation: events, rows, and the time itself, up to now. */
export async function eraseDayHere(day: Day, now: Instant): Promise<void> {
  const zones = await load('zones');
  const [from, end] = boundsOf(day, zones);
  const tx = (await ledger()).transaction(['events', 'rows', 'conversations'], 'readwrite');
  await atomically(tx, async () => {
    await dropEvents(tx.objectStore('events'), null, (at) => dayOf(at, zones) === day);
    for await (const cursor of tx.objectStore('rows')) {
      if (cursor.value.day === day) await cursor.delete();
    }
    for await (const cursor of tx.objectStore('conversations')) {
      const { practice, changes } = cursor.value;
      // Practice has a clock of its own: there is no now to end at.
      const intervals = without(cursor.value.intervals, from, practice ? end : Math.min(end, now));
      // What lies beside the day is told anew: a turn of the day before may have lost its answer.
      await cursor.update({ ...cursor.value, intervals, changes: changes + 1 });
    }
  });
}

/** Changes the list of erasures that wait for the server, one change after the other. */
export function changeWaiting(how: (paths: string[]) => string[]): Promise<void> {
  return change('erasing', how);
}

/**
 * Asked before and after the work: wherever the worker is ended the server is told, and an upload
 * that ran meanwhile cannot leave behind what it had read before.
 */
async function alsoOnServer(path: string, work: () => Promise<void>): Promise<void> {
  const kept = await load('account');
  const ask = async () => {
    if (kept) await changeWaiting((paths) => [...paths.filter((one) => one !== path), path]);
  };
  await ask();
  await work();
  await ask();
}

/** @throws Error in words for the person, where there is no such day */
export async function eraseDay(day: Day, now: Instant): Promise<void> {
  if (!isDay(day)) throw new Error('Please choose a day first.');
  await alsoOnServer(`/v1/days/${day}`, () => eraseDayHere(day, now));
}

export async function eraseChat(id: ConversationId): Promise<void> {
  await alsoOnServer(`/v1/conversations/${id}`, () => eraseChatHere(id));
}

async function eraseChatHere(id: ConversationId): Promise<void> {
  // First: what is asked for once more, should the worker end in between, is the chat.
  await forgetNames(id);
  await eraseConversation(id);
}

/** Once more, what waits for the server already: a backup has brought it back. */
export async function eraseAgain(path: string, now: Instant): Promise<void> {
  const [, , what, name = ''] = path.split('/');
  await (what === 'days' ? eraseDayHere(name, now) : eraseChatHere(name));
}

/**
 * Everything in this browser: counts, names, notes, settings, the secret. Of an account that is
 * still to be erased, what that takes is left until it is done.
 */
export async function eraseEverything(): Promise<void> {
  const [account, server] = [await load('account'), await load('server')];
  await eraseLedger();
  if (account) await forgetAllBut({ account: { ...bare(account), leaving: true }, server });
  else await forgetEverything();
  forgetSecret();
}

function bare({ id, device, token, consent, erasures }: Account): Account {
  return { id, device, token, consent, erasures, withdrawn: true };
}
