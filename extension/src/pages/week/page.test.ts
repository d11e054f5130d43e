// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../shared/messages';
import { DEFAULT_SETTINGS } from '../../shared/storage';
import type { PageContext } from './context';
import { wholeWeek } from './page';
import { row, weekChat, weekView } from './sample';

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
  root.replaceChildren(...wholeWeek({ view, state, rtl: false }).filter((part) => part !== null));
  return root;
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
    expect(root.textContent).toContain('both can be right');
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
    const text = (data: string) => root.querySelector(`[data-chat="1"]${data}`)?.textContent;
    expect(text('[data-field="sent"][data-day="2026-11-16"]')).toBe('8');
    expect(text('[data-field="opened_by_me"][data-day="2026-11-20"]')).toBe('1');
    expect(text('[data-field="received"][data-day="2026-11-17"]')).toBe('0');
    expect(text('[data-sum="sent"]')).toBe('10');
    expect(text('[data-sum="received"]')).toBe('12');
  });

  it('puts no number on a gap, and names it', () => {
    const root = draw({ guess: 'both' });
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
});
