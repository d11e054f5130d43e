/** Erasing here, and telling the server as soon as it can be told. */
import { addDays, dayOf, startOfDay, zoneAt } from '../shared/days';
import { forgetEverything, load, save } from '../shared/storage';
import type { ConversationId, Day, Instant } from '../shared/types';
import { without } from './counting/intervals';
import { forgetSecret } from './ids';
import { eraseConversation, eraseLedger, ledger, unpack } from './ledger';

/** Takes a day out of every conversation: events, rows, and the time itself, up to now. */
export async function eraseDayHere(day: Day, now: Instant): Promise<void> {
  const zones = await load('zones');
  const from = startOfDay(day, zoneAt(now, zones));
  const to = Math.min(startOfDay(addDays(day, 1), zoneAt(now, zones)), now);
  const tx = (await ledger()).transaction(['events', 'rows', 'conversations'], 'readwrite');
  for await (const cursor of tx.objectStore('events')) {
    const event = unpack(new Uint8Array(cursor.key as unknown as ArrayBuffer), cursor.value);
    if (dayOf(event.at, zones) === day) await cursor.delete();
  }
  for await (const cursor of tx.objectStore('rows')) {
    if (cursor.value.day === day) await cursor.delete();
  }
  for await (const cursor of tx.objectStore('conversations')) {
    const intervals = without(cursor.value.intervals, from, to);
    if (!cursor.value.practice) await cursor.update({ ...cursor.value, intervals });
  }
  await tx.done;
}

async function alsoOnServer(path: string): Promise<void> {
  if (!(await load('account'))) return;
  const waiting = await load('erasing');
  await save('erasing', [...waiting.filter((one) => one !== path), path]);
}

export async function eraseDay(day: Day, now: Instant): Promise<void> {
  await eraseDayHere(day, now);
  await alsoOnServer(`/v1/days/${day}`);
}

export async function eraseChat(id: ConversationId): Promise<void> {
  await eraseConversation(id);
  await alsoOnServer(`/v1/conversations/${id}`);
}

/** Everything in this browser: counts, names, notes, settings, the secret. */
export async function eraseEverything(): Promise<void> {
  await eraseLedger();
  await forgetEverything();
  forgetSecret();
}
