/** The first version of the ledger kept each event by itself: 32 bytes of ids, and an object. */
import type { KeyId, LedgerEvent, TimeSource } from '../shared/types';
import { toBase64Url } from './base64url';
import { type Block, blockKey, blockOf, ID_BYTES, NO_EVENTS, withEvent } from './packed';

interface Version1Event {
  s: 0 | 1 | 2;
  a: number;
  d: 0 | 1 | 2 | 3;
  /** Bounds relative to `a`, left out when zero. */
  e?: number;
  l?: number;
  p?: Uint8Array;
  /** Present (1) for uncounted events. */
  u?: 1;
}

const SOURCES: TimeSource[] = ['machine', 'live', 'between'];

/** What it needs of the store of events, whose values change their shape here. */
interface Store {
  getAllKeys(): Promise<unknown[]>;
  getAll(): Promise<unknown[]>;
  clear(): Promise<void>;
  put(block: Block, key: Block): Promise<unknown>;
}

/** Puts the events into blocks, within the transaction of the upgrade. */
export async function packVersion1(store: Store): Promise<void> {
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const events = values.map((value, i) =>
    unpack(new Uint8Array(keys[i] as ArrayBuffer), value as Version1Event),
  );
  await store.clear();
  await Promise.all([...blocksOf(events).values()].map(([key, block]) => store.put(block, key)));
}

function blocksOf(events: readonly LedgerEvent[]): Map<string, [key: Block, block: Block]> {
  const blocks = new Map<string, [Block, Block]>();
  for (const event of events) {
    const key = blockKey(event.conversation, blockOf(event.key));
    const name = toBase64Url(key);
    blocks.set(name, [key, withEvent(blocks.get(name)?.[1] ?? NO_EVENTS, event)]);
  }
  return blocks;
}

function unpack(bytes: Uint8Array, packed: Version1Event): LedgerEvent {
  const previous: KeyId[] = [];
  const links = packed.p ?? new Uint8Array();
  for (let i = 0; i < links.length; i += ID_BYTES)
    previous.push(toBase64Url(links.slice(i, i + ID_BYTES)));
  return {
    conversation: toBase64Url(bytes.slice(0, ID_BYTES)),
    key: toBase64Url(bytes.slice(ID_BYTES)),
    source: SOURCES[packed.s] as TimeSource,
    at: packed.a,
    earliest: packed.a + (packed.e ?? 0),
    latest: packed.a + (packed.l ?? 0),
    direction: packed.d,
    previous,
    counted: packed.u !== 1,
  };
}
