/**
 * Events as the ledger stores them: 60 days of them have to fit. Pure.
 *
 * A conversation's events lie in 256 blocks, told by the first bytes of their keys: large enough
 * that what a database adds to each matters little, small enough to be written anew with every
 * event. A block is its events one after the other; each is
 *
 *     key             16 bytes
 *     flags            1 byte: source (2 bits), direction (2), uncounted, earliest, latest (1 each)
 *     previous         1 byte: how many
 *     at               8 bytes, a double; so are the next two, left out where they equal it
 *     earliest, latest
 *     previous        16 bytes each
 */
import type { ConversationId, Instant, KeyId, LedgerEvent, TimeSource } from '../shared/types';
import { fromBase64Url, toBase64Url } from './base64url';

export type Block = Uint8Array<ArrayBuffer>;

export const ID_BYTES = 16;
export const NO_EVENTS: Block = new Uint8Array();
const BLOCKS = 256;
const SOURCES: TimeSource[] = ['machine', 'live', 'between'];
const UNCOUNTED = 1 << 4;
const EARLIEST = 1 << 5;
const LATEST = 1 << 6;
const FLAGS_AT = ID_BYTES;
const LINKS_AT = FLAGS_AT + 1;
const TIME_AT = LINKS_AT + 1;
const TIME_BYTES = 8;

/** Which block holds an event of this key, 0 to 255. */
export function blockOf(key: KeyId): number {
  return fromBase64Url(key.slice(0, 2))[0] as number;
}

/** Under which a block is stored: the conversation's 16 bytes and the block's number. */
export function blockKey(conversation: ConversationId, block: number): Block {
  return Uint8Array.of(...fromBase64Url(conversation), block);
}

/** The keys of all blocks of a conversation. */
export function rangeOf(conversation: ConversationId): IDBKeyRange {
  return IDBKeyRange.bound(blockKey(conversation, 0), blockKey(conversation, BLOCKS - 1));
}

export function eventIn(
  block: Block,
  conversation: ConversationId,
  key: KeyId,
): LedgerEvent | undefined {
  const at = find(block, fromBase64Url(key));
  return at < 0 ? undefined : unpack(block, at, conversation);
}

export function eventsIn(block: Block, conversation: ConversationId): LedgerEvent[] {
  return startsIn(block).map((at) => unpack(block, at, conversation));
}

/** The block with this event in the place of an older one of its key, or at the end. */
export function withEvent(block: Block, event: LedgerEvent): Block {
  const packed = pack(event);
  const at = find(block, packed);
  if (at < 0) return joined([block, packed]);
  return joined([block.subarray(0, at), packed, block.subarray(at + lengthAt(block, at))]);
}

export function timesIn(block: Block): Instant[] {
  const view = viewOf(block);
  return startsIn(block).map((at) => view.getFloat64(at + TIME_AT));
}

/** The block without the events whose times are not to be kept. */
export function keepTimes(block: Block, keep: (at: Instant) => boolean): Block {
  const times = timesIn(block);
  const kept = startsIn(block).filter((_, i) => keep(times[i] as Instant));
  return joined(kept.map((at) => block.subarray(at, at + lengthAt(block, at))));
}

function startsIn(block: Block): number[] {
  const starts: number[] = [];
  for (let at = 0; at < block.length; at += lengthAt(block, at)) starts.push(at);
  return starts;
}

function find(block: Block, key: Block): number {
  for (let at = 0; at < block.length; at += lengthAt(block, at))
    if (isKeyAt(block, at, key)) return at;
  return -1;
}

function isKeyAt(block: Block, at: number, key: Block): boolean {
  for (let i = 0; i < ID_BYTES; i++) if (block[at + i] !== key[i]) return false;
  return true;
}

function lengthAt(block: Block, at: number): number {
  const flags = block[at + FLAGS_AT] as number;
  const times = 1 + (flags & EARLIEST ? 1 : 0) + (flags & LATEST ? 1 : 0);
  return TIME_AT + times * TIME_BYTES + (block[at + LINKS_AT] as number) * ID_BYTES;
}

function pack(event: LedgerEvent): Block {
  const { at, earliest, latest, previous } = event;
  const times = [at, ...(earliest === at ? [] : [earliest]), ...(latest === at ? [] : [latest])];
  const links = TIME_AT + times.length * TIME_BYTES;
  const packed = new Uint8Array(links + previous.length * ID_BYTES);
  packed.set(fromBase64Url(event.key));
  packed[FLAGS_AT] = flagsOf(event);
  packed[LINKS_AT] = previous.length;
  const view = viewOf(packed);
  for (const [i, time] of times.entries()) view.setFloat64(TIME_AT + i * TIME_BYTES, time);
  for (const [i, key] of previous.entries()) packed.set(fromBase64Url(key), links + i * ID_BYTES);
  return packed;
}

function flagsOf({ source, direction, counted, at, earliest, latest }: LedgerEvent): number {
  return (
    SOURCES.indexOf(source) |
    (direction << 2) |
    (counted ? 0 : UNCOUNTED) |
    (earliest === at ? 0 : EARLIEST) |
    (latest === at ? 0 : LATEST)
  );
}

function unpack(block: Block, start: number, conversation: ConversationId): LedgerEvent {
  const view = viewOf(block);
  const flags = block[start + FLAGS_AT] as number;
  let next = start + TIME_AT;
  const time = () => {
    next += TIME_BYTES;
    return view.getFloat64(next - TIME_BYTES);
  };
  const id = () => {
    next += ID_BYTES;
    return toBase64Url(block.subarray(next - ID_BYTES, next));
  };
  const at = time();
  return {
    conversation,
    key: toBase64Url(block.subarray(start, start + ID_BYTES)),
    source: SOURCES[flags & 3] as TimeSource,
    at,
    earliest: flags & EARLIEST ? time() : at,
    latest: flags & LATEST ? time() : at,
    direction: ((flags >> 2) & 3) as LedgerEvent['direction'],
    previous: Array.from({ length: block[start + LINKS_AT] as number }, id),
    counted: (flags & UNCOUNTED) === 0,
  };
}

function viewOf(block: Block): DataView {
  return new DataView(block.buffer, block.byteOffset, block.byteLength);
}

function joined(parts: readonly Block[]): Block {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
