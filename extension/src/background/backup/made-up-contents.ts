/** Arbitrary contents of a browser, for property tests: every field, every choice. */
import fc from 'fast-check';
import { ROW_FIELDS } from '../../shared/rows';
import type { Account } from '../../shared/storage';
import type { KeyId, LedgerEvent, Row, TimeSource } from '../../shared/types';
import { toBase64Url } from '../base64url';
import type { Conversation, ShownCard, StoredRow } from '../ledger';
import { blockOf, NO_EVENTS, withEvent } from '../packed';
import type { Contents } from './file';
import type { LedgerFile } from './ledger-shape';
import type { Kept } from './storage-shape';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(toBase64Url);
const anId = bytes(16);
const aTime = fc.integer({ min: 0, max: 2.5e14 });
const aText = fc.string({ unit: 'grapheme', maxLength: 12 });
const aDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aCount = fc.nat(1e9);
const aSite = fc.constantFrom('https://chat.example.net', 'http://localhost', 'https://a.example');
const aMoment = fc.constantFrom(
  ...(['opened', 'composing', 'sent', 'received', 'week', 'thought'] as const),
);
/** Some of the fields that may be absent. */
const some = <T extends object>(all: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(all, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one);
const byName = <T>(name: fc.Arbitrary<string>, one: fc.Arbitrary<T>) =>
  fc.dictionary(name, one, { maxKeys: 3, noNullPrototype: true });

const aRow = fc.record(
  Object.fromEntries(ROW_FIELDS.map((field) => [field, fc.nat(65_535)])),
) as unknown as fc.Arbitrary<Row>;

const whatMayBeAbsent = some<
  Pick<
    Conversation,
    | 'pausedAll'
    | 'newestBeforeOpening'
    | 'brokenSince'
    | 'undated'
    | 'lastReceived'
    | 'former'
    | 'forgotten'
  >
>({
  pausedAll: fc.boolean(),
  newestBeforeOpening: orNull(aTime),
  brokenSince: orNull(aTime),
  undated: few(aDay),
  lastReceived: orNull(aTime),
  former: fc.record({ ids: few(anId), secret: fc.nat(3) }),
  forgotten: aTime,
});

const aChat = fc
  .record({
    ...{ id: anId, number: fc.integer({ min: 1, max: 500 }), adapter: aText, site: aSite },
    ...{ practice: fc.boolean(), kind: fc.constantFrom('one', 'group', 'unknown') },
    ...{ name: orNull(aText), bond: fc.constantFrom('partner', 'family', 'friend', 'other', null) },
    felt: few(fc.record({ answer: fc.constantFrom('lighter', 'right', 'more'), at: aTime })),
    ...{ newInLife: fc.boolean(), quiet: fc.boolean(), resting: fc.boolean() },
    intervals: few(fc.record({ from: aTime, to: orNull(aTime) })),
    ...{
      anchors: few(fc.oneof(anId, fc.constantFrom('', '|'))),
      fresh: fc.boolean(),
      lastSeen: orNull(aTime),
    },
    gaps: few(
      fc.record({
        ...{ from: aTime, to: aTime },
        reason: fc.constantFrom('paused', 'not-open', 'broken'),
      }),
    ),
    ...{ lastOpened: orNull(aTime), newestAtLastOpening: orNull(aTime) },
    ...{ changes: aCount, tallied: aCount },
  })
  .chain((chat) => whatMayBeAbsent.map((more) => ({ ...chat, ...more }) as Conversation));

const anEvent: fc.Arbitrary<LedgerEvent> = fc.record({
  ...{ conversation: fc.constant(''), key: anId, source: fc.constantFrom<TimeSource>('machine') },
  ...{ at: aTime, earliest: fc.oneof(aTime, fc.constant(-Infinity)), latest: aTime },
  ...{ direction: fc.constantFrom(0, 1, 2, 3), previous: fc.array(anId, { maxLength: 4 }) },
  counted: fc.boolean(),
});

/** The events of a chat in their blocks, in the ledger's order. */
function blocksOf(chat: string, events: readonly LedgerEvent[]): LedgerFile['events'] {
  const blocks = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const event of events) {
    const n = blockOf(event.key as KeyId);
    blocks.set(n, withEvent(blocks.get(n) ?? NO_EVENTS, event));
  }
  const sorted = [...blocks].sort(([a], [b]) => a - b);
  return sorted.map(([n, block]) => [chat, n, toBase64Url(block)]);
}

const aStoredRow: fc.Arbitrary<StoredRow> = fc
  .record({ conversation: anId, day: aDay, row: aRow, revision: aCount, uploaded: aCount })
  .chain((row) => some({ refused: aText }).map((more) => ({ ...row, ...more }) as StoredRow));

const aCard = fc.record({
  ...{ id: fc.uuid(), nudge: aText, concept: aText, weight: fc.constantFrom('light', 'heavy') },
  ...{ moment: aMoment, conversation: orNull(anId), at: aTime, answeredAt: orNull(aTime) },
  answer: fc.constantFrom('helpful', 'not-now', 'stung', 'quiet-here', 'closed', null),
}) as fc.Arbitrary<ShownCard>;

/** As the ledger gives them: by their keys, each once. */
function sortedBy<T>(list: readonly T[], key: (one: T) => string): T[] {
  const byKey = new Map(list.map((one) => [key(one), one]));
  return [...byKey.keys()].sort(compare).map((name) => byKey.get(name) as T);
}

