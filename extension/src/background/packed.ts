/** An event as the ledger stores it: 60 days of them have to fit. Pure. */
import type { ConversationId, KeyId, LedgerEvent, TimeSource } from '../shared/types';
import { fromBase64Url, toBase64Url } from './ids';

export interface PackedEvent {
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
export const ID_BYTES = 16;

/** Conversation and message key, 16 bytes each. */
export function eventKey(conversation: ConversationId, key: KeyId): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * ID_BYTES);
  bytes.set(fromBase64Url(conversation));
  bytes.set(fromBase64Url(key), ID_BYTES);
  return bytes;
}

/** The keys of all events of a conversation. */
export function rangeOf(conversation: ConversationId): IDBKeyRange {
  const low = new Uint8Array(2 * ID_BYTES);
  const high = new Uint8Array(2 * ID_BYTES).fill(0xff);
  low.set(fromBase64Url(conversation));
  high.set(fromBase64Url(conversation));
  return IDBKeyRange.bound(low, high);
}

export function pack(event: LedgerEvent): PackedEvent {
  const packed: PackedEvent = {
    s: SOURCES.indexOf(event.source) as PackedEvent['s'],
    a: event.at,
    d: event.direction,
  };
  if (event.earliest !== event.at) packed.e = event.earliest - event.at;
  if (event.latest !== event.at) packed.l = event.latest - event.at;
  if (event.previous.length > 0) packed.p = joined(event.previous);
  if (!event.counted) packed.u = 1;
  return packed;
}

function joined(keys: readonly KeyId[]): Uint8Array {
  return Uint8Array.from(keys.flatMap((key) => [...fromBase64Url(key)]));
}

export function unpack(bytes: Uint8Array, packed: PackedEvent): LedgerEvent {
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
