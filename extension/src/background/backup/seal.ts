/** A text under a passphrase: PBKDF2 makes the key, AES-GCM seals. Without it nobody can open it. */
import { fromBase64Url, toBase64Url } from '../base64url';
import { matching, oneOf, shape, whole } from './check';

/** How a text was sealed: all that is needed to open it, but the passphrase. */
export interface Lock {
  key: 'PBKDF2-SHA-256';
  rounds: number;
  /** 16 and 12 bytes as base64url. */
  salt: string;
  cipher: 'AES-GCM-256';
  iv: string;
}

/** What the field recommends for PBKDF2 with SHA-256; a third of a second on a slow computer. */
export const ROUNDS = 600_000;
/** A file must not keep this browser busy for minutes. */
const MOST_ROUNDS = 10_000_000;

export const SHORTEST_PASSPHRASE = 8;

export const lockShape = shape<Lock>({
  key: oneOf('PBKDF2-SHA-256'),
  rounds: whole(ROUNDS, MOST_ROUNDS),
  salt: matching(/^[A-Za-z0-9_-]{22}$/, '16 bytes as base64url'),
  cipher: oneOf('AES-GCM-256'),
  iv: matching(/^[A-Za-z0-9_-]{16}$/, '12 bytes as base64url'),
});

export function newLock(): Lock {
  const random = (length: number) => toBase64Url(crypto.getRandomValues(new Uint8Array(length)));
  return {
    ...{ key: 'PBKDF2-SHA-256', rounds: ROUNDS, salt: random(16) },
    ...{ cipher: 'AES-GCM-256', iv: random(12) },
  };
}

/** Keyboards write one letter in more than one way. */
function bytesOf(passphrase: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(passphrase.normalize('NFKC'));
}

async function keyOf(passphrase: string, { salt, rounds }: Lock): Promise<CryptoKey> {
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', bytesOf(passphrase), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt: fromBase64Url(salt) };
  const made = { name: 'AES-GCM', length: 256 };
  return subtle.deriveKey(how, base, made, false, ['encrypt', 'decrypt']);
}

/** `beside` is not sealed, but cannot be changed without it being noticed. */
function options({ iv }: Lock, beside: string): AesGcmParams {
  const additionalData = new TextEncoder().encode(beside);
  return { name: 'AES-GCM', iv: fromBase64Url(iv), additionalData };
}

export async function sealed(
  text: string,
  passphrase: string,
  lock: Lock,
  beside: string,
): Promise<string> {
  const key = await keyOf(passphrase, lock);
  const data = new TextEncoder().encode(text);
  return toBase64Url(new Uint8Array(await crypto.subtle.encrypt(options(lock, beside), key, data)));
}

/** Null: another passphrase, or not as it was sealed. Which of the two cannot be told. */
export async function opened(
  text: string,
  passphrase: string,
  lock: Lock,
  beside: string,
): Promise<string | null> {
  const key = await keyOf(passphrase, lock);
  const plain = await decrypted(text, key, options(lock, beside)).catch(() => null);
  return plain && new TextDecoder('utf-8', { fatal: true }).decode(plain);
}

/** Rejects where this is no base64url at all, too. */
async function decrypted(text: string, key: CryptoKey, how: AesGcmParams): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(how, key, fromBase64Url(text));
}
