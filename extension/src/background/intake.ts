/** Rows from a page into the ledger: hash first, then one transaction for all that belongs together. */
import type { ConversationRef, NamedAdapter, Sighting, Stretch } from '../shared/messages';
import type { ConversationId, Instant, KeyId, LedgerEvent } from '../shared/types';
import { admit, type HashedStretch } from './counting/admit';
import { sameEvent } from './counting/merge';
import { conversationId, keyId } from './ids';
import { atomically, type Conversation, type LedgerTransaction, ledger } from './ledger';
import { eventKey, pack, unpack } from './packed';

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
  const id = await conversationId(adapter.service, delivery.ref);
  // Every hash is made before the transaction opens: it would end over an await of WebCrypto.
  const stretches = await hashStretches(id, delivery.stretches);
  const keys = [
    ...new Set(
      stretches.flatMap(({ rows, after }) => [...rows.map(({ key }) => key), ...after.slice(0, 1)]),
    ),
  ];
  const tx = (await ledger()).transaction(['events', 'conversations'], 'readwrite');
  return atomically(tx, () => book(tx, id, keys, stretches, delivery, now));
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
  const [conversation, ...found] = await Promise.all([
    tx.objectStore('conversations').get(id),
    ...keys.map((key) => events.get(eventKey(id, key))),
  ]);
  if (!conversation || conversation.intervals.length === 0) return true;
  const known = new Map<KeyId, LedgerEvent>();
  keys.forEach((key, i) => {
    const packed = found[i];
    if (packed) known.set(key, unpack(eventKey(id, key), packed));
  });
  const baseline = delivery.baseline && conversation.fresh;
  const admission = admit(stretches, conversation, known, { baseline, now });
  const changed = admission.events.filter((event) => {
    const old = known.get(event.key);
    return !old || !sameEvent(old, event);
  });
  const { anchors, gap } = admission;
  const lastSeen = newestLook(delivery.stretches) ?? now;
  const news = { anchors, gap, lastSeen, baseline, changed: changed.length > 0 };
  await Promise.all([
    ...changed.map((event) => events.put(pack(event), eventKey(id, event.key))),
    tx.objectStore('conversations').put(noted(conversation, news)),
  ]);
  return true;
}

/** A delivery may have waited for the worker: what counts is when the page was looked at. */
function newestLook(stretches: readonly Stretch[]): Instant | null {
  const looks = stretches.flatMap(({ rows }) => rows.map(({ seen }) => seen));
  return looks.length > 0 ? looks.reduce((a, b) => Math.max(a, b)) : null;
}

function noted(
  old: Conversation,
  news: {
    anchors: KeyId[];
    gap: { from: Instant; to: Instant } | null;
    lastSeen: Instant;
    baseline: boolean;
    changed: boolean;
  },
): Conversation {
  const gaps = news.gap ? [...old.gaps, { ...news.gap, reason: 'not-open' as const }] : old.gaps;
  return {
    ...old,
    anchors: news.anchors,
    gaps,
    lastSeen: Math.max(old.lastSeen ?? 0, news.lastSeen),
    fresh: old.fresh && !news.baseline,
    changes: old.changes + (news.changed ? 1 : 0),
  };
}

async function hashStretches(id: ConversationId, stretches: Stretch[]): Promise<HashedStretch[]> {
  const hashed = new Map<string, KeyId>();
  const keys = new Set(
    stretches.flatMap(({ before, rows, after }) => [
      ...before,
      ...rows.map(({ key }) => key),
      ...after,
    ]),
  );
  await Promise.all([...keys].map(async (key) => hashed.set(key, await keyId(id, key))));
  const hash = (key: string) => hashed.get(key) as KeyId;
  return stretches.map(({ before, rows, after }) => ({
    before: before.map(hash),
    rows: rows.map((row: Sighting) => ({ ...row, key: hash(row.key) })),
    after: after.map(hash),
  }));
}
