/** What was changed, and when: for a person whose device someone else uses. It never leaves here. */
import { now as clock } from '../shared/clock';
import type { MessageName, Request } from '../shared/messages';
import { change, load, loadSettings } from '../shared/storage';
import { conversations } from './ledger';
import { type Before, LOGGED } from './settings-log-words';

const MOST = 500;

type Handler = (request: never) => Promise<unknown>;

/** An entry of a change; older ones than the last 500 go. */
export async function noteChange(words: string): Promise<void> {
  const at = await clock();
  await change('log', (old) => [...old, { at, words }].slice(-MOST));
}

/** The same handlers; those that change settings say so in the log once it is done. */
export function logged<H extends object>(handlers: H): H {
  const entries = Object.entries(handlers) as [MessageName, Handler][];
  const wrapped = entries.map(([name, handler]) => [name, withLog(name, handler)]);
  return Object.fromEntries(wrapped) as H;
}

function withLog(name: MessageName, handler: Handler): Handler {
  const say = LOGGED[name as keyof typeof LOGGED] as Say | null | undefined;
  if (!say) return handler;
  return async (request) => {
    // A chat that is erased has no number any more.
    const before = await asItIs();
    const answer = await handler(request);
    const failed = name !== 'page:withdraw' && hasFailed(answer);
    const words = failed ? [] : say(request, before).filter((one) => one !== '');
    // What is done is done, even where there is no room to write it down.
    for (const one of words) await noteChange(one).catch(() => {});
    return answer;
  };
}

type Say = (request: Request<MessageName>, before: Before) => string[];

async function asItIs(): Promise<Before> {
  const numbers = (await conversations()).map(({ id, number, practice }) => ({
    ...{ id, number, practice },
  }));
  return { settings: await loadSettings(), chats: numbers, account: await load('account') };
}

/** What a server refused changed nothing; only a withdrawal holds before it is told. */
function hasFailed(answer: unknown): boolean {
  return (answer as { ok?: boolean } | null)?.ok === false;
}
