/** Made-up chats and nudges for the tests beside this file. */
import type { Nudge, Shown, Signals } from '../../shared/nudge';
import { NUDGE_DEFAULTS } from '../../shared/nudge';
import { emptyRow } from '../../shared/rows';
import type { Day, Instant, LedgerEvent, Row, ZoneSpan } from '../../shared/types';
import type { ChooseInput } from './choose';
import { computeSignals, type SignalInput } from './signals';

export const UTC = [{ from: 0, zone: 'UTC' }];
export const BERLIN = [{ from: 0, zone: 'Europe/Berlin' }];

/** `at('11-22 14:30')` is that minute of 2026, UTC. */
export function at(time: string): Instant {
  return Date.parse(`2026-${time.replace(' ', 'T')}:00Z`);
}

/** Events from lines such as `'11-22 14:30 out'`, each seen right below the one before. */
export function chat(...lines: string[]): LedgerEvent[] {
  return lines.map((line, i) => {
    const [day, time, way] = line.split(' ');
    const when = at(`${day} ${time}`);
    return {
      conversation: 'c',
      key: `k${String(i).padStart(4, '0')}`,
      source: 'machine',
      at: when,
      earliest: when,
      latest: when + 59_999,
      direction: way === 'out' ? 1 : way === 'in' ? 2 : 0,
      previous: i > 0 ? [`k${String(i - 1).padStart(4, '0')}`] : [],
      counted: true,
    };
  });
}

/** Twenty exchanges on 1 to 20 November at noon; on day n they came back after n times 5 minutes. */
export function twentyAnswers(): string[] {
  return Array.from({ length: 20 }, (_, i) => {
    const day = `11-${String(i + 1).padStart(2, '0')}`;
    const minutes = 5 * (i + 1);
    const back = `${12 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    return [`${day} 12:00 out`, `${day} ${back} in`];
  }).flat();
}

export function signalInput(events: LedgerEvent[], now: Instant): SignalInput {
  return {
    events,
    gaps: [],
    rows: new Map(),
    felt: [],
    meta: {
      includedAt: at('10-01 00:00'),
      letRest: false,
      newInLife: false,
      newestAtLastOpening: null,
      closedByReaction: false,
    },
    definitions: { openingHours: 6, turnMinutes: 10 },
    zones: UTC,
    now,
  };
}

/** What is known of a chat at a minute; days such as `'11-22'` are of 2026. */
export interface Given {
  lines?: string[];
  rows?: Record<Day, Partial<Row>>;
  felt?: SignalInput['felt'];
  meta?: Partial<SignalInput['meta']>;
  zones?: ZoneSpan[];
  now: string;
}

export function told({ lines = [], rows = {}, felt = [], meta = {}, zones = UTC, now }: Given) {
  const input = signalInput(chat(...lines), at(now));
  const kept = Object.entries(rows).map(([day, row]) => {
    return [`2026-${day}`, { ...emptyRow(), ...row }] as const;
  });
  const change = { rows: new Map(kept), felt, zones, meta: { ...input.meta, ...meta } };
  return computeSignals({ ...input, ...change });
}

export function nudge(id: string, change: Partial<Nudge> = {}): Nudge {
  return {
    id,
    concept: id,
    weight: 'light',
    role: 'B',
    moment: 'opened',
    when: [],
    say: 'Something is here.',
    ask: 'What is it?',
    cooldown_days: 14,
    citations: [{ claim: 'So they say.', work: 'Common wisdom', kind: 'common-wisdom' }],
    ...change,
  };
}

/** A chat in which cards may come. */
export const READY: Signals = { rest: 0, new_message: 1, chat_age_days: 30, waiting_turns: 0 };

export function card(id: string, time: string, change: Partial<Shown> = {}): Shown {
  return {
    nudge: id,
    concept: id,
    weight: 'light',
    moment: 'opened',
    conversation: 'c',
    at: at(time),
    answer: null,
    answeredAt: null,
    ...change,
  };
}

/** On a Sunday at noon, in a chat with somebody, with one nudge that always fits. */
export function chooseInput(change: Partial<ChooseInput> = {}): ChooseInput {
  return {
    catalogue: [nudge('a')],
    moments: ['opened'],
    conversation: { id: 'c', kind: 'one', quiet: false },
    signals: READY,
    history: [],
    settings: { ...NUDGE_DEFAULTS, on: true },
    now: at('11-22 12:00'),
    zones: UTC,
    lastTypedAt: null,
    random: () => 0.5,
    ...change,
  };
}
