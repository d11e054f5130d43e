// @vitest-environment happy-dom
/** What the weekly page never shows, and that a figure of parts says so wherever it stands. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { AppState, WeekChat } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { wholeWeek } from './page';
import { row, weekChat, weekView, withWeeksBefore } from './sample';
import { speechIn } from './speech';

beforeEach(() => {
  document.body.innerHTML = '<div id="week"></div>';
});

/** The whole page in English, with every table opened. */
function draw(chats: WeekChat[]): HTMLElement {
  const state = { settings: DEFAULT_SETTINGS, zone: 'UTC', now: 0 } as unknown as AppState;
  const helped = { helpful: 4, notNow: 6, stung: 1 };
  const view = weekView(chats, { guess: 'me', helped });
  const root = document.getElementById('week') as HTMLElement;
  const parts = wholeWeek({ view, state, speech: speechIn('en') });
  root.replaceChildren(...parts.filter((part) => part !== null));
  for (const table of root.querySelectorAll('details.table'))
    table.dispatchEvent(new Event('toggle'));
  return root;
}

function texts(root: ParentNode, selector: string): (string | null)[] {
  return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

/** A chat of which nearly nothing came back, with enough weeks before it. */
function uneven(): WeekChat {
  const sums = { opened_by_me: 9, opened_by_them: 1, turns_sent: 777, turns_received: 666 };
  const answered = { turns_sent_answered: 333, turns_received_answered: 555 };
  const chat = withWeeksBefore();
  return { ...chat, sums: { ...chat.sums, ...sums, ...answered } };
}

describe('never shown', () => {
  it('is what was answered and what was not, how long it took, or parts of a hundred', () => {
    const text = draw([uneven()]).textContent ?? '';
    for (const turns of [777, 666, 333, 555, 777 - 333, 666 - 555])
      expect(text).not.toContain(String(turns));
    const never = /%|per ?cent(?!ile)|answer(ed| time)|waiting|minutes? (later|on average)|half\b/i;
    expect(text).not.toMatch(never);
  });

  it('is a grade of the guess, a score, a share or a ranking', () => {
    const text = draw([uneven()]).textContent ?? '';
    expect(text).not.toMatch(/accura|correct|\bright guess|wrong|score|share|rank|streak/i);
  });

  it('is an order by who wrote more: chats stand as the person chose them', () => {
    const day = '2026-11-16';
    const few = weekChat({ [day]: row({ sent: 1, received: 1 }) }, {}, { name: 'Zoe', number: 1 });
    const many = weekChat({ [day]: row({ sent: 9, received: 9 }) }, {}, { name: 'Abe', number: 2 });
    const root = draw([few, many]);
    for (const part of ['openings', 'messages'])
      expect(texts(root, `[data-part="${part}"] h3`)).toEqual(['Zoe', 'Abe']);
    expect(root.querySelector('.letter')?.textContent).toMatch(/Zoe.*Abe/);
  });

  it('is a line at one half: a chart has its base, and where there is a usual its middle', () => {
    const root = draw([uneven()]);
    const lines = (part: string) =>
      [...root.querySelectorAll(`[data-part="${part}"] svg line`)].map((line) =>
        line.getAttribute('class'),
      );
    expect(new Set(lines('messages'))).toEqual(new Set(['base']));
    expect(new Set(lines('earlier'))).toEqual(new Set(['base', 'middle']));
  });

  it('is a row of a chat that rests', () => {
    const resting = weekChat({ '2026-11-16': row({ sent: 3 }) }, {}, { resting: true });
    expect(draw([resting]).textContent).not.toContain('Ana');
  });
});

it('says "at least" of a week that several browsers saw in parts, in each sum of it', () => {
  const root = draw([{ ...withWeeksBefore(), atLeast: true }]);
  const sums = texts(root, '[data-part="messages"] tfoot td');
  expect(sums.slice(0, 2)).toEqual(['at least 20', 'at least 12']);
  expect(texts(root, '[data-part="messages"] figcaption')).toEqual([
    'Out: at least 20',
    'In: at least 12',
  ]);
  expect(texts(root, '.usual')).toEqual([
    'This week: at least 20. Most weeks: 15 to 26.',
    'This week: at least 12. Most weeks: 15 to 26.',
  ]);
});
