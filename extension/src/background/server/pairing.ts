/** Several browsers, one account: offering a place in it under a code, and taking one. */
import { zoneAt } from '../../shared/days';
import { type Account, load, type OldSecret, saveAll } from '../../shared/storage';
import type { ConversationId, Instant } from '../../shared/types';
import { currentSecret, forgetSecret } from '../ids';
import { conversations } from '../ledger';
import { codeText, newCode, parseCode } from '../pairing/code';
import { type Crossing, open, pairingKeys, seal } from '../pairing/seal';
import { account, enter } from './account';
import { call, ServerAway } from './call';
import { forgetAccount, removeDevice, takeOffOther } from './devices';
import { type Outcome, onlyAway, outcome } from './outcome';
import { refusal, TakenOff } from './refusal';
import { markNothingSent } from './rows';
import { type Claim, expiryIn, isClaim } from './shapes';
import { note, noteFailure, settled, synchronise } from './upload';

/** Changes of zone begin at a midnight each, and rows older than 58 days change no more. */
export const MOST_SPANS = 60;

const NEW_CODE = 'Make a new one in your other browser, and type it here. Nothing was changed.';
const NOT_WAITING = `Nothing waits under this code. A code works once, and for ten minutes. ${NEW_CODE}`;
const NOT_OPENED = `What came with this code could not be opened, so this browser was not added. ${NEW_CODE}`;
const LEFT_BEHIND =
  'Its place in the account could not be given back: please take it off in your other browser.';
const HAS_ACCOUNT =
  'This browser keeps its weeks in an account of its own. Withdraw that first: what was counted stays here and comes along.';

/** Opens a place for another browser; the code leaves this one by the person's eyes only. */
export function offer(now: Instant): Promise<Outcome<{ code: string; until: Instant }>> {
  return outcome(async () => {
    const { token } = await account();
    const code = newCode();
    const { lookup, key } = await pairingKeys(code);
    const zones = (await load('zones')).slice(-MOST_SPANS);
    const crossing = { secret: await currentSecret(), zones };
    const body = { lookup, sealed: await seal(key, crossing) };
    const reply = await call({ method: 'POST', path: '/v1/pairings', body, token });
    const seconds = expiryIn(reply.body);
    if (reply.status !== 201 || seconds === null) throw refusal(reply);
    return { code: codeText(code), until: now + seconds * 1_000 };
  }, noteTakenOff);
}

let joining: Promise<Outcome<object>> | null = null;

/** Takes the place that a code leads to. Whatever fails, this browser is as it was. */
export function join(typed: string, consent: number, now: Instant): Promise<Outcome<object>> {
  joining ??= enter(() => tryToJoin(typed, consent, now)).finally(() => {
    joining = null;
  });
  return joining;
}

function tryToJoin(typed: string, consent: number, now: Instant): Promise<Outcome<object>> {
  return outcome(
    async () => {
      const code = parseCode(typed);
      if ('problem' in code) throw new ServerAway(code.problem);
      await beFree(now);
      const { lookup, key } = await pairingKeys(code.bytes);
      const claim = await claimed(lookup);
      const crossing = await open(key, claim.sealed);
      if (!crossing) await giveBack(claim);
      else await takeOver({ ...newAccount(claim), consent }, crossing, now);
      // Joined is joined: what could not be sent yet is said in the options, and tried again.
      await synchronise(now).catch(onlyAway);
      return {};
    },
    async () => {},
  );
}

/** An account that has let go of this browser is no hindrance. */
async function beFree(now: Instant): Promise<void> {
  await settled();
  if ((await load('account'))?.withdrawn) await synchronise(now);
  const found = await load('account');
  if (found && !found.revoked) throw new ServerAway(HAS_ACCOUNT);
}

async function claimed(lookup: string): Promise<Claim> {
  const body = { lookup };
  const reply = await call({ method: 'POST', path: '/v1/pairings/claim', body });
  if (reply.status === 404) throw new ServerAway(NOT_WAITING);
  if (reply.status !== 201 || !isClaim(reply.body)) throw refusal(reply);
  return reply.body;
}

/** Nothing of the new place is kept: not by the server either, if it can be told. */
async function giveBack({ device, token }: Claim): Promise<never> {
  const gone = await removeDevice(device, token).then(
    () => true,
    () => false,
  );
  throw new ServerAway(gone ? NOT_OPENED : `${NOT_OPENED} ${LEFT_BEHIND}`);
}

function newAccount({ account: id, device, token }: Claim): Omit<Account, 'consent'> {
  return { id, device, token, erasures: 0, joined: true };
}

/** All at once: a worker that ends has joined, or has not. */
async function takeOver(found: Account, { secret, zones }: Crossing, now: Instant): Promise<void> {
  await markNothingSent();
  const ids = (await conversations()).map(({ id }) => id);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const wasHere = (await load('account'))?.id === found.id;
  await saveAll({
    ...{ secret, zones, account: found },
    oldSecrets: withOld(await load('oldSecrets'), await load('secret'), secret, ids),
    zoneLeftAside: zoneAt(now, zones) === timeZone ? null : timeZone,
    erasing: wasHere ? await load('erasing') : [],
  });
  forgetSecret();
  await note({ problem: null });
}

/** Ids are under the oldest secret that lists them; under one that comes back none is old. */
export function withOld(
  olds: readonly OldSecret[],
  left: string | null,
  taken: string,
  ids: readonly ConversationId[],
): OldSecret[] {
  const listed = new Set(olds.flatMap((one) => one.ids));
  const own = ids.filter((id) => !listed.has(id));
  const isNew = left !== null && left !== taken;
  const all = isNew ? [...olds, { secret: left, ids: own }] : [...olds];
  return all.map((one) => (one.secret === taken ? { ...one, ids: [] } : one));
}

/** Takes a browser off the account: another one, or this. */
export function takeOff(device: number): Promise<Outcome<object>> {
  return outcome(async () => {
    const { device: own, token } = await account();
    if (device !== own) {
      await takeOffOther(device);
      return {};
    }
    await settled();
    await removeDevice(device, token);
    await forgetAccount();
    await note({ problem: null });
    return {};
  }, noteTakenOff);
}

/** Lets go of an account that has let go of this browser. */
export async function letGo(): Promise<object> {
  await settled();
  if (!(await load('account'))?.revoked) return {};
  await forgetAccount();
  await note({ problem: null });
  return {};
}

async function noteTakenOff(error: ServerAway): Promise<void> {
  if (error instanceof TakenOff) await noteFailure(error);
}
