/** Ids under this browser's secret: what the ledger and the server hold instead of names. */
import type { ConversationRef } from '../shared/messages';
import { load, save } from '../shared/storage';
import type { ConversationId, KeyId } from '../shared/types';
import { followed } from './aliases';

const ID_BYTES = 16;
let signing: Promise<CryptoKey> | null = null;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** By hand, since rows are made of thousands of ids at once: btoa takes five times as long. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = (byteAt(bytes, i) << 16) | (byteAt(bytes, i + 1) << 8) | byteAt(bytes, i + 2);
    for (let shift = 18; shift >= 0; shift -= 6) text += ALPHABET[(bits >> shift) & 63];
  }
  return text.slice(0, Math.ceil((bytes.length * 4) / 3));
}

function byteAt(bytes: Uint8Array, i: number): number {
  return bytes[i] ?? 0;
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
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

/**
 * What a page calls a conversation, hashed. `service` comes from the adapter, so that two adapters
 * of one service share conversations.
 */
export function nameId(service: string, ref: ConversationRef): Promise<ConversationId> {
  return hashed(['conversation', service, ref.host, ref.account, ref.conversation]);
}

/** The conversation that a page means, also where it has a new name since it was chosen. */
export async function conversationId(
  service: string,
  ref: ConversationRef,
): Promise<ConversationId> {
  return followed(await nameId(service, ref));
}

export function keyId(conversation: ConversationId, key: string): Promise<KeyId> {
  return hashed(['key', conversation, key]);
}
