import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultIn, placeOf } from './scan';

describe('a fault is told with its place', () => {
  test.each([
    ['', 1, 1, 'ends too early'],
    ['{"a": 1', 1, 8, 'ends too early'],
    ['{\n  "a": 1,\n  "b" 2\n}', 3, 7, 'a colon'],
    ['{\n  "a": 1,\n}', 3, 1, 'name in quotes'],
    ['[1, 2,, 3]', 1, 7, 'a value'],
    ['[1 2]', 1, 4, 'a comma or ]'],
    ['{"a": 01}', 1, 8, 'a comma or }'],
    ["{'a': 1}", 1, 2, 'name in quotes'],
    ['[1] [2]', 1, 5, 'more after the end'],
    ['["a\nb"]', 1, 4, 'line break'],
    ['["a', 1, 4, 'middle of a string'],
    ['["\\x"]', 1, 3, 'backslash'],
    ['[NaN]', 1, 2, 'a value'],
    ['<!doctype html>', 1, 1, 'a value'],
    ['{"a": 1,\n "a": 2}', 2, 2, '“a” stands there twice'],
    ['{"a": 1, "\\u0061": 2}', 1, 10, '“a” stands there twice'],
    ['{"__proto__": {}}', 1, 2, '“__proto__” is no name'],
    ['{"a": {"\\u005f_proto__": 1}}', 1, 8, '“__proto__” is no name'],
    ['{"constructor": 1}', 1, 2, 'is no name'],
    ['['.repeat(5000), 1, 25, 'too deeply'],
  ])('%j', (text, line, column, why) => {
    expect(faultIn(text)).toMatchObject({ line, column, why: expect.stringContaining(why) });
  });

  test('the same name in two objects is no fault', () => {
    expect(faultIn('[{"a": 1}, {"a": {"a": 2}}]')).toBeNull();
  });
});

test('a value is found by its path', () => {
  const text = '{\n  "a": [1,\n    {"b": 2}],\n  "c": 3\n}';
  expect(placeOf(text, ['a', 1, 'b'])).toEqual({ line: 3, column: 11 });
  expect(placeOf(text, ['c'])).toEqual({ line: 4, column: 8 });
  expect(placeOf(text, [])).toEqual({ line: 1, column: 1 });
  expect(placeOf(text, ['a', 'b'])).toBeNull();
});

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('it agrees with JSON.parse', () => {
  test('on what is JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(faultIn(text)).toBeNull();
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('on what became of it by one stroke', () => {
    const stroke = fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', '.', 'e');
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), stroke, (text, n, put) => {
        const at = n % (text.length + 1);
        const broken = text.slice(0, at) + put + text.slice(at + 1);
        const fault = faultIn(broken);
        const isMore = fault !== null && /twice|no name/.test(fault.why);
        expect(fault === null || isMore).toBe(isJson(broken));
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});
