/** What the server could not be told yet. */
import type { WaitingView } from '../../shared/messages';
import { load } from '../../shared/storage';
import { settled } from '../server/upload';

export async function waitingView(): Promise<WaitingView> {
  // What is under way now is no longer worth a word when it has arrived.
  await settled();
  const account = await load('account');
  const left = account?.leaving ? 'all' : 'account';
  return {
    // An account that let go of this browser takes nothing from it.
    erasing: account?.revoked ? 0 : (await load('erasing')).length,
    leaving: account?.withdrawn ? left : null,
    joining: account?.restored === true && !account.withdrawn,
  };
}