const compare = (a: string, b: string) => (a < b ? -1 : 1);
const hex = (id: string) =>
  [...atob(id.replaceAll('-', '+').replaceAll('_', '/'))]
    .map((one) => one.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('');

const aLedger: fc.Arbitrary<LedgerFile> = fc
  .record({
    chats: fc.array(fc.tuple(aChat, fc.array(anEvent, { maxLength: 12 })), { maxLength: 4 }),
    ...{ rows: few(aStoredRow), shown: few(aCard) },
    notes: few(fc.record({ key: aText.map((text) => `note ${text}`), text: aText })),
  })
  .map(({ chats, rows, shown, notes }) => {
    const known = sortedBy(chats, ([{ id }]) => id);
    const byBytes = sortedBy(chats, ([{ id }]) => hex(id));
    return {
      events: byBytes.flatMap(([{ id }, events]) => blocksOf(id, events)),
      conversations: known.map(([chat]) => chat),
      rows: sortedBy(rows, ({ conversation, day }) => `${conversation} ${day}`),
      shown: sortedBy(shown, ({ id }) => id),
      notes: sortedBy(notes, ({ key }) => key),
    };
  });

const someHours = fc.record({ from: fc.nat(23), to: fc.nat(23) });
const someBudget = some({
  ...{ composing: fc.boolean(), perDay: fc.nat(3), perWeek: fc.nat(10), chatGapDays: fc.nat(30) },
  ...{ typingPauseSeconds: fc.nat(60), heavyPerWeek: fc.nat(1), heavyChatGapDays: fc.nat(90) },
  ...{ heavyFromDay: fc.nat(90), heavyPauseDays: fc.nat(90), heavyApart: fc.nat(5) },
  ...{ onlyNew: fc.boolean(), fromDay: fc.nat(30), slowAfter: fc.nat(5), retireAfter: fc.nat(5) },
  ...{ quietHours: someHours, heavyQuietHours: someHours, learnedFrom: aTime },
  nudges: byName(fc.constantFrom('rain', 'sun'), fc.record({ on: fc.boolean(), since: aTime })),
});

const someSettings = fc.record({
  ...{ countConsent: fc.boolean(), nudgeConsent: orNull(fc.boolean()), discreet: fc.boolean() },
  pausedUntil: fc.oneof(aTime, fc.constantFrom('open', null)),
  ...{ wholeSites: few(aSite), experimental: few(aText), hiddenParts: few(aText) },
  definitions: fc.record({
    openingHours: fc.integer({ min: 1, max: 24 }),
    turnMinutes: fc.integer({ min: 2, max: 60 }),
  }),
  weekNotice: fc.record({ on: fc.boolean(), hour: fc.nat(23) }),
  ...{ language: fc.constantFrom('auto', 'de', 'ar'), nudges: someBudget },
}) as fc.Arbitrary<Kept['settings']>;

/** One that goes on: withdrawn and revoked ones end, and have tests of their own. */
const anAccount = fc
  .record({ id: aText, device: aCount, token: bytes(32), consent: aCount, erasures: aCount })
  .chain((account) =>
    some({
      ownErasures: few(aCount),
      ...{ joined: fc.boolean(), gone: few(anId) },
      before: fc.record({ day: aDay, days: few(aDay), conversations: few(anId) }),
      browsers: few(fc.record({ id: aCount, created: aTime, lastUpload: orNull(aTime) })),
    }).map((more) => ({ ...account, ...more }) as Account),
  );

const anOwnNudge = fc.record({
  ...{ id: fc.uuid().map((id) => `yours-${id}`), say: aText, ask: aText, moment: aMoment },
  cooldown_days: fc.nat(365),
  when: few(fc.constantFrom({ signal: 'local_hour', min: 18 }, { signal: 'rule_o', max: 0 })),
}) as fc.Arbitrary<Kept['ownNudges'][number]>;

const aTrouble = fc.record({ what: fc.constantFrom('no-list', 'no-rows'), at: aTime });

const aStorage = fc.record({
  settings: someSettings,
  zones: few(fc.record({ from: aTime, zone: fc.constantFrom('UTC', 'Asia/Kathmandu') })),
  ...{ sites: few(aSite), secret: orNull(bytes(32)), account: orNull(anAccount) },
  server: fc.record({
    url: fc.constantFrom('', 'https://toward.example.net', 'http://127.0.0.1:8000'),
    ...{ lastUpload: orNull(aTime), problem: orNull(aText) },
  }),
  ...{ forgottenAt: aTime, uploadShift: fc.integer({ min: -1 }), revision: aCount },
  erasing: few(
    fc.oneof(
      aDay.map((day) => `/v1/days/${day}`),
      anId.map((id) => `/v1/conversations/${id}`),
    ),
  ),
  ...{ ownNudges: few(anOwnNudge), selves: byName(fc.constantFrom('a b', 'c d'), aText) },
  ...{ aliases: byName(anId, anId), others: few(anId) },
  seenSites: byName(aSite, fc.record({ adapter: orNull(aText), trouble: orNull(aTrouble) })),
  oldSecrets: few(fc.record({ secret: bytes(32), ids: few(anId) })),
  zoneLeftAside: orNull(fc.constantFrom('UTC')),
  weekTold: orNull(fc.constantFrom('2026-W47')),
  log: few(fc.record({ at: aTime, words: aText })),
}) as fc.Arbitrary<Kept>;

export const anyContents: fc.Arbitrary<Contents> = fc.record({
  storage: aStorage,
  ledger: aLedger,
});

/** Contents with something in every store and list of the ledger; the same for the same seed. */
export function someContents(seed: number): Contents {
  const isFull = ({ ledger }: Contents) => Object.values(ledger).every(({ length }) => length > 1);
  return fc.sample(anyContents, { seed, numRuns: 300 }).find(isFull) as Contents;
}
