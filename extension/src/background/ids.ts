/** Ids under this browser's secret: what the ledger and the server hold instead of names. */
import type { ConversationRef } from '../shared/messages';
import { load, save } from '../shared/storage';
import type { ConversationId, KeyId } from '../shared/types';

const ID_BYTES = 16;
let signing: Promise<CryptoKey> | null = null;

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

async function signingKey(): Promise<CryptoKey> {
  let secret = await load('secret');
  if (!secret) {
    secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
    await save('secret', secret);
  }
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', fromBase64Url(secret), hmac, false, ['sign']);
}

/** Call after the secret was erased or replaced. */
export function forgetSecret(): void {
  signing = null;
}

function theSigningKey(): Promise<CryptoKey> {
  signing ??= signingKey().catch((error: unknown) => {
    // What failed once may well work the next time.
    signing = null;
    throw error;
  });
  return signing;
}

async function hashed(parts: string[]): Promise<string> {
  // JSON keeps the parts apart: no two different lists give the same text.
  const data = new TextEncoder().encode(JSON.stringify(parts));
  const mac = await crypto.subtle.sign('HMAC', await theSigningKey(), data);
  return toBase64Url(new Uint8Array(mac, 0, ID_BYTES));
}

/** `service` comes from the adapter, so that two adapters of one service share conversations. */
export function conversationId(service: string, ref: ConversationRef): Promise<ConversationId> {
  return hashed(['conversation', service, ref.host, ref.account, ref.conversation]);
}

export function keyId(conversation: ConversationId, key: string): Promise<KeyId> {
  return hashed(['key', conversation, key]);
}
