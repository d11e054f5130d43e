/** The words of docs/definitions: message, direction, turn, row. One place for their shapes. */

/** Milliseconds since the Unix epoch. */
export type Instant = number;
/** Calendar day in the account's home time zone, `2026-11-22`. */
export type Day = string;
/** ISO 8601 week of such days, `2026-W47`. */
export type Week = string;
/** 16 bytes as 22 characters of base64url: all that ever leaves the browser about who. */
export type ConversationId = string;
/** 16 bytes as 22 characters of base64url: a message's key, hashed under this browser's secret. */
export type KeyId = string;

/** What the page showed of a message's direction. Never guessed: `null` is unknown. */
export type Direction = 'out' | 'in' | null;
/** One-to-one, group, or not to be told from the page. */
export type Kind = 'one' | 'group' | 'unknown';

/** The eight counts of one conversation on one day, each 0 to 65535 (DESIGN: "Row"). */
export interface Row {
  sent: number;
  received: number;
  opened_by_me: number;
  opened_by_them: number;
  turns_sent: number;
  turns_sent_answered: number;
  turns_received: number;
  turns_received_answered: number;
}

/**
 * How an event's time is known: by the page's own machine-readable time, because it appeared
 * while we looked on, or only as an interval between two looks.
 */
export type TimeSource = 'machine' | 'live' | 'between';

/** One message as the ledger keeps it. No text, no name. */
export interface LedgerEvent {
  conversation: ConversationId;
  key: KeyId;
  source: TimeSource;
  /** Start of the time's quantum for machine times; the moment seen otherwise. */
  at: Instant;
  /** The message cannot be earlier than this. */
  earliest: Instant;
  /** The message cannot be later than this. */
  latest: Instant;
  /** Bit 1: seen as sent. Bit 2: seen as received. Both: contradictory, so unknown for good. */
  direction: 0 | 1 | 2 | 3;
  /** Keys seen directly above it on the page, sorted; at most four are kept. */
  previous: readonly KeyId[];
  /** False for the newest row of a baseline: kept to know the silence, never counted. */
  counted: boolean;
}

/** From `from` on (inclusive), days are days of `zone` (IANA name). Sorted by `from`. */
export interface ZoneSpan {
  from: Instant;
  zone: string;
}

/** What the person may set about how turns and openings are told. */
export interface Definitions {
  /** Silence before an opening, hours (1 to 24). */
  openingHours: number;
  /** Longest pause within one turn, minutes (2 to 60). */
  turnMinutes: number;
}

/** How a chat feels, in the person's own words; the only thing that opens heavy nudges. */
export type Felt = 'lighter' | 'right' | 'more';

/** Who somebody is to the person, if they care to say. Never leaves this browser. */
export type Bond = 'partner' | 'family' | 'friend' | 'other';
