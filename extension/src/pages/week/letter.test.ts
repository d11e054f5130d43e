import { describe, expect, it } from 'vitest';
import { addWeeks } from '../../shared/days';
import { letter } from './letter';
import * as patterns from './patterns';
import { row, weekChat, weekView } from './sample';

const both = row({ sent: 3, received: 2 });
const ana = weekChat({ '2026-11-16': both, '2026-11-18': both, '2026-11-22': row({ sent: 4 }) });
const ben = weekChat({ '2026-11-17': both, '2026-11-18': both }, {}, { name: 'Ben', number: 2 });

/** What the letter says of one situation in as many weeks as the longest list has sentences. */
function letters(make: (week: string) => ReturnType<typeof weekView>): string[] {
  return Array.from({ length: 12 }, (_, i) => letter(make(addWeeks('2026-W47', i))));
}

describe('the Monday letter', () => {
  it('tells one chat by name and by the days on which both wrote', () => {
    for (const text of letters((week) => weekView([ana], { week }))) {
      expect(text).toContain('Ana');
      expect(text.toLowerCase()).toContain('two days');
    }
  });

  it('names several chats in the person’s own order and counts days over all of them', () => {
    for (const text of letters((week) => weekView([ben, ana], { week }))) {
      expect(text).toContain('Ana and Ben');
      expect(text.toLowerCase()).toContain('three days');
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
      expect(text).not.toMatch(/both|in touch|each other/);
    }
  });

  it('says that both began only where both did', () => {
    const began = {
      ...ana,
      sums: row({ sent: 9, received: 4, opened_by_me: 1, opened_by_them: 2 }),
    };
    const said = (text: string) => patterns.BOTH_BEGAN.some((sentence) => text.includes(sentence));
    expect(said(letter(weekView([began])))).toBe(true);
    expect(said(letter(weekView([ana])))).toBe(false);
  });

  it('has words for a quiet week, for none so far, and for no chat yet', () => {
    const still = weekChat({});
    expect(patterns.QUIET.some((s) => letter(weekView([still])).startsWith(s))).toBe(true);
    const soFar = letter(weekView([still], { running: true }));
    expect(patterns.NOTHING_SO_FAR.some((s) => soFar.startsWith(s))).toBe(true);
    expect(patterns.NO_CHAT).toContain(letter(weekView([])));
  });

  it('greets the first week, finished or so far', () => {
    const first = weekChat({ '2026-11-16': both }, { trend: [] });
    expect(letter(weekView([first]))).toMatch(/first week/i);
    expect(letter(weekView([first], { running: true, week: '2026-W48' }))).toMatch(/first|begin/i);
  });

  it('names a gap, and leaves out chats that rest', () => {
    const gap = weekChat(ana.days, { gaps: [{ day: '2026-11-19', reason: 'paused' }] });
    expect(letter(weekView([gap]))).toMatch(/pause/);
    const resting = weekChat(ana.days, {}, { name: 'Cleo', resting: true });
    expect(letter(weekView([ben, resting]))).not.toContain('Cleo');
  });

  it('puts a name in as it is, whatever characters it holds', () => {
    const odd = weekChat({ '2026-11-16': both }, {}, { name: '$& {days} <b>' });
    expect(letter(weekView([odd]))).toContain('$& {days} <b>');
  });

  it('reads the same for the same week, and differs from week to week', () => {
    expect(letter(weekView([ana]))).toBe(letter(weekView([ana])));
    expect(new Set(letters((week) => weekView([ana], { week }))).size).toBeGreaterThan(3);
  });
});

const all = Object.values(patterns)
  .flatMap((list) => (Array.isArray(list) ? list : Object.values(list).flat()))
  .map(String);

describe('the sentences', () => {
  it('are at least thirty', () => expect(new Set(all).size).toBeGreaterThanOrEqual(30));

  it.each(all)('hold no word that accuses, measures or commands: %s', (sentence) => {
    expect(sentence).not.toMatch(
      /\b(bid|unanswered|share|balance|imbalance|invest|effort|pursue|withdraw|score|ignored|should|must|only|percent|more than|less than)\b|[!%]/i,
    );
  });
});
