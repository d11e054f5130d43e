/** What other definitions would change, told before anything is. */
import { addDays, dayOf } from '../shared/days';
import type { DefinedCounts, DefinitionsPreview } from '../shared/messages';
import { rowsOf } from '../shared/rows';
import { load, loadSettings } from '../shared/storage';
import { areDefinitions } from '../shared/turns';
import type { Day, Definitions, Instant, LedgerEvent, Row, ZoneSpan } from '../shared/types';
import { type Conversation, conversations, eventsOf } from './ledger';
import { frozenBefore, rowsOfConversation } from './tally';

/** As many days as events are kept. */
export const PREVIEW_DAYS = 60;

type Rows = ReadonlyMap<Day, Row>;

/** One chat's events and stored rows, with the days from which on rows are told and made anew. */
interface Counted {
  events: readonly LedgerEvent[];
  rows: Rows;
  zones: readonly ZoneSpan[];
  from: Day;
  frozen: Day;
}

/** The counts of the days from `from` on; frozen rows stay as they are. Pure. */
export function countsWith(definitions: Definitions, chat: Counted): DefinedCounts {
  const { events, rows, zones, from, frozen } = chat;
  const stay = [...rows].filter(([day]) => day >= from && day < frozen);
  const fresh = [...rowsOf(events, zones, definitions)].filter(
    ([day]) => day >= from && day >= frozen,
  );
  return [...stay, ...fresh].map(([, row]) => row).reduce<DefinedCounts>(add, NOTHING);
}

const NOTHING: DefinedCounts = {
  opened_by_me: 0,
  opened_by_them: 0,
  turns_sent: 0,
  turns_received: 0,
};

/** Sums over many days outgrow a row, so they have no upper end. */
function add(a: DefinedCounts, b: DefinedCounts): DefinedCounts {
  return {
    opened_by_me: a.opened_by_me + b.opened_by_me,
    opened_by_them: a.opened_by_them + b.opened_by_them,
    turns_sent: a.turns_sent + b.turns_sent,
    turns_received: a.turns_received + b.turns_received,
  };
}

/** @throws Error if the definitions lie outside their bounds */
export async function definitionsPreview(
  definitions: Definitions,
  now: Instant,
): Promise<DefinitionsPreview> {
  if (!areDefinitions(definitions))
    throw new Error('Please give whole numbers: 1 to 24 hours, and 2 to 60 minutes.');
  const { definitions: current } = await loadSettings();
  const zones = await load('zones');
  const chosen = (await conversations()).filter(({ practice }) => !practice);
  const chats: DefinitionsPreview['chats'] = [];
  // One after the other: the events of all chats at once need not fit.
  for (const one of chosen) {
    const counted = await countedIn(one, zones, now);
    const { id, name, number, practice } = one;
    chats.push({
      chat: { id, name, number, practice },
      before: countsWith(current, counted),
      after: countsWith(definitions, counted),
    });
  }
  const sum = (which: 'before' | 'after') => chats.map((chat) => chat[which]).reduce(add, NOTHING);
  return { definitions, days: PREVIEW_DAYS, before: sum('before'), after: sum('after'), chats };
}

async function countedIn(chat: Conversation, zones: ZoneSpan[], now: Instant): Promise<Counted> {
  const from = addDays(dayOf(now, zones), 1 - PREVIEW_DAYS);
  const events = await eventsOf(chat.id);
  const rows = (await rowsOfConversation(chat.id, from)).map(({ day, row }) => [day, row] as const);
  return {
    events,
    rows: new Map(rows),
    zones,
    from,
    frozen: frozenBefore(chat, events, zones, now),
  };
}
