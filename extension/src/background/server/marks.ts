/** What other browsers of the account erased, as a 409 tells it. */
import { dayOf } from '../../shared/days';
import { load } from '../../shared/storage';
import type { Instant } from '../../shared/types';
import { forgetNames } from '../aliases';
import { eraseDayHere } from '../erase';
import { eraseConversation } from '../ledger';
import { waitingToJoin } from '../pairing/find';
import { account, changeAccount } from './account';
import { type Reply, ServerAway } from './call';
import { NO_SENSE } from './refusal';
import { type Mark, marksIn } from './shapes';

/** Goes here, too; only then is the newer number ours. */
export async function eraseMarked(reply: Reply, now: Instant): Promise<void> {
  const { ownErasures = [], erasures: known } = await account();
  const marks = newMarks(reply, known);
  for (const mark of marks.filter(({ number }) => !ownErasures.includes(number))) {
    if (mark.conversation) await eraseChatOf(mark.conversation);
    if (mark.day) await eraseDayHere(mark.day, now);
  }
  await changeAccount((old) => ({ ...old, erasures: newest(marks) }));
}

/**
 * Erased before this browser joined: what it had counted by itself is not taken from it, and is not
 * sent either.
 */
export async function noteErasedBefore(reply: Reply, now: Instant): Promise<void> {
  const marks = newMarks(reply, (await account()).erasures);
  const before = {
    day: dayOf(now, await load('zones')),
    days: marks.flatMap(({ day }) => day ?? []),
    conversations: marks.flatMap(({ conversation }) => conversation ?? []),
  };
  // At once: asked again with the newer number, the server would not tell of these any more.
  await changeAccount(({ joined: _, ...old }) => ({ ...old, before, erasures: newest(marks) }));
}

function newMarks(reply: Reply, known: number): Mark[] {
  const marks = marksIn(reply.body);
  if (!marks || marks.length === 0 || marks.some(({ number }) => number <= known))
    throw new ServerAway(NO_SENSE);
  return marks;
}

function newest(marks: readonly Mark[]): number {
  return Math.max(...marks.map(({ number }) => number));
}

/** One that waits for its id cannot be told from the others yet: it goes when it is. */
async function eraseChatOf(id: string): Promise<void> {
  if ((await waitingToJoin()).size > 0)
    await changeAccount((old) => ({ ...old, gone: [...new Set([...(old.gone ?? []), id])] }));
  await forgetNames(id);
  await eraseConversation(id);
}
