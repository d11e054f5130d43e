// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import type { PageContext } from './context';
import { upToYesterday, wholeWeek } from './page';
import { row, weekChat, weekView, withWeeksBefore } from './sample';
import { speechIn } from './speech';

const sent: { name: string; request: Record<string, unknown> }[] = [];

beforeEach(() => {
  sent.length = 0;
  document.body.innerHTML = '<div id="notice"></div><div id="week"></div>';
  vi.stubGlobal('chrome', {
    runtime: {
      sendMessage: async (message: (typeof sent)[number]) => {
        sent.push(message);
        return { ok: true };
      },
    },
  });
});

const ana = weekChat(
  {
    '2026-11-16': row({ sent: 8, received: 11, opened_by_them: 1 }),
    '2026-11-20': row({ sent: 2, received: 1, opened_by_me: 1 }),
  },
  { gaps: [{ day: '2026-11-18', reason: 'paused' }] },
);

function draw(change: Partial<PageContext['view']> = {}, hiddenParts: string[] = []): HTMLElement {
  const settings = { ...DEFAULT_SETTINGS, hiddenParts };
  const state = { settings, zone: 'UTC', now: 0 } as unknown as AppState;
  const root = document.getElementById('week') as HTMLElement;
  const view = weekView([ana], change);
  root.replaceChildren(
    ...wholeWeek({ view, state, speech: speechIn('en') }).filter((part) => part !== null),
  );
  return root;
}

/** As if each line that hides one had been pressed. */
function openTables(root: HTMLElement): void {
  for (const details of root.querySelectorAll('details.table'))
    details.dispatchEvent(new Event('toggle'));
}

