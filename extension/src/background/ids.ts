/** Ids under a secret of this browser or its account: what ledger and server hold instead of names. */
import type { ConversationRef } from '../shared/messages';
import { change, load } from '../shared/storage';
import type { ConversationId, KeyId } from '../shared/types';
import { followed } from './aliases';
import { fromBase64Url, toBase64Url } from './base64url';
import type { Former } from './ledger';
import { joinedId, type OldName } from './pairing/find';

const ID_BYTES = 16;
let current: Promise<string> | null = null;
let signing = new Map<string, Promise<CryptoKey>>();

async function theSecret(): Promise<string> {
  const known = await load('secret');
  if (known) return known;
  const made = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  // In its turn: an account that is joined or a backup that is restored meanwhile brings its own.
  await change('secret', (secret) => secret ?? made);
  return theSecret();
}

/** 32 bytes as base64url: made when first needed. */
export function currentSecret(): Promise<string> {
  current ??= theSecret().catch((error: unknown) => {
    // What failed once may well work the next time.
    current = null;
    throw error;
  });
  return current;
}

/** Call after the secret was erased or replaced. */
export function forgetSecret(): void {
  current = null;
  signing = new Map();
}

function signingKey(secret: string): Promise<CryptoKey> {
  const known = signing.get(secret);
  if (known) return known;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = crypto.subtle.importKey('raw', fromBase64Url(secret), hmac, false, ['sign']);
  signing.set(secret, key);
  return key;
}

async function hashed(secret: string, parts: string[]): Promise<string> {
  // JSON keeps the parts apart: no two different lists give the same text.
  const data = new TextEncoder().encode(JSON.stringify(parts));
  const mac = await crypto.subtle.sign('HMAC', await signingKey(secret), data);
  return toBase64Url(new Uint8Array(mac, 0, ID_BYTES));
}

function hashedName(secret: string, service: string, ref: ConversationRef): Promise<string> {
  return hashed(secret, ['conversation', service, ref.host, ref.account, ref.conversation]);
}

/**
 * What a page calls a conversation, hashed. `service` comes from the adapter, so that two adapters
 * of one service share conversations.
 */
export async function nameId(service: string, ref: ConversationRef): Promise<ConversationId> {
  return hashedName(await currentSecret(), service, ref);
}

/** The same under each older secret, in their order. */
export async function oldNameIds(service: string, ref: ConversationRef): Promise<ConversationId[]> {
  const olds = await load('oldSecrets');
  return Promise.all(olds.map(({ secret }) => hashedName(secret, service, ref)));
}

/**
 * The conversation that a page means, also where it has a new name since it was chosen. One that
 * has an id from before this browser joined its account is given the account's.
 */
export async function conversationId(
  service: string,
  ref: ConversationRef,
): Promise<ConversationId> {
  const name = await nameId(service, ref);
  const id = await followed(name);
  const oldNames = await oldNameIds(service, ref);
  if (oldNames.length === 0) return id;
  const olds: OldName[] = await Promise.all(
    oldNames.map(async (old) => ({ name: old, id: await followed(old) })),
  );
  return joinedId({ name, id }, olds);
}

/** Hashes the keys of a conversation, under the id and the secret that it had at first. */
export async function keyHasher(
  id: ConversationId,
  former: Former | undefined,
): Promise<(key: string) => Promise<KeyId>> {
  const old = former && (await load('oldSecrets'))[former.secret];
  const secret = old?.secret ?? (await currentSecret());
  const first = (old && former.ids[0]) ?? id;
  return (key) => hashed(secret, ['key', first, key]);
}
