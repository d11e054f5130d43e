import { describe, expect, it } from 'vitest';
import { addWeeks, daysOf } from '../../shared/days';
import type { WeekView } from '../../shared/messages';
import { letter } from './letter';
import { row, weekChat, weekView } from './sample';
import { speechIn } from './speech';

const english = speechIn('en');
const patterns = english.words.letter;
const both = row({ sent: 3, received: 2 });
const ana = weekChat({ '2026-11-16': both, '2026-11-18': both, '2026-11-22': row({ sent: 4 }) });
const ben = weekChat({ '2026-11-17': both, '2026-11-18': both }, {}, { name: 'Ben', number: 2 });

/** As one reads it: the marks around names are not seen. */
function read(view: WeekView): string {
  return letter(view, english).replace(/[\u2068\u2069]/g, '');
}

/** What the letter says of one situation in as many weeks as the longest list has sentences. */
function letters(make: (week: string) => WeekView): string[] {
  return Array.from({ length: 12 }, (_, i) => read(make(addWeeks('2026-W47', i))));
}

describe('the Monday letter', () => {
  it('tells one chat by name and by the days on which both wrote', () => {
    for (const text of letters((week) => weekView([ana], { week }))) {
      expect(text).toContain('Ana');
      expect(text).toContain('two days');
    }
  });

  it('says one day and every day as such', () => {
    const once = weekChat({ '2026-11-16': both });
    const daily = weekChat(Object.fromEntries(daysOf('2026-W47').map((day) => [day, both])));
    for (const chat of [
      { name: 'Ana' },
      { name: null },
      { name: 'Choir', kind: 'group' as const },
    ]) {
      const of = (entry: typeof once) => ({ ...entry, chat: { ...entry.chat, ...chat } });
      for (const text of letters((week) => weekView([of(once)], { week })))
        expect(text).toMatch(/\bone day\b/i);
      for (const text of letters((week) => weekView([of(daily)], { week })))
        expect(text).toMatch(/\bevery day\b/i);
    }
    const two = weekView([daily, { ...daily, chat: { ...daily.chat, name: 'Ben', number: 2 } }]);
    for (const text of letters((week) => ({ ...two, week })))
      expect(text).toMatch(/\bevery day\b/i);
  });

  it('names several chats in the person’s own order and counts days over all of them', () => {
    for (const text of letters((week) => weekView([ben, ana], { week }))) {
      expect(text).toContain('Ana and Ben');
      expect(text).toContain('three days');
    }
  });

  it('speaks of a chat without a name, and of a group, as of a place', () => {
    const nameless = weekChat({ '2026-11-16': both }, {}, { name: null, number: 3 });
    const group = weekChat({ '2026-11-16': both }, {}, { name: 'Choir', kind: 'group' });
    for (const one of letters((week) => weekView([nameless], { week }))) {
      expect(one).toContain('Chat 3');
      expect(one).not.toContain('You and');
    }
    for (const one of letters((week) => weekView([group, ana], { week }))) {
      expect(one).toMatch(/chats.*Choir/);
    }
  });

  it('claims no day in touch where messages went one way', () => {
    const oneWay = weekChat({ '2026-11-16': row({ sent: 4 }), '2026-11-17': row({ sent: 1 }) });
    for (const text of letters((week) => weekView([oneWay], { week }))) {
      expect(text).toContain('two days');
      expect(text).not.toMatch(/both|in touch|each other|to and fro/);
    }
  });

  it('says that both began only where both did', () => {
    const began = {
      ...ana,
      sums: row({ sent: 9, received: 4, opened_by_me: 1, opened_by_them: 2 }),
    };
    const said = (text: string) => patterns.bothBegan.some((sentence) => text.includes(sentence));
    expect(said(read(weekView([began])))).toBe(true);
    expect(said(read(weekView([ana])))).toBe(false);
  });

  it('has words for a quiet week, for none so far, and for no chat yet', () => {
    const still = weekChat({});
    expect(patterns.quiet.some((s) => read(weekView([still])).startsWith(s))).toBe(true);
    const soFar = read(weekView([still], { running: true }));
    expect(patterns.nothingSoFar.some((s) => soFar.startsWith(s))).toBe(true);
    expect(patterns.noChat).toContain(read(weekView([])));
  });

  it('greets the first week, finished or so far', () => {
    const first = weekChat({ '2026-11-16': both }, { trend: [] });
    for (const text of letters((week) => weekView([first], { week })))
      expect(text).toMatch(/first week/i);
    for (const text of letters((week) => weekView([first], { week, running: true })))
      expect(text).toMatch(/first week/i);
  });

  it.each([
    ['paused', /pause|as you asked/],
    ['not-open', /not open|closed/],
    ['broken', /read/],
    ['erased', /erased/],
    ['not-installed', /not told/],
    ['not-chosen', /not told/],
  ] as const)('names a gap: %s', (reason, words) => {
    const gap = weekChat(ana.days, { gaps: [{ day: '2026-11-19', reason }] });
    for (const text of letters((week) => weekView([gap], { week }))) expect(text).toMatch(words);
  });

  it('leaves out chats that rest', () => {
    const resting = weekChat(ana.days, {}, { name: 'Cleo', resting: true });
    expect(read(weekView([ben, resting]))).not.toContain('Cleo');
  });

  it('puts a name in as it is, whatever characters it holds, and keeps its direction', () => {
    const odd = weekChat({ '2026-11-16': both }, {}, { name: '$& {n} <b>' });
    expect(letter(weekView([odd]), english)).toContain('\u2068$& {n} <b>\u2069');
  });

  it('reads the same for the same week, and differs from week to week', () => {
    expect(read(weekView([ana]))).toBe(read(weekView([ana])));
    expect(new Set(letters((week) => weekView([ana], { week }))).size).toBe(12);
  });
});
