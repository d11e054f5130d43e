import { ServerAway } from './call';

export type Outcome<T> = ({ ok: true } & T) | { ok: false; problem: string };

/** What a page is told of work with a server; only the server's own failures become words. */
export async function outcome<T extends object>(
  work: () => Promise<T>,
  failed: (error: ServerAway) => Promise<void>,
): Promise<Outcome<T>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    if (!(error instanceof ServerAway)) throw error;
    await failed(error);
    return { ok: false, problem: error.message };
  }
}

/** Said already, or tried again by itself. */
export function onlyAway(error: unknown): void {
  if (!(error instanceof ServerAway)) throw error;
}
