import { type Account, load, save } from '../../shared/storage';

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
