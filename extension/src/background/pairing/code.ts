/**
 * The pairing code: 128 random bits as 26 characters of Crockford's base32, which a person can read
 * out and type. https://www.crockford.com/base32.html (1 July 2002). Pure.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Taken for what they look like. */
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };
const CODE_BYTES = 16;
export const CODE_LENGTH = 26;
const GROUP = 4;

export type ParsedCode = { bytes: Uint8Array<ArrayBuffer> } | { problem: string };

export function newCode(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(CODE_BYTES));
}

/** In groups of four, with the highest bits first: the first character holds three of them. */
export function codeText(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  for (let i = 0; i < CODE_LENGTH; i++, number >>= 5n) text = ALPHABET[Number(number & 31n)] + text;
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? text;
}

/** A code as a person typed it, with blanks, dashes and small letters; or what is wrong with it. */
export function parseCode(typed: string): ParsedCode {
  const characters = [...typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '')];
  const digits = characters.map((one) => ALPHABET.indexOf(LOOKALIKES[one] ?? one));
  const strange = characters.find((_, i) => digits[i] === -1);
  if (strange !== undefined) return { problem: strangeText(strange) };
  if (digits.length !== CODE_LENGTH) return { problem: lengthText(digits.length) };
  const number = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  if (number >> BigInt(8 * CODE_BYTES) !== 0n) return { problem: FIRST };
  return { bytes: bytesOf(number) };
}

function bytesOf(number: bigint): Uint8Array<ArrayBuffer> {
  const shift = (i: number) => BigInt(8 * (CODE_BYTES - 1 - i));
  return Uint8Array.from({ length: CODE_BYTES }, (_, i) => Number((number >> shift(i)) & 255n));
}

const COMPARE = 'Please compare it with the one that your other browser shows.';
const FIRST = `The first character of a code is one of 0 to 7. ${COMPARE}`;

function strangeText(character: string): string {
  return `A code has letters and digits only, and never U: “${character}” cannot be in it. ${COMPARE}`;
}

function lengthText(length: number): string {
  if (length === 0) return 'Please type the code that your other browser shows.';
  const is = length === 1 ? 'is 1' : `are ${length}`;
  return `A code has ${CODE_LENGTH} characters; here ${is}. ${COMPARE}`;
}
