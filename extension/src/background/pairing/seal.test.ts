import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../base64url';
import { newCode } from './code';
import { type Crossing, open, pairingKeys, seal } from './seal';

const CODE = Uint8Array.from({ length: 16 }, (_, i) => i);
const CROSSING: Crossing = {
  secret: 'A'.repeat(43),
  zones: [
    { from: 0, zone: 'Europe/Berlin' },
    { from: 1_000, zone: 'Asia/Tokyo' },
  ],
};

async function hmac(key: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const signing = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', signing, data));
}

describe('the keys of a code', () => {
  test('are those of RFC 5869: extract, then expand; one block holds all 16 bytes', async () => {
    const extracted = await hmac(new Uint8Array(32), CODE);
    const info = new TextEncoder().encode('toward pairing 1: lookup\x01');
    const expanded = await hmac(extracted, info);
    expect((await pairingKeys(CODE)).lookup).toBe(toBase64Url(expanded.subarray(0, 16)));
  });

  test('have a lookup of 22 characters and a key that cannot be read', async () => {
    const { lookup, key } = await pairingKeys(newCode());
    expect(lookup).toMatch(/^[A-Za-z0-9_-]{21}[AQgw]$/);
    expect(key.extractable).toBe(false);
    expect(key.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
  });
});

describe('a box', () => {
  test('opens under the same code', async () => {
    const box = await seal((await pairingKeys(CODE)).key, CROSSING);
    expect(await open((await pairingKeys(CODE)).key, box)).toEqual(CROSSING);
  });

  test('is another one each time, and tells nothing of what is in it', async () => {
    const { key } = await pairingKeys(CODE);
    const boxes = [await seal(key, CROSSING), await seal(key, CROSSING)];
    expect(boxes[0]).not.toBe(boxes[1]);
    for (const box of boxes) {
      expect(box).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(new TextDecoder('latin1').decode(fromBase64Url(box))).not.toContain('Berlin');
    }
  });

  test('holds nothing but the secret and the zones', async () => {
    const { key } = await pairingKeys(CODE);
    const more = { ...CROSSING, name: 'Robin' };
    expect(await open(key, await seal(key, more))).toEqual(CROSSING);
  });

  test('stays shut under another code, when changed, and when it is none', async () => {
    const { key } = await pairingKeys(CODE);
    const box = await seal(key, CROSSING);
    expect(await open((await pairingKeys(newCode())).key, box)).toBeNull();
    for (const at of [0, 5, 12, 40]) {
      const bytes = fromBase64Url(box);
      bytes[at] = (bytes[at] as number) ^ 1;
      expect(await open(key, toBase64Url(bytes))).toBeNull();
    }
    for (const none of ['', 'A', 'not a box', box.slice(0, 20), box.slice(0, -1)])
      expect(await open(key, none)).toBeNull();
  });

  const zones = CROSSING.zones;
  test.each([
    ['null', null],
    ['a secret of 31 bytes', { secret: 'A'.repeat(42), zones }],
    ['a secret that is no text', { secret: 7, zones }],
    ['no zones', { secret: CROSSING.secret, zones: [] }],
    ['an unknown zone', { secret: CROSSING.secret, zones: [{ from: 0, zone: 'Moon/Sea' }] }],
    ['a time that is none', { secret: CROSSING.secret, zones: [{ from: '0', zone: 'UTC' }] }],
    ['times out of order', { secret: CROSSING.secret, zones: [...zones].reverse() }],
  ])('with %s is of no use', async (_, content) => {
    const { key } = await pairingKeys(CODE);
    const iv = new Uint8Array(12);
    const plain = new TextEncoder().encode(JSON.stringify(content));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
    const box = toBase64Url(Uint8Array.of(...iv, ...new Uint8Array(sealed)));
    expect(await open(key, box)).toBeNull();
  });
});
