/** What the small values may be, for a file that claims to hold them. */
import { LANGUAGES } from '../../shared/language';
import type { Budget, Condition, Hours, OwnNudge, Switch } from '../../shared/nudge';
import type { Account, Items, LogEntry, OldSecret } from '../../shared/storage';
import type { Definitions, ZoneSpan } from '../../shared/types';
import type { Browser, Settings } from '../../shared/views';
import { isDay } from '../server/shapes';
import {
  type Check,
  type Checks,
  either,
  flag,
  instant,
  list,
  matching,
  number,
  oneOf,
  optional,
  orNull,
  record,
  shape,
  text,
  that,
  whole,
} from './check';
import { day, id } from './ledger-shape';

/**
 * Not in a backup: what the server sent is fetched anew, and whether there is room, or everything is
 * being erased, is told by each browser itself.
 */
export type KeptName = Exclude<keyof Items, 'servedNudges' | 'storageFull' | 'emptying'>;
export type Kept = Pick<Items, KeptName>;

const MOMENTS = ['opened', 'composing', 'sent', 'received', 'week', 'thought'];
const TROUBLES = [
  ...['no-adapter', 'no-list', 'no-rows', 'no-direction', 'no-key', 'no-conversation', 'too-many'],
  'adrift',
];

const site = matching(/^https?:\/\/[^/\s*]+$/, 'the address of a site');
const address = matching(
  /^(https:\/\/[^/\s]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)?$/,
  'the address of a server',
);
const DAYS = '/v1/days/';
/** One that the server would refuse for ever would hold up all that waits behind it. */
const path = either(
  that(
    (value) =>
      typeof value === 'string' && value.startsWith(DAYS) && isDay(value.slice(DAYS.length)),
    'has to be the path of a day or of a chat',
  ),
  matching(/^\/v1\/conversations\/[A-Za-z0-9_-]{21}[AQgw]$/, 'the path of a day or of a chat'),
);

const zone: Check = (value, at) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value as string });
    return text(value, at);
  } catch {
    return { path: at, why: 'is no time zone that this browser knows' };
  }
};

const secret = matching(/^[A-Za-z0-9_-]{43}$/, 'a secret of 43 characters');

const hours = shape<Hours>({ from: number, to: number });

/** Its bounds are kept where it is read: an older version's were others. */
const budget = shape<Partial<Budget>>({
  composing: optional(flag),
  perDay: optional(number),
  perWeek: optional(number),
  chatGapDays: optional(number),
  typingPauseSeconds: optional(number),
  quietHours: optional(hours),
  onlyNew: optional(flag),
  fromDay: optional(number),
  slowAfter: optional(number),
  retireAfter: optional(number),
  heavyPerWeek: optional(number),
  heavyChatGapDays: optional(number),
  heavyFromDay: optional(number),
  heavyQuietHours: optional(hours),
  heavyPauseDays: optional(number),
  heavyApart: optional(number),
  learnedFrom: optional(instant),
  nudges: optional(record(text, shape<Switch>({ on: flag, since: instant }))),
});

const settings = shape<Settings>({
  countConsent: flag,
  nudgeConsent: orNull(flag),
  discreet: flag,
  pausedUntil: either(orNull(instant), oneOf('open')),
  wholeSites: list(site),
  experimental: list(text),
  definitions: shape<Definitions>({ openingHours: whole(1, 24), turnMinutes: whole(2, 60) }),
  hiddenParts: list(text),
  weekNotice: shape<Settings['weekNotice']>({ on: flag, hour: whole(0, 23) }),
  language: oneOf('auto', ...LANGUAGES),
  nudges: budget,
});

const browser = shape<Browser>({
  ...{ id: whole(0), created: instant, lastUpload: orNull(instant) },
});

const account = shape<Account>({
  ...{ id: text, device: whole(0), token: text, consent: whole(0), erasures: whole(0) },
  ownErasures: optional(list(whole(0))),
  ...{ withdrawn: optional(flag), leaving: optional(flag), restored: optional(flag) },
  ...{ revoked: optional(flag), joined: optional(flag) },
  before: optional(
    shape<NonNullable<Account['before']>>({ day, days: list(day), conversations: list(id) }),
  ),
  ...{ gone: optional(list(id)), browsers: optional(list(browser)) },
});

const ownNudge = shape<OwnNudge>({
  ...{ id: text, say: text, ask: text, moment: oneOf(...MOMENTS), cooldown_days: number },
  when: list(shape<Condition>({ signal: text, min: optional(number), max: optional(number) })),
});

const seen = shape<Items['seenSites'][string]>({
  adapter: orNull(text),
  trouble: orNull(
    shape<NonNullable<Items['seenSites'][string]['trouble']>>({
      what: oneOf(...TROUBLES),
      at: instant,
    }),
  ),
});

const checks: Checks<Kept> = {
  settings,
  zones: list(shape<ZoneSpan>({ from: instant, zone })),
  sites: list(site),
  secret: orNull(secret),
  server: shape<Items['server']>({
    url: address,
    lastUpload: orNull(instant),
    problem: orNull(text),
  }),
  account: orNull(account),
  ...{ forgottenAt: instant, uploadShift: number, revision: whole(0), erasing: list(path) },
  ownNudges: list(ownNudge),
  ...{ selves: record(text, text), aliases: record(id, id), others: list(id) },
  seenSites: record(site, seen),
  oldSecrets: list(shape<OldSecret>({ secret, ids: list(id) })),
  ...{ zoneLeftAside: orNull(text), weekTold: orNull(text) },
  log: list(shape<LogEntry>({ at: instant, words: text })),
};

export const KEPT_NAMES = Object.keys(checks) as KeptName[];
export const storageShape = shape<Kept>(checks);
