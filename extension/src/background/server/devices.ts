/** The browsers of the account: told at upload time, and taken off it. */
import { load } from '../../shared/storage';
import { changeWaiting } from '../erase';
import { account, changeAccount } from './account';
import { call, ServerAway } from './call';
import { onlyAway } from './outcome';
import { refusal } from './refusal';
import { markNothingSent } from './rows';
import { browsersIn } from './shapes';

const LAST = 'This is the account’s only browser. To leave it, withdraw: that erases the account.';

/** What is not told now comes with the next upload; only that we are not known is of matter. */
export async function refreshBrowsers(): Promise<void> {
  const { token } = await account();
  const reply = await call({ method: 'GET', path: '/v1/devices', token }).catch(onlyAway);
  if (reply?.status === 401) throw refusal(reply);
  const browsers = browsersIn(reply?.body);
  if (browsers) await changeAccount((old) => ({ ...old, browsers }));
}

/** Another browser of the account: from now on the server refuses it. */
export async function takeOffOther(device: number): Promise<void> {
  await removeDevice(device, (await account()).token);
  await changeAccount((old) => ({
    ...old,
    browsers: (old.browsers ?? []).filter(({ id }) => id !== device),
  }));
}

/** 404: it is gone already. */
export async function removeDevice(device: number, token: string): Promise<void> {
  const reply = await call({ method: 'DELETE', path: `/v1/devices/${device}`, token });
  if (reply.status === 409) throw new ServerAway(LAST);
  if (![204, 404].includes(reply.status)) throw refusal(reply);
}

/** The account stays as it is on the server; here everything stays but what is known of it. */
export async function forgetAccount(): Promise<void> {
  if (!(await load('account'))) return;
  await markNothingSent();
  await changeWaiting(() => []);
  await changeAccount(() => null);
}
