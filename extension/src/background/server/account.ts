import { type Account, change, load } from '../../shared/storage';
import { ServerAway } from './call';

/** Changes the account, one change after the other: a withdrawal must not be written over. */
export function changeAccount(how: (old: Account) => Account | null): Promise<void> {
  return change('account', (old) => old && how(old));
}

let entering: Promise<unknown> = Promise.resolve();

/** Opening an account or joining one, one after the other: of two at once one were left behind. */
export function enter<T>(work: () => Promise<T>): Promise<T> {
  const done = entering.catch(() => {}).then(work);
  entering = done;
  return done;
}

/** Resolves when no account is on its way that was asked for before. */
export async function entered(): Promise<void> {
  await entering.catch(() => {});
}

/** What it holds is the token of the browser that was lost. */
const NOT_YET = 'This restored browser has not joined its account again yet.';

/** Asked before every call: what was withdrawn meanwhile is not sent any more. */
export async function account(): Promise<Account> {
  const found = await load('account');
  if (!found || found.withdrawn) throw new ServerAway('Keeping weeks there was withdrawn.');
  if (found.restored) throw new ServerAway(NOT_YET);
  return found;
}
