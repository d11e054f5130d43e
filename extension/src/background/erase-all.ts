/** Erasing everything to the end: what was asked for once, the next worker carries out. */
import { load, save } from '../shared/storage';
import type { Instant } from '../shared/types';
import { eraseEverything } from './erase';
import { withdraw } from './server/connect';

/** What the server cannot be told now waits for it: that is kept, and nothing else. */
export async function eraseAll(now: Instant): Promise<void> {
  await save('emptying', true);
  await withdraw(now);
  await eraseEverything();
}

export async function finishErasing(now: Instant): Promise<void> {
  if (await load('emptying')) await eraseAll(now);
}
