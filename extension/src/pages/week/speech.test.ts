import { expect, test } from 'vitest';
import { dayInitial, dayInWords, weekInShort, weekInWords } from './dates';
import { fill, isolated, pieces } from './fill';
import { speechIn } from './speech';

const english = speechIn('en');

test('days and weeks in words', () => {
  const plain = (text: string) => text.replace(/\s*[–-]\s*/, '–').replace(/\u2009/g, ' ');
  expect(plain(weekInWords('2026-W47', english))).toBe('16–22 November 2026');
  expect(plain(weekInShort('2026-W49', english))).toBe('30 Nov–6 Dec');
  expect(dayInWords('2026-11-16', english)).toBe('Mon 16 Nov');
  expect(dayInitial('2026-11-16', english)).toBe('Mon');
});

test('a number has the form that its language asks for', () => {
  const days = { one: 'one day', other: '{n} days' };
  expect([1, 2, 1234].map((n) => english.plural(days, n))).toEqual([
    'one day',
    '2 days',
    '1,234 days',
  ]);
  expect(english.plural(days, 2, 'two')).toBe('two days');
});

test('what is put in stays as it is, and what is not known stays seen', () => {
  expect(fill('{name}: {other}', { name: '$& {other}' })).toBe('$& {other}: {other}');
  expect(pieces('You: {mine}, {gone}.', { mine: ['at least ', '4'] })).toEqual([
    'You: ',
    'at least ',
    '4',
    ', ',
    '{gone}',
    '.',
  ]);
});

test('a chat goes by its name, or by its number', () => {
  const chat = { name: null, number: 3, practice: false };
  expect(english.nameOf(chat)).toBe('Chat 3');
  expect(english.nameOf({ ...chat, practice: true })).toBe('the practice chat');
  expect(english.inSentence({ ...chat, name: 'مريم' })).toBe('\u2068مريم\u2069');
});

test('a list is joined as its language joins the names themselves', () => {
  const names = ['Ana', 'Inés'].map(isolated);
  expect(speechIn('es').list(names)).toBe(`${isolated('Ana')} e ${isolated('Inés')}`);
  expect(english.list(names)).toBe(`${isolated('Ana')} and ${isolated('Inés')}`);
});
