/**
 * What crosses from one browser to another, sealed under the pairing code. The server is given the
 * lookup id and the sealed box: neither tells the code, the key or what is in the box.
 */
import type { ZoneSpan } from '../../shared/types';
import { fromBase64Url, toBase64Url } from '../base64url';

/** All that crosses: the secret that ids are hashed under, and the account's home zones. */
export interface Crossing {
  secret: string;
  zones: ZoneSpan[];
}

export interface PairingKeys {
  /** 16 bytes as 22 characters of base64url: what the server files the box under. */
  lookup: string;
  /** AES-GCM-256; never leaves the browser, and cannot be read out of it either. */
  key: CryptoKey;
}

const IV_BYTES = 12;
const SECRET = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** HKDF-SHA-256 (RFC 5869) over the code's 16 bytes; no salt is needed, since all are random. */
export async function pairingKeys(code: Uint8Array<ArrayBuffer>): Promise<PairingKeys> {
  const secret = await crypto.subtle.importKey('raw', code, 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const lookup = await crypto.subtle.deriveBits(hkdf('lookup'), secret, 128);
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.deriveKey(hkdf('key'), secret, aes, false, [
    'encrypt',
    'decrypt',
  ]);
  return { lookup: toBase64Url(new Uint8Array(lookup)), key };
}

function hkdf(purpose: 'lookup' | 'key'): HkdfParams {
  const info = new TextEncoder().encode(`toward pairing 1: ${purpose}`);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
}

/** A random IV of 12 bytes, then the ciphertext with its tag, as base64url. */
export async function seal(key: CryptoKey, { secret, zones }: Crossing): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify({ secret, zones }));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return toBase64Url(Uint8Array.of(...iv, ...new Uint8Array(sealed)));
}

/** What is in the box; null where it was changed, sealed under another code, or is none. */
export async function open(key: CryptoKey, box: string): Promise<Crossing | null> {
  try {
    const bytes = fromBase64Url(box);
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES) };
    const plain = await crypto.subtle.decrypt(algorithm, key, bytes.subarray(IV_BYTES));
    const found: unknown = JSON.parse(new TextDecoder().decode(plain));
    return isCrossing(found) ? { secret: found.secret, zones: found.zones } : null;
  } catch {
    return null;
  }
}

/** Sealed by another version of Toward, it may still be other than this one can use. */
function isCrossing(value: unknown): value is Crossing {
  const { secret, zones } = (value ?? {}) as Partial<Record<keyof Crossing, unknown>>;
  return typeof secret === 'string' && SECRET.test(secret) && isZoneHistory(zones);
}

function isZoneHistory(zones: unknown): zones is ZoneSpan[] {
  if (!Array.isArray(zones) || zones.length === 0) return false;
  return zones.every(
    (span, i) =>
      Number.isSafeInteger(span?.from) &&
      isZone(span.zone) &&
      (i === 0 || span.from > zones[i - 1].from),
  );
}

function isZone(zone: unknown): boolean {
  try {
    return typeof zone === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
