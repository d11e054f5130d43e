import { expect, test } from 'vitest';
import { addressProblem, readAddress } from './address';

test.each([
  ['https://toward.example.org', 'https://toward.example.org/'],
  ['toward.example.org', 'https://toward.example.org/'],
  ['127.0.0.1:8000', 'http://127.0.0.1:8000/'],
  [' localhost:8000/try ', 'http://localhost:8000/try'],
])('%s is read as %s', (typed, address) => {
  expect(readAddress(typed)?.href).toBe(address);
  expect(addressProblem(typed)).toBeNull();
});

test.each(['', 'https://', 'http://toward.example.org', 'ftp://toward.example.org', 'a b'])(
  '“%s” is refused with a sentence that says what to do',
  (typed) => expect(addressProblem(typed)).toMatch(/https:\/\//),
);
