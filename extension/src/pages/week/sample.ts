/** Views for tests: a week in the middle of November 2026, by hand. */
import type { ChatInfo, WeekChat, WeekView } from '../../shared/messages';
import { addRows, emptyRow } from '../../shared/rows';
import type { Day, Row } from '../../shared/types';

export function row(counts: Partial<Row>): Row {
  return { ...emptyRow(), ...counts };
}

export function chat(change: Partial<ChatInfo> = {}): ChatInfo {
  return {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    name: 'Ana',
    number: 1,
    adapter: 'practice',
    kind: 'one',
    bond: null,
    felt: null,
    newInLife: false,
    quiet: false,
    resting: false,
    practice: false,
    since: Date.parse('2026-10-01T00:00:00Z'),
    counting: true,
    limits: [],
    ...change,
  };
}

export function weekChat(
  days: Record<Day, Row>,
  change: Partial<WeekChat> = {},
  info: Partial<ChatInfo> = {},
): WeekChat {
  return {
    chat: chat(info),
    days,
    sums: Object.values(days).reduce(addRows, emptyRow()),
    trend: [{ week: '2026-W46', row: row({ sent: 5, received: 6 }) }],
    usual: null,
    gaps: [],
    trendGaps: [],
    activeDays: 0,
    atLeast: false,
    undated: 0,
    felt: [],
    ...change,
  };
}

export function weekView(chats: WeekChat[], change: Partial<WeekView> = {}): WeekView {
  return {
    week: '2026-W47',
    today: '2026-11-24',
    running: false,
    practice: false,
    chats,
    reflections: [],
    helped: null,
    source: 'local',
    guess: null,
    openedTimesToday: 1,
    note: '',
    noteFourWeeksAgo: null,
    ...change,
  };
}

/** Enough messages to tell of the weeks before, and too few openings. */
export function withWeeksBefore(): WeekChat {
  const trend = ['43', '44', '45', '46'].map((week) => ({
    week: `2026-W${week}`,
    row: row({ sent: 15, received: 20 }),
  }));
  const trendGaps = ['35', '36'].map((week) => ({
    week: `2026-W${week}`,
    reason: 'not-chosen' as const,
  }));
  const band = { low: 15, middle: 20, high: 25.8 };
  const none = { low: 0, middle: 0, high: 1 };
  const usual = { openedByMe: none, openedByThem: none, sent: band, received: band };
  const days = { '2026-11-16': row({ sent: 20, received: 12 }) };
  return weekChat(days, { trend, trendGaps, usual, activeDays: 12 });
}
