/** Rows from a page into the ledger: hash first, then one transaction for all that belongs together. */
import type { ConversationRef, NamedAdapter, Sighting, Stretch } from '../shared/messages';
import type { ConversationId, Instant, KeyId, LedgerEvent } from '../shared/types';
import { mended } from './broken';
import { type Admission, admit, type HashedStretch } from './counting/admit';
import { sameEvent } from './counting/merge';
import { conversationId, keyHasher } from './ids';
import {
  atomically,
  type Conversation,
  conversationOf,
  type Former,
  type LedgerTransaction,
  ledger,
} from './ledger';
import { type Block, blockKey, blockOf, eventIn, NO_EVENTS, withEvent } from './packed';

interface Delivery {
  ref: ConversationRef;
  stretches: Stretch[];
  baseline: boolean;
}

/** @returns true when the rows are in the ledger (or are none of its business) */
export async function takeIn(
  delivery: Delivery,
  adapter: NamedAdapter,
  now: Instant,
): Promise<boolean> {
  // A chat that is given a new id while its keys are hashed is looked for once more.
  for (let booked = false; !booked; ) booked = await tryToBook(delivery, adapter.service, now);
  return true;
}

async function tryToBook(delivery: Delivery, service: string, now: Instant): Promise<boolean> {
  const id = await conversationId(service, delivery.ref);
  const former = (await conversationOf(id))?.former;
  // Every hash is made before the transaction opens: it would end over an await of WebCrypto.
  const stretches = await hashStretches(await keyHasher(id, former), delivery);
  const keys = [
    ...new Set(
      stretches.flatMap(({ rows, after }) => [...rows.map(({ key }) => key), ...after.slice(0, 1)]),
    ),
  ];
  const tx = (await ledger()).transaction(['events', 'conversations'], 'readwrite');
  return atomically(tx, async () => {
    if (await hasMoved(tx, id, former)) return false;
    return book(tx, id, keys, stretches, delivery, now);
  });
}

/** Whether the keys were hashed for what the chat was before. */
async function hasMoved(
  tx: LedgerTransaction,
  id: ConversationId,
  former: Former | undefined,
): Promise<boolean> {
  const chats = tx.objectStore('conversations');
  const chat = await chats.get(id);
  if (chat) return chat.former?.ids[0] !== former?.ids[0];
  return (await chats.getAll()).some((one) => one.former?.ids.includes(id));
}

async function book(
  tx: LedgerTransaction,
  id: ConversationId,
  keys: KeyId[],
  stretches: HashedStretch[],
  delivery: Delivery,
  now: Instant,
): Promise<true> {
  const events = tx.objectStore('events');
  const numbers = [...new Set(keys.map(blockOf))];
  const [conversation, ...found] = await Promise.all([
    tx.objectStore('conversations').get(id),
    ...numbers.map((number) => events.get(blockKey(id, number))),
  ]);
  if (!conversation || conversation.intervals.length === 0) return true;
  const blocks = new Map(numbers.map((number, i) => [number, found[i] ?? NO_EVENTS]));
  const known = knownIn(blocks, id, keys);
  const baseline = delivery.baseline && conversation.fresh;
  const admission = admit(stretches, conversation, known, { baseline });
  const changed = admission.events.filter((event) => {
    const old = known.get(event.key);
    return !old || !sameEvent(old, event);
  });
  const looked = newestLook(delivery.stretches) ?? now;
  const news = { ...admission, looked, now, baseline, changed: changed.length > 0 };
  await Promise.all([
    ...[...withEvents(blocks, changed)].map(([number, block]) =>
      events.put(block, blockKey(id, number)),
    ),
    tx.objectStore('conversations').put(noted(conversation, news)),
  ]);
  return true;
}

function knownIn(
  blocks: ReadonlyMap<number, Block>,
  id: ConversationId,
  keys: readonly KeyId[],
): Map<KeyId, LedgerEvent> {
  const found = keys.map((key) => eventIn(blocks.get(blockOf(key)) ?? NO_EVENTS, id, key));
  return new Map(found.flatMap((event) => (event ? [[event.key, event]] : [])));
}

/** The blocks that change, as they are with these events. */
function withEvents(
  blocks: ReadonlyMap<number, Block>,
  events: readonly LedgerEvent[],
): Map<number, Block> {
  const changed = new Map<number, Block>();
  for (const event of events) {
    const number = blockOf(event.key);
    const block = changed.get(number) ?? blocks.get(number) ?? NO_EVENTS;
    changed.set(number, withEvent(block, event));
  }
  return changed;
}

/** A delivery may have waited for the worker: what counts is when the page was looked at. */
function newestLook(stretches: readonly Stretch[]): Instant | null {
  const looks = stretches.flatMap(({ rows }) => rows.map(({ seen }) => seen));
  return looks.length > 0 ? looks.reduce((a, b) => Math.max(a, b)) : null;
}

interface News extends Omit<Admission, 'events'> {
  looked: Instant;
  now: Instant;
  baseline: boolean;
  changed: boolean;
}

function noted(
  old: Conversation,
  { anchors, lost, baseline, changed, ...look }: News,
): Conversation {
  return {
    ...old,
    anchors,
    ...mended({ ...old, gaps: lost ? withGap(old, look.now) : old.gaps }, look.now),
    lastSeen: lastSeenAfter(old, look),
    fresh: old.fresh && !baseline,
    changes: old.changes + (changed ? 1 : 0),
  };
}

/** A look that lies ahead of now was taken by a clock that has been set back since. */
function lastSeenAfter(
  { lastSeen }: Conversation,
  { sawEnd, looked, now }: Pick<News, 'sawEnd' | 'looked' | 'now'>,
): Instant | null {
  if (!sawEnd) return lastSeen;
  return lastSeen === null || lastSeen > now ? looked : Math.max(lastSeen, looked);
}

/** Since the last look; a gap that goes on is one. */
function withGap({ gaps, lastSeen }: Conversation, now: Instant): Conversation['gaps'] {
  if (lastSeen === null) return gaps;
  const last = gaps.at(-1);
  const goesOn = last?.reason === 'not-open' && last.from <= lastSeen && lastSeen <= last.to;
  if (goesOn) return [...gaps.slice(0, -1), { ...last, to: Math.max(last.to, now) }];
  return [...gaps, { from: Math.min(lastSeen, now), to: now, reason: 'not-open' }];
}

async function hashStretches(
  hashKey: (key: string) => Promise<KeyId>,
  { stretches, baseline }: Delivery,
): Promise<HashedStretch[]> {
  const hashed = new Map<string, KeyId>();
  const keys = new Set(
    stretches.flatMap(({ before, rows, after }) => [
      ...before,
      ...rows.map(({ key }) => key),
      ...after,
    ]),
  );
  await Promise.all([...keys].map(async (key) => hashed.set(key, await hashKey(key))));
  const hash = (key: string) => hashed.get(key) as KeyId;
  return stretches.map(({ before, rows, after }) => ({
    before: before.map(hash),
    rows: rows.map((row: Sighting) => ({
      ...row,
      key: hash(row.key),
      // What a baseline shows was not seen coming.
      notBefore: baseline ? null : row.notBefore,
    })),
    after: after.map(hash),
  }));
}
