/**
 * The words of the log: pure. Chats are named by their numbers, so that an erased one leaves no
 * name behind; what a person wrote is not in it.
 */
import type { MessageName, Request } from '../shared/messages';
import type { Account } from '../shared/storage';
import type { ConversationId } from '../shared/types';
import type { Settings } from '../shared/views';

/** What there was before a change. */
export interface Before {
  settings: Settings;
  chats: { id: ConversationId; number: number; practice: boolean }[];
  account: Account | null;
}

export const THOUGHTS = 'Show small thoughts';

type PageMessage = Extract<MessageName, `page:${string}`>;

/** A line for each change, or none; null: this message changes nothing that the log is about. */
type Words = { [N in PageMessage]: ((request: Request<N>, before: Before) => string[]) | null };

function chat(id: ConversationId, { chats }: Before): string {
  const found = chats.find((one) => one.id === id);
  if (!found) return 'A chat';
  return found.practice ? 'The practice chat' : `Chat ${found.number}`;
}

export function onOff(what: string, on: boolean): string {
  return `${what}: ${on ? 'on' : 'off'}`;
}

/** Names of fields as people know them; a field without one says its own. */
const FIELDS: Record<string, string> = {
  ...{ name: 'its name', bond: 'who it is', quiet: 'quiet', resting: 'let it rest' },
  ...{ newInLife: 'new in my life', felt: 'how it feels' },
};

const SETTINGS: { [K in keyof Settings]: (value: Settings[K], old: Settings[K]) => string } = {
  countConsent: (on) => onOff('Count in the chats I choose', on),
  nudgeConsent: (on) => onOff(THOUGHTS, on === true),
  discreet: (on) => onOff('Discreet mode', on),
  pausedUntil: (until) => (until === null ? 'Counting went on' : 'Counting was paused'),
  wholeSites: (sites, old) => changedList('Count every chat between two people', sites, old ?? []),
  experimental: (apps, old) => changedList('Experimental app', apps, old ?? []),
  definitions: ({ openingHours, turnMinutes }) =>
    `How it counts: an opening after ${openingHours} hours, a turn within ${turnMinutes} minutes`,
  hiddenParts: () => 'Parts of the weekly page that are hidden',
  weekNotice: ({ on }) => onOff('A notice when the week is ready', on),
  language: (language) => `Language: ${language}`,
  nudges: () => 'How often thoughts may come',
};

function changedList(what: string, now: readonly string[], old: readonly string[]): string {
  const added = now
    .filter((one) => !old.includes(one))
    .map((one) => onOff(`${what}, ${one}`, true));
  const gone = old
    .filter((one) => !now.includes(one))
    .map((one) => onOff(`${what}, ${one}`, false));
  return [...added, ...gone].join('; ');
}

function settingsWords(change: Partial<Settings>, { settings }: Before): string[] {
  const names = Object.keys(change) as (keyof Settings)[];
  return names.map((name) => {
    const say = SETTINGS[name] as ((value: unknown, old: unknown) => string) | undefined;
    return say?.(change[name], settings[name]) ?? '';
  });
}

export const LOGGED: Words = {
  'page:consent': ({ to, given }, before) =>
    settingsWords(to === 'count' ? { countConsent: given } : { nudgeConsent: given }, before),
  'page:pause': ({ until }, before) => settingsWords({ pausedUntil: until }, before),
  'page:settings': ({ change }, before) => settingsWords(change, before),
  'page:budget': ({ change }) => (change ? ['How often thoughts may come'] : []),
  'page:nudge': ({ id, on }) => [
    onOff(id.startsWith('yours-') ? 'A thought of mine' : `The thought “${id}”`, on),
  ],
  'page:forget-learned': () => ['What answers to thoughts had taught was forgotten'],
  'page:own-nudge': ({ nudge }) => [`A thought of mine was ${nudge.id ? 'changed' : 'added'}`],
  'page:drop-own-nudge': () => ['A thought of mine was deleted'],
  'page:include': ({ chat: { practice } }) => [
    practice ? 'The practice chat was chosen' : 'A chat was chosen',
  ],
  'page:exclude': ({ id, erase }, before) => [
    `${chat(id, before)} is not counted any more${erase ? ', and was erased' : ''}`,
  ],
  'page:chat': ({ id, change }, before) =>
    Object.keys(change).map(
      (field) => `${chat(id, before)}: ${FIELDS[field] ?? field} was changed`,
    ),
  'page:renamed': ({ from }, before) => [
    from === null ? 'A chat is another than those chosen' : `${chat(from, before)} has a new name`,
  ],
  'page:forget-site': ({ origin }) => [onOff(origin, false)],
  'page:disconnect': () => ['The server was disconnected'],
  'page:opt-in': () => ['Keep my weeks on the server: on'],
  'page:withdraw': (_, { account }) => (account ? ['Keep my weeks on the server: off'] : []),
  'page:pair': () => ['A code for another browser was made'],
  'page:join': () => ['This browser joined an account'],
  'page:take-off': ({ device }) => [`Browser ${device} was taken off the account`],
  'page:forget-account': () => ['The account was let go of'],
  'page:erase-day': ({ day }) => [`The counts of ${day} were erased`],
  'page:export': () => ['Everything was exported'],
  'page:export-weeks': () => ['Sums of weeks were exported'],
  'page:export-server': () => ['What the server holds was exported'],
  'page:backup': ({ passphrase }) => [
    `A backup was made, ${passphrase === null ? 'open to anyone who has the file' : 'sealed'}`,
  ],
  'page:restore': () => ['A backup was restored'],
  // Said where it is done, since the browser itself may switch a site on; see `switchOn`.
  'page:site-on': null,
  'page:connect': ({ url }) => [`Connected to ${url.trim()}`],
  // Everything: that it was done would be a trace of it.
  'page:erase-all': null,
  ...{
    'page:state': null,
    'page:open-chats': null,
    'page:report': null,
    'page:log': null,
    'page:waiting': null,
  },
  ...{ 'page:thought': null, 'page:thoughts': null, 'page:week': null, 'page:upload': null },
  ...{ 'page:guess': null, 'page:note': null, 'page:definitions-preview': null },
  // A card in a chat asks for it, too: said in `answerCard`.
  'page:answer': null,
};