function figures(root: HTMLElement): HTMLElement {
  return root.querySelector('.figures') as HTMLElement;
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

describe('the weekly page', () => {
  it('keeps the figures back until the guess, and then says that both can be right', async () => {
    const root = draw();
    expect(figures(root).hidden).toBe(true);
    press('#guess-them');
    await vi.waitFor(() => expect(figures(root).hidden).toBe(false));
    const request = { week: '2026-W47', practice: false, guess: 'them' };
    expect(sent).toEqual([{ name: 'page:guess', request }]);
    expect(root.textContent).toContain('The count: 1 begun by you and 1 by them.');
    expect(root.textContent).toContain('both can be right');
  });

  it.each([
    ['me', 4, 3, false],
    ['me', 3, 4, true],
    ['them', 4, 3, true],
    ['both', 4, 3, false],
    ['both', 4, 0, true],
    ['no-idea', 4, 0, false],
  ] as const)(
    'holds a guess of “%s” beside %s and %s, and grades nothing',
    (guess, mine, theirs, differ) => {
      const sums = row({ sent: 9, received: 9, opened_by_me: mine, opened_by_them: theirs });
      const root = draw({ guess, chats: [{ ...ana, sums }] });
      const text = root.querySelector('[data-part="guess"]')?.textContent ?? '';
      expect(text).toContain(`The count: ${mine} begun by you and ${theirs} by them.`);
      expect(text.includes('both can be right')).toBe(differ);
      expect(text).not.toMatch(/wrong|correct|accura/i);
    },
  );

  it('says where nobody was seen to begin, and where each figure means at least', () => {
    const nobody = { ...ana, sums: row({ sent: 9 }) };
    expect(draw({ guess: 'me', chats: [nobody] }).textContent).toContain('saw nobody begin');
    const parts = draw({ guess: 'me', chats: [{ ...ana, atLeast: true }] });
    expect(parts.textContent).toContain('at least 1 begun by you and at least 1 by them');
    expect(parts.textContent).toContain('You began: at least 1. Ana began: at least 1.');
  });

  it('is asked no more once the person says so, or hides the part', async () => {
    for (const selector of ['#guess-never', '[data-part="guess"] .plain']) {
      const root = draw();
      press(selector);
      await vi.waitFor(() => expect(figures(root).hidden).toBe(false));
      expect(sent.at(-1)?.request).toEqual({ change: { hiddenParts: ['guess'] } });
    }
  });

  it.each([
    ['the guess was skipped', { guess: 'skipped' as const }, []],
    ['the week is running', { running: true }, []],
    ['guessing is hidden for good', {}, ['guess']],
  ])('shows the figures at once where %s', (_, change, hidden) => {
    const root = draw(change, hidden);
    expect(figures(root).hidden).toBe(false);
    expect(root.querySelector('[data-part="guess"]')).toBeNull();
  });

  it('shows counts by day and for the week as plain numbers', () => {
    const root = draw({ guess: 'both' });
    openTables(root);
    const text = (data: string) => root.querySelector(`[data-chat="1"]${data}`)?.textContent;
    expect(text('[data-field="sent"][data-day="2026-11-16"]')).toBe('8');
    expect(text('[data-field="opened_by_me"][data-day="2026-11-20"]')).toBe('1');
    expect(text('[data-field="received"][data-day="2026-11-17"]')).toBe('0');
    expect(text('[data-sum="sent"]')).toBe('10');
    expect(text('[data-sum="received"]')).toBe('12');
  });

  it('puts no number on a gap, and names it', () => {
    const root = draw({ guess: 'both' });
    openTables(root);
    expect(root.querySelector('[data-day="2026-11-18"]')).toBeNull();
    expect(root.querySelectorAll('rect.gap')).toHaveLength(2);
    expect(root.textContent).toContain('Wed 18 Nov: paused');
  });

  it('says how many messages are left out for want of a day, also where they are all', () => {
    const root = draw({ guess: 'both', chats: [weekChat({}, { undated: 2 })] });
    expect(root.textContent).toContain('Messages whose day is not certain are left out: 2.');
    expect(root.textContent).not.toContain('No messages that Toward can see');
    expect(draw({ guess: 'both' }).textContent).not.toContain('left out');
  });

  it('never shows what came back, or a share', () => {
    const root = draw({ guess: 'both' });
    openTables(root);
    expect(root.querySelector('[data-field^="turns"], [data-sum^="turns"]')).toBeNull();
    expect(root.textContent).not.toMatch(/%|answered|share/);
  });

  it('hides a part for good, and brings it back by Undo', async () => {
    const root = draw({ guess: 'both' });
    press('[data-part="felt"] .plain');
    await vi.waitFor(() => expect(root.querySelector('[data-part="felt"]')).toBeNull());
    expect(sent.at(-1)?.request).toEqual({ change: { hiddenParts: ['felt'] } });
    [...root.querySelectorAll('button')].find((one) => one.textContent === 'Undo')?.click();
    await vi.waitFor(() => expect(root.querySelector('[data-part="felt"]')).not.toBeNull());
    expect(sent.at(-1)?.request).toEqual({ change: { hiddenParts: [] } });
  });

  it('keeps the note of four weeks ago out of sight until it is opened', () => {
    const root = draw({ noteFourWeeksAgo: 'Long walk.' });
    const words = root.querySelector<HTMLElement>('.old-note');
    expect(words?.hasAttribute('inert')).toBe(true);
    press('.note button');
    expect(words?.hasAttribute('inert')).toBe(false);
    expect(words?.hasAttribute('aria-hidden')).toBe(false);
  });

  it('sends the note when one leaves it', async () => {
    draw();
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Soup.';
    field.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.request).toEqual({ week: '2026-W47', practice: false, text: 'Soup.' });
  });

  it('asks one question with the letter, and the others at the end', () => {
    const card = (shown: string) => ({
      ...{ shown, nudge: shown, say: `Say ${shown}`, ask: `Ask ${shown}`, try: null },
      ...{
        why: { numbers: [], rules: [], sources: [] },
        first: false,
        lang: 'en',
        dir: 'ltr' as const,
      },
    });
    const root = draw({ guess: 'both', reflections: ['a', 'b', 'c'].map(card) });
    const panels = (id: string) => root.querySelectorAll(`[data-part="${id}"] .panel`).length;
    expect([panels('reflection'), panels('reflections')]).toEqual([1, 2]);
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes an answer to a thought, and thanks', async () => {
    const why = { numbers: [], rules: [], sources: [] };
    const card = { shown: 's', nudge: 'n', say: 'Say', ask: 'Ask', try: null, why };
    const root = draw({ reflections: [{ ...card, first: false, lang: 'en', dir: 'ltr' }] });
    press('#answer-stung-s');
    await vi.waitFor(() => expect(root.textContent).toContain('Thank you for saying so.'));
    expect(sent).toEqual([{ name: 'page:answer', request: { shown: 's', answer: 'stung' } }]);
  });

  it('tells the person’s own answers to cards once there are some weeks of them', () => {
    expect(draw({ guess: 'both' }).querySelector('[data-part="helped"]')).toBeNull();
    const root = draw({ guess: 'both', helped: { helpful: 4, notNow: 6, stung: 1 } });
    const lines = [...root.querySelectorAll('[data-part="helped"] li')].map((li) => li.textContent);
    expect(lines).toEqual(['Helpful: 4', 'Not now: 6', 'This stung: 1']);
    const counted = root.querySelector('[data-part="helped"] .counted');
    expect(counted?.textContent).toContain('counts once, by the button');
  });

  it('says why messages without a certain day are left out, where there are some', () => {
    const chat = withWeeksBefore();
    const counted = (undated: number) =>
      draw({ guess: 'both', chats: [{ ...chat, undated }] }).querySelector(
        '[data-part="messages"] .counted',
      )?.textContent;
    expect(counted(2)).toContain('either side of a midnight');
    expect(counted(0)).not.toContain('midnight');
  });

  it('says how each figure is counted', () => {
    const root = draw({ guess: 'both', chats: [withWeeksBefore()] });
    for (const id of ['letter', 'guess', 'openings', 'messages', 'earlier'])
      expect(root.querySelector(`[data-part="${id}"] .counted`)?.textContent).toContain(
        'cannot see',
      );
  });

  it('tells of the weeks before with the usual band, and names what was not seen', () => {
    const root = draw({ guess: 'both', chats: [withWeeksBefore()] });
    openTables(root);
    const part = root.querySelector('[data-part="earlier"]') as HTMLElement;
    expect(part.textContent).toContain('This week: 20. Most weeks: 15 to 26.');
    expect(part.querySelectorAll('rect.gap')).toHaveLength(4);
    expect(part.querySelector('tbody tr')?.textContent).toContain('before you chose this chat');
    expect(part.textContent).not.toContain('You began');
  });

  it('says "at least" of a week before that several browsers saw in parts', () => {
    const chat = withWeeksBefore();
    const trend = chat.trend.map((one) => ({ ...one, atLeast: one.week === '2026-W43' }));
    const root = draw({ guess: 'both', chats: [{ ...chat, trend }] });
    openTables(root);
    const rows = [...root.querySelectorAll('[data-part="earlier"] tbody tr')];
    const told = rows.map((one) => [...one.querySelectorAll('td')].map((td) => td.textContent));
    expect(told.filter((cells) => cells[0] === 'at least 15')).toEqual([
      ['at least 15', 'at least 20', ''],
    ]);
    expect(told.flat().filter((cell) => cell?.includes('at least'))).toHaveLength(2);
  });

  it('shows the running week as it stood when today began', () => {
    const view = weekView([ana], { running: true, today: '2026-11-20' });
    const { chats, today } = upToYesterday(view);
    expect(today).toBe('2026-11-19');
    expect(chats[0]?.sums).toEqual(row({ sent: 8, received: 11, opened_by_them: 1 }));
    expect(Object.keys(chats[0]?.days ?? {})).toEqual(['2026-11-16']);
  });
});
