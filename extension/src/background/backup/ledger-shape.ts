/** What the ledger's stores may hold, for a file that claims to be a backup of them. */
import { ROW_FIELDS, ROW_MAX } from '../../shared/rows';
import type { Row } from '../../shared/types';
import { fromBase64Url, toBase64Url } from '../base64url';
import { ADRIFT, EMPTY_LIST } from '../counting/admit';
import type { Interval } from '../counting/intervals';
import type { Conversation, Former, Schema, ShownCard, StoredRow, StoreName } from '../ledger';
import { type Block, blockOf, eventsIn } from '../packed';
import { isDay } from '../server/shapes';
import {
  type Check,
  type Checks,
  either,
  flag,
  instant,
  list,
  matching,
  oneOf,
  optional,
  orNull,
  shape,
  text,
  that,
  whole,
} from './check';

/** 16 bytes: the last character holds two bits only. */
export const id = matching(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'an id of 22 characters');
export const day = that(isDay, 'has to be a day');
const revision = whole(0);
const MOMENTS = ['opened', 'composing', 'sent', 'received', 'week', 'thought'];
const ANSWERS = ['helpful', 'not-now', 'stung', 'quiet-here', 'closed', 'keep', 'stop'];

/** Events go as text: the block's number and conversation, and what it holds. */
export type PackedEvents = [conversation: string, block: number, events: string];

/** The stores of the ledger as a file holds them. */
export type LedgerFile = {
  [S in Exclude<StoreName, 'events'>]: Schema[S]['value'][];
} & { events: PackedEvents[] };

const conversation = shape<Conversation>({
  ...{ id, number: whole(1), adapter: text, site: text, practice: flag, name: orNull(text) },
  kind: oneOf('one', 'group', 'unknown'),
  bond: oneOf('partner', 'family', 'friend', 'other', null),
  felt: list(
    shape<Conversation['felt'][number]>({ answer: oneOf('lighter', 'right', 'more'), at: instant }),
  ),
  ...{ newInLife: flag, quiet: flag, resting: flag, pausedAll: optional(flag), fresh: flag },
  intervals: list(shape<Interval>({ from: instant, to: orNull(instant) })),
  anchors: list(either(id, oneOf(EMPTY_LIST, ADRIFT))),
  ...{ lastSeen: orNull(instant), lastOpened: orNull(instant) },
  newestAtLastOpening: orNull(instant),
  newestBeforeOpening: optional(orNull(instant)),
  gaps: list(
    shape<Conversation['gaps'][number]>({
      ...{ from: instant, to: instant },
      reason: oneOf('paused', 'not-open', 'broken'),
    }),
  ),
  ...{ changes: revision, tallied: revision },
  brokenSince: optional(orNull(instant)),
  undated: optional(list(day)),
  lastReceived: optional(orNull(instant)),
  former: optional(shape<Former>({ ids: list(id), secret: whole(0) })),
  forgotten: optional(instant),
});

const counts = ROW_FIELDS.map((field) => [field, whole(0, ROW_MAX)]);

const row = shape<StoredRow>({
  ...{ conversation: id, day, row: shape(Object.fromEntries(counts) as Checks<Row>) },
  ...{ revision, uploaded: revision, refused: optional(text) },
});

const card = shape<ShownCard>({
  ...{ id: text, nudge: text, concept: text, weight: oneOf('light', 'heavy') },
  ...{ moment: oneOf(...MOMENTS), conversation: orNull(id), at: instant },
  ...{ answer: oneOf(...ANSWERS, null), answeredAt: orNull(instant) },
});

const blockParts: Check[] = [id, whole(0, 255), matching(/^[A-Za-z0-9_-]*$/, 'base64url')];

const block: Check = (value, path) => {
  if (!Array.isArray(value) || value.length !== 3)
    return { path, why: 'has to be a chat, a number and its events' };
  for (const [i, check] of blockParts.entries()) {
    const flaw = check(value[i], [...path, i]);
    if (flaw) return flaw;
  }
  const [chat, n, events] = value as PackedEvents;
  return isBlock(events, chat, n) ? null : { path: [...path, 2], why: 'holds no events' };
};

/** Whether these bytes are whole events of that block, each of them once. */
function isBlock(packed: string, chat: string, n: number): boolean {
  try {
    const bytes: Block = fromBase64Url(packed);
    const events = eventsIn(bytes, chat);
    const keys = new Set(events.map(({ key }) => key));
    const isWhole = toBase64Url(bytes) === packed && keys.size === events.length && keys.size > 0;
    return isWhole && events.every((one) => isEvent(one) && blockOf(one.key) === n);
  } catch {
    // What is cut off in the middle of an event.
    return false;
  }
}

function isEvent({
  key,
  source,
  at,
  earliest,
  latest,
  previous,
}: ReturnType<typeof eventsIn>[number]) {
  const ids = [key, ...previous];
  const isTimed = instant(at, []) === null && !Number.isNaN(earliest) && !Number.isNaN(latest);
  return source !== undefined && isTimed && ids.every((one) => id(one, []) === null);
}

const checks: Checks<LedgerFile> = {
  ...{ events: list(block), conversations: list(conversation), rows: list(row) },
  shown: list(card),
  notes: list(shape<Schema['notes']['value']>({ key: text, text })),
};

export const STORES = Object.keys(checks) as StoreName[];
export const ledgerShape = shape<LedgerFile>(checks);
