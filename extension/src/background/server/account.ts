import { type Account, load, save } from '../../shared/storage';
import { ServerAway } from './call';

let last: Promise<void> = Promise.resolve();

/** Changes the account, one change after the other: a withdrawal must not be written over. */
export function changeAccount(change: (old: Account) => Account | null): Promise<void> {
  last = last
    .catch(() => {})
    .then(async () => {
      const old = await load('account');
      if (old) await save('account', change(old));
    });
  return last;
}

/** Asked before every call: what was withdrawn meanwhile is not sent any more. */
export async function account(): Promise<Account> {
  const found = await load('account');
  if (!found || found.withdrawn) throw new ServerAway('Keeping weeks there was withdrawn.');
  return found;
}
