/** The browser may have no room left: then nothing new is kept, what there is stays, and it is said. */
import { load, save } from '../shared/storage';

/** Work that writes. Its failure for want of room is noted, and so is that there is room again. */
export async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // There may be no room for this note either: the failure goes on in any case.
    if (isForRoom(error)) await save('storageFull', true).catch(() => {});
    throw error;
  }
  if (await load('storageFull')) await save('storageFull', false);
  return result;
}

/** For those who can go on with what there is. Any other failure goes on. */
export async function unlessFull(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isForRoom(error)) throw error;
  });
}

function isForRoom(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
