/**
 * Small lasting values, each declared once with its default. The only file that touches
 * `chrome.storage`; events live in the background's ledger instead.
 */
import type { Browser, ServerInfo, Settings, SiteInfo } from './messages';
import type { OwnNudge } from './nudge';
import type { ConversationId, Day, Instant, Week, ZoneSpan } from './types';

export interface Account {
  id: string;
  device: number;
  token: string;
  /** The consent version that was agreed to. */
  consent: number;
  /** The number of the last erasure seen; sent with every upload. */
  erasures: number;
  /** Numbers of erasures that this browser asked for: what it counted since must stay. */
  ownErasures?: number[];
  /** Withdrawn, but the server could not be told yet: nothing is uploaded any more. */
  withdrawn?: boolean;
  /** Everything else here is erased already: with the account goes the server's address. */
  leaving?: boolean;
  /** From a backup: the token is another device's, and only opens one of this browser's own. */
  restored?: boolean;
  /** The server does not know this browser any more: nothing is sent until the person asks for it. */
  revoked?: boolean;
  /** Joined just now: what was erased before is not known yet. */
  joined?: boolean;
  /** Erased before this browser joined: of what it had counted by `day`, this is never sent. */
  before?: { day: Day; days: Day[]; conversations: ConversationId[] };
  /** Chats erased by another browser since, for those here that still have an older id. */
  gone?: ConversationId[];
  /** The account's browsers, as the server told them at the last upload. */
  browsers?: Browser[];
}

/** A secret from before this browser joined an account, and the chats whose ids are under it. */
export interface OldSecret {
  secret: string;
  ids: ConversationId[];
}

/** One change of settings, in words that name no chat and no person. */
export interface LogEntry {
  at: Instant;
  words: string;
}

export interface Items {
  settings: Settings;
  zones: ZoneSpan[];
  /** Origins that the person switched on; counting needs the browser's permission as well. */
  sites: string[];
  /** 32 random bytes, base64url: what ids and keys are hashed under. Leaves it sealed only. */
  secret: string | null;
  server: Pick<ServerInfo, 'lastUpload' | 'problem'> & { url: string };
  account: Account | null;
  /** When old events were last let go. */
  forgottenAt: Instant;
  /** This browser's shift of the upload hours, ms; -1 until it is made. */
  uploadShift: number;
  /** The last revision given to an upload; each is higher than the one before. */
  revision: number;
  /** Everything here is to be erased; a worker may be ended in the middle of it. */
  emptying: boolean;
  /** Paths to be deleted on the server, oldest first: erasing while it is away is carried out later. */
  erasing: string[];
  /** Nudges as the server gave them, with the tag they came under and the language asked for. */
  servedNudges: { tag: string; list: unknown[]; language?: string } | null;
  /** Thoughts that the person wrote; they stay here. */
  ownNudges: OwnNudge[];
  storageFull: boolean;
  /** The week in which it was last said that a week is ready. */
  weekTold: Week | null;
  /** One's own ids on services whose pages do not tell them, by adapter, host and account. */
  selves: Record<string, string>;
  /** New names of chats that are known by their names: the new name's hash leads to the old id. */
  aliases: Record<ConversationId, ConversationId>;
  /** Chats, by hash, of which the person said that they are no chosen one under a new name. */
  others: ConversationId[];
  /** By site: the adapter last seen to fit, and the trouble last told. */
  seenSites: Record<string, Omit<SiteInfo, 'origin'>>;
  /** Oldest first, and only added to: chats name them by their place. */
  oldSecrets: OldSecret[];
  /** The device's own zone where it joined an account at home in another: left aside until it changes. */
  zoneLeftAside: string | null;
  /** What was changed, oldest first; never sent anywhere. */
  log: LogEntry[];
}

export const DEFAULT_SETTINGS: Settings = {
  countConsent: false,
  nudgeConsent: null,
  discreet: false,
  pausedUntil: null,
  wholeSites: [],
  experimental: [],
  definitions: { openingHours: 6, turnMinutes: 10 },
  hiddenParts: [],
  weekNotice: { on: false, hour: 9 },
  language: 'auto',
  nudges: {},
};

const DEFAULTS: Items = {
  settings: DEFAULT_SETTINGS,
  zones: [],
  sites: [],
  secret: null,
  server: { url: '', lastUpload: null, problem: null },
  account: null,
  forgottenAt: 0,
  uploadShift: -1,
  revision: 0,
  emptying: false,
  erasing: [],
  servedNudges: null,
  ownNudges: [],
  storageFull: false,
  weekTold: null,
  selves: {},
  aliases: {},
  others: [],
  seenSites: {},
  oldSecrets: [],
  zoneLeftAside: null,
  log: [],
};

export const ITEM_NAMES = Object.keys(DEFAULTS) as (keyof Items)[];

/** The stored value, or its default. */
export async function load<K extends keyof Items>(name: K): Promise<Items[K]> {
  const found = await chrome.storage.local.get(name);
  return (found[name] as Items[K] | undefined) ?? DEFAULTS[name];
}

export async function save<K extends keyof Items>(name: K, value: Items[K]): Promise<void> {
  await chrome.storage.local.set({ [name]: value });
}

let last: Promise<void> = Promise.resolve();

/** Reads, changes and writes a value, one change after the other: of two at once one were lost. */
export function change<K extends keyof Items>(
  name: K,
  how: (old: Items[K]) => Items[K],
): Promise<void> {
  last = last
    .catch(() => {})
    .then(async () => {
      const old = await load(name);
      const changed = how(old);
      if (changed !== old) await save(name, changed);
    });
  return last;
}

/** Several values at once, all of them or none; and in their turn, as `change`. */
export function saveAll(values: Partial<Items>): Promise<void> {
  last = last.catch(() => {}).then(() => chrome.storage.local.set(values));
  return last;
}

/** In its turn: what was being changed would be written back otherwise. */
export function forgetEverything(): Promise<void> {
  last = last.catch(() => {}).then(() => chrome.storage.local.clear());
  return last;
}

/** As `forgetEverything`, but for some values: at once, so that they cannot be lost on the way. */
export async function forgetAllBut(kept: Partial<Items>): Promise<void> {
  await saveAll({ ...DEFAULTS, ...kept });
}

/** Settings as stored, with defaults for fields that a newer version added. */
export async function loadSettings(): Promise<Settings> {
  return { ...DEFAULT_SETTINGS, ...(await load('settings')) };
}

/** Milliseconds that a test added to the clock; the call is folded away outside test builds. */
export async function loadTestClock(): Promise<number> {
  return ((await chrome.storage.local.get('testClock')).testClock as number | undefined) ?? 0;
}
