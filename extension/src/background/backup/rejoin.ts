/** A restored browser becomes a device of its own, by pairing itself under the token it was given. */
import { type Account, load } from '../../shared/storage';
import { currentSecret } from '../ids';
import { pairingKeys, seal } from '../pairing/seal';
import { changeAccount } from '../server/account';
import { call } from '../server/call';
import { MOST_SPANS } from '../server/pairing';
import { refusal } from '../server/refusal';
import { isClaim } from '../server/shapes';

const CODE_BYTES = 16;

/**
 * Nothing is sent under the old token but this. Done again wherever it ended: at worst the account
 * has a device that never writes.
 *
 * @throws ServerAway where the server does not take it
 */
export async function joinAsNewDevice(): Promise<void> {
  const old = await load('account');
  if (!old?.restored) return;
  const { lookup, sealed } = await ownPairing();
  const body = { lookup, sealed };
  const made = await call({ method: 'POST', path: '/v1/pairings', body, token: old.token });
  if (made.status !== 201) throw refusal(made);
  const claimed = await call({ method: 'POST', path: '/v1/pairings/claim', body: { lookup } });
  const { status, body: device } = claimed;
  if (status !== 201 || !isClaim(device) || device.account !== old.id) throw refusal(claimed);
  await changeAccount(({ restored: _, ...rest }): Account => {
    return { ...rest, device: device.device, token: device.token };
  });
}

/** As for another browser, though nobody else is to open it: the server cannot tell. */
async function ownPairing(): Promise<{ lookup: string; sealed: string }> {
  const { lookup, key } = await pairingKeys(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));
  const secret = await currentSecret();
  const zones = (await load('zones')).slice(-MOST_SPANS);
  return { lookup, sealed: await seal(key, { secret, zones }) };
}
