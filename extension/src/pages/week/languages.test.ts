// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { addWeeks } from '../../shared/days';
import { LANGUAGES } from '../../shared/language';
import type { AppState, GapReason, WeekView } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import { emptyPage } from './empty';
import { letter } from './letter';
import { wholeWeek } from './page';
import { row, weekChat, weekView, withWeeksBefore } from './sample';
import { speechIn } from './speech';

const written = LANGUAGES;
const server = { url: 'https://toward.example.org' };
const state = { settings: DEFAULT_SETTINGS, zone: 'UTC', now: 0, server, chats: [] };

const both = row({ sent: 3, received: 2, opened_by_me: 1, opened_by_them: 1 });
const group = { name: 'Chor', number: 2, kind: 'group' as const };
const nameless = { name: null, number: 3 };
const gaps = (reason: GapReason) => [{ day: '2026-11-18', reason }];
const partly = { gaps: gaps('paused'), atLeast: true, undated: 2 };
const felt = [{ answer: 'right' as const, at: Date.parse('2026-11-17T12:00:00Z') }];
const full = weekView(
  [
    { ...withWeeksBefore(), felt },
    weekChat({ '2026-11-17': both }, partly, group),
    weekChat({}, { gaps: gaps('broken') }, nameless),
    weekChat({}, {}, { name: 'Ben', number: 4 }),
  ],
  { guess: 'me', helped: { helpful: 4, notNow: 6, stung: 1 }, noteFourWeeksAgo: 'Soup.' },
);

/** The text of a whole page, tables and all. */
function pageText(view: WeekView, lang: (typeof written)[number]): string {
  const context = { view, state: state as unknown as AppState, speech: speechIn(lang) };
  document.body.replaceChildren(
    ...wholeWeek(context).filter((part) => part !== null),
    emptyPage(context),
  );
  for (const table of document.querySelectorAll('details.table'))
    table.dispatchEvent(new Event('toggle'));
  return document.body.textContent ?? '';
}

test.each(written)('%s: every place of a page is filled in', (lang) => {
  for (const guess of ['me', null] as const)
    expect(pageText({ ...full, guess }, lang)).not.toMatch(/[{}]|undefined|null|NaN/);
});

test.each(written)('%s: every letter is filled in, and names stay as they are', (lang) => {
  const speech = speechIn(lang);
  const days = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`2026-11-${16 + i}`, both]));
  for (let week = 0; week < 10; week++)
    for (let count = 0; count <= 7; count++)
      for (const info of [{ name: 'Ana' }, group, nameless]) {
        const chat = weekChat(days(count), { trend: [] }, info);
        const view = { week: addWeeks('2026-W40', week), running: count % 2 === 0 };
        const alone = letter(weekView([chat], view), speech);
        const two = letter(weekView([chat, weekChat(days(7 - count))], view), speech);
        for (const text of [alone, two]) expect(text).not.toMatch(/[{}]|undefined/);
        if (count > 0) expect(alone).toContain(`\u2068${speech.nameOf(chat.chat)}\u2069`);
      }
});
