/** Connecting a server, opting in and leaving again: each its own step and consent (P3). */
import { load, save } from '../../shared/storage';
import type { Instant } from '../../shared/types';
import { changeAccount, enter, entered } from './account';
import { call, callAt, checkedUrl, ServerAway } from './call';
import { type Outcome, onlyAway, outcome } from './outcome';
import { letGo } from './pairing';
import { TAKEN_OFF } from './refusal';
import { isAccount, isConsent } from './shapes';
import { note, settled, synchronise } from './upload';

const NOT_AN_ADDRESS =
  'This is no address of a Toward server. It begins with https://, or with http://127.0.0.1 for one on this computer.';

/** Asks the server for its consent text; only then is its address kept. */
export async function connect(
  text: string,
): Promise<Outcome<{ consent: { version: number; text: string } }>> {
  const url = checkedUrl(text.trim());
  if (!url) return { ok: false, problem: NOT_AN_ADDRESS };
  return outcome(async () => {
    const { status, body } = await callAt(url, { method: 'GET', path: '/v1/consent' });
    if (status !== 200 || !isConsent(body))
      throw new ServerAway('What answered is not a Toward server.');
    const old = await load('server');
    const moved = old.url !== '' && old.url !== url;
    if (moved && (await load('account'))) {
      throw new ServerAway('Another server keeps your weeks. Withdraw there first.');
    }
    await save('server', { url, lastUpload: moved ? null : old.lastUpload, problem: null });
    return { consent: { version: body.version, text: body.text } };
  }, noted);
}

/** Forgets the server's address; an account on it must be withdrawn first. */
export async function disconnect(): Promise<void> {
  if (await load('account'))
    throw new Error('Withdraw first, so that nothing is left on the server.');
  await save('server', { url: '', lastUpload: null, problem: null });
  await save('servedNudges', null);
}

let opening: Promise<Outcome<object>> | null = null;

/** Consent (3): makes the account, then sends what is there. Asked twice, it is made once. */
export function optIn(consent: number, now: Instant): Promise<Outcome<object>> {
  opening ??= enter(() => open(consent, now)).finally(() => {
    opening = null;
  });
  return opening;
}

function open(consent: number, now: Instant): Promise<Outcome<object>> {
  return outcome(async () => {
    // Withdrawn while the server was away: that comes first, then a new beginning.
    if ((await load('account'))?.withdrawn) await settled().then(() => synchronise(now));
    const old = await load('account');
    if (old?.revoked) throw new ServerAway(`${TAKEN_OFF} Let go of the account first.`);
    if (old) return {};
    const { status, body } = await call({
      method: 'POST',
      path: '/v1/accounts',
      body: { consent },
    });
    if (status !== 201 || !isAccount(body))
      throw new ServerAway(`The server did not open an account (${status}).`);
    const { account: id, device, token } = body;
    await save('account', { id, device, token, consent, erasures: 0 });
    // Agreed is agreed: what could not be sent yet is said in the options, and tried again.
    await synchronise(now).catch(onlyAway);
    return {};
  }, noted);
}

/** Takes consent (3) back. Uploads stop at once; the account is erased as soon as it can be. */
export async function withdraw(now: Instant): Promise<Outcome<object>> {
  let old = await load('account');
  if (!old || old.revoked || old.withdrawn) {
    // One that is on its way would be there after this.
    await entered();
    old = await load('account');
  }
  if (!old) return { ok: true };
  // It is not this browser's to erase any more.
  if (old.revoked) return outcome(letGo, noted);
  await changeAccount((old) => ({ ...old, withdrawn: true }));
  return outcome(async () => {
    // A run that had begun before stops, and ends without it.
    await settled();
    await synchronise(now);
    return {};
  }, noted);
}

async function noted({ message }: ServerAway): Promise<void> {
  await note({ problem: message });
}
