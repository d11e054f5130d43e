// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { DefinitionsPreview } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { DEFINITION_LIMITS } from '../../shared/turns';
import { byId } from '../shared/el';
import { definitionsPart, readNumber } from './definitions';
import type { View } from './view';

test.each([
  ['6', 6],
  [' 24 ', 24],
  ['1', 1],
  ['0', null],
  ['25', null],
  ['1.5', null],
  ['', null],
  ['-3', null],
])('“%s” hours of silence is read as %s', (typed, hours) => {
  expect(readNumber(typed, DEFINITION_LIMITS.openingHours)).toBe(hours);
});

const counts = (mine: number, theirs: number, turns = 40) => {
  return { opened_by_me: mine, opened_by_them: theirs, turns_sent: turns, turns_received: turns };
};
const ANA = { id: 'a', name: 'Ana', number: 1, practice: false };
const BO = { id: 'b', name: null, number: 2, practice: false };
const CHATS = [
  { chat: ANA, before: counts(12, 9), after: counts(8, 5) },
  { chat: BO, before: counts(9, 6), after: counts(6, 4) },
];
const view = (openingHours: number): DefinitionsPreview => ({
  definitions: { openingHours, turnMinutes: 10 },
  days: 60,
  before: counts(21, 15, 80),
  after: counts(14, 9, 80),
  chats: CHATS,
});

let answers: ((answer: unknown) => void)[] = [];
const sendMessage = vi.fn(
  (_: { name: string }) => new Promise<unknown>((resolve) => answers.push(resolve)),
);
const names = () => sendMessage.mock.calls.map(([{ name }]) => name);

beforeEach(() => {
  answers = [];
  sendMessage.mockClear();
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
  const state = { settings: DEFAULT_SETTINGS };
  document.body.replaceChildren(definitionsPart({ state, update: vi.fn() } as unknown as View));
});

function type(id: string, value: string): void {
  const input = byId(id) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const told = () => byId('definitions-preview').textContent;
const apply = () => byId('define') as HTMLButtonElement;
const settle = () => vi.waitFor(() => expect(told()).not.toBe(''));

test('a change is shown before it is applied, in sum and chat by chat', async () => {
  expect(apply().disabled).toBe(true);
  type('opening', '12');
  answers[0]?.(view(12));
  await settle();
  expect(byId('definitions-sum').textContent).toBe(
    'With 12 hours: openings of the last 60 days 14 and 9 instead of 21 and 15; turns as now.',
  );
  const items = [...document.querySelectorAll('#definitions-chats li')];
  expect(items.map((item) => item.textContent)).toEqual([
    'Ana: openings 8 and 5 instead of 12 and 9; turns as now.',
    'Chat 2: openings 6 and 4 instead of 9 and 6; turns as now.',
  ]);
  expect(names()).toEqual(['page:definitions-preview']);
  expect(apply().disabled).toBe(false);
  apply().click();
  expect(sendMessage).toHaveBeenLastCalledWith({
    name: 'page:settings',
    request: { change: { definitions: { openingHours: 12, turnMinutes: 10 } } },
  });
});

test('an answer to what is no longer typed is not shown', async () => {
  type('opening', '12');
  type('opening', '13');
  answers[1]?.(view(13));
  await settle();
  answers[0]?.(view(12));
  await Promise.resolve();
  expect(byId('definitions-sum').textContent).toMatch(/^With 13 hours:/);
});

test('a key that submits before there is a preview applies nothing', () => {
  type('turn', '20');
  byId('definitions').querySelector('form')?.requestSubmit();
  expect(names()).toEqual(['page:definitions-preview', 'page:definitions-preview']);
});

test('what lies outside is said, and back to how it is nothing is left to apply', () => {
  type('opening', '25');
  expect(told()).toBe('Please give whole numbers: 1 to 24 hours, and 2 to 60 minutes.');
  type('opening', '6');
  expect(told()).toBe('');
  expect(apply().disabled).toBe(true);
  expect(names()).toEqual([]);
});

test('where nothing would change it says so', async () => {
  type('turn', '11');
  const same = { ...view(6), definitions: { openingHours: 6, turnMinutes: 11 }, chats: [] };
  answers[0]?.({ ...same, after: same.before });
  await settle();
  expect(told()).toBe('With 11 minutes: nothing would change in the last 60 days.');
});
