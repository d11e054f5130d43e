import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeText, newCode, parseCode } from './code';

const bytes = (...values: number[]) => Uint8Array.of(...values);
const ONE = bytes(...Array(15).fill(0), 1);

describe('a code in letters', () => {
  test.each([
    [bytes(...Array(16).fill(0)), '0000-0000-0000-0000-0000-0000-00'],
    [ONE, '0000-0000-0000-0000-0000-0000-01'],
    // 128 ones: three in the first character, five in each of the others.
    [bytes(...Array(16).fill(255)), '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ'],
    // 0x80 0…: the highest bit is the highest of the first three.
    [bytes(128, ...Array(15).fill(0)), '4000-0000-0000-0000-0000-0000-00'],
    // …1111 1100 0000 1000: the last three characters are 00111 (bits 10 to 14: 11111) and so on.
    [bytes(...Array(14).fill(0), 0b0111_1100, 0b0011_0000), '0000-0000-0000-0000-0000-000Z-1G'],
  ])('%s', (code, text) => {
    expect(codeText(code)).toBe(text);
    expect(parseCode(text)).toEqual({ bytes: code });
  });

  test('any 128 bits come back as they were', () => {
    const code = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(code, (one) => {
        expect(parseCode(codeText(one))).toEqual({ bytes: Uint8Array.from(one) });
      }),
      { seed: 20261122 },
    );
  });

  test('is another one each time', () => {
    const codes = Array.from({ length: 100 }, () => codeText(newCode()));
    expect(new Set(codes).size).toBe(100);
    const shape = /^[0-7][0-9A-Z]{3}(-[0-9A-Z]{4}){5}-[0-9A-Z]{2}$/;
    expect(codes.filter((code) => !shape.test(code))).toEqual([]);
  });
});

describe('a code as a person types it', () => {
  const right = '01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-01';
  const parsed = parseCode(right);

  test.each([
    ['in small letters', right.toLowerCase()],
    ['without dashes', right.replaceAll('-', '')],
    ['with blanks', right.replaceAll('-', '  ')],
    ['with blanks around', ` ${right}\n`],
    ['with other dashes', right.replaceAll('-', '–')],
    ['with O for 0', right.replaceAll('0', 'O')],
    ['with o for 0', right.replaceAll('0', 'o')],
    ['with I for 1', right.replaceAll('1', 'I')],
    ['with l for 1', right.replaceAll('1', 'l')],
  ])('%s', (_, typed) => {
    expect(parsed).toHaveProperty('bytes');
    expect(parseCode(typed)).toEqual(parsed);
  });

  test.each([
    ['', 'Please type the code'],
    ['  - ', 'Please type the code'],
    ['0', 'has 26 characters; here is 1.'],
    [right.slice(0, -1), 'here are 25.'],
    [`${right}0`, 'here are 27.'],
    [right.replace('A', 'U'), '“U” cannot be in it'],
    [right.replace('A', 'ü'), '“Ü” cannot be in it'],
    [right.replace('A', '😀'), '“😀” cannot be in it'],
    ['https://toward.example.net', '“:” cannot be in it'],
    [right.replace('0', '8'), 'one of 0 to 7'],
  ])('%j is told apart', (typed, text) => {
    expect(parseCode(typed)).toEqual({ problem: expect.stringContaining(text) });
  });
});
