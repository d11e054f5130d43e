import { dayOf } from '../../shared/days';
import type { AppState, ChatInfo, Limit, Trouble } from '../../shared/messages';
import type { Bond, Felt, Instant } from '../../shared/types';

export const BONDS: [Bond, string][] = [
  ['partner', 'Partner'],
  ['family', 'Family'],
  ['friend', 'Friend'],
  ['other', 'Someone else'],
];

export const FELT: [Felt, string][] = [
  ['lighter', 'Lighter than I’d like'],
  ['right', 'About right'],
  ['more', 'More than I’d like'],
];

/** Why nothing is counted on a page, and what helps. */
export const TROUBLE: Record<Trouble, string> = {
  'no-adapter': 'Toward does not know how this site is built, so it counts nothing here.',
  'no-list': 'No list of messages is open. Open a chat and look again.',
  'no-rows':
    'The messages on this page could not be found. Reload it; if that does not help, the site has changed.',
  'no-direction':
    'Toward cannot tell which messages are yours here, so it counts none. If none of yours has been in view yet, counting goes on by itself once one is.',
  'no-key':
    'Messages could not be told apart here, so Toward counts none. Reload the page; if that does not help, the site has changed.',
  'no-conversation':
    'Toward cannot tell which chat is open, so it counts none. Open one chat by itself, or reload the page.',
  'too-many':
    'This page shows more than Toward can read, so it counts nothing here. Reload it, so that it shows less at once.',
  adrift:
    'This chat shows another part than before. Counting goes on when its newest messages are back, or when you reload the page.',
};

/** What an app does not show, and what follows for its counts. */
export const LIMITS: Record<Limit, string> = {
  'by-title':
    'This chat is known by its name only: two chats of one name are one, and a new name is a new chat.',
  'while-open': 'Messages are counted only while it is open.',
  'seen-times': 'Times are when a message was first seen here.',
};

/** A sentence each, or '' where there is nothing to say. */
export function limitsText(limits: readonly Limit[]): string {
  return limits.map((limit) => LIMITS[limit]).join(' ');
}

export const EXPERIMENTAL_PART = 'Experimental apps';

/** On the site of an app that is off unless chosen. */
export function unchosenText(apps: readonly string[]): string {
  const one = apps.length === 1;
  const what = `${apps.join(', ')} ${one ? 'is an experimental app' : 'are experimental apps'}`;
  return `${what}: counted only if you choose ${one ? 'it' : 'them'} in the options.`;
}

export function chatName(chat: Pick<ChatInfo, 'name' | 'number' | 'practice'>): string {
  return chat.name ?? (chat.practice ? 'the practice chat' : `Chat ${chat.number}`);
}

/** The part of an address that people know a site by. */
export function siteName(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/** A moment as the person's own language writes it, in the account's zone. */
export function moment(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
}

/** The hour alone while it is the same day. */
function until(at: Instant, now: Instant, zone: string): string {
  const spans = [{ from: 0, zone }];
  if (dayOf(at, spans) !== dayOf(now, spans)) return moment(at, zone);
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone }).format(at);
}

export function pauseText({ settings, now, zone }: AppState): string | null {
  if (settings.pausedUntil === null) return null;
  if (settings.pausedUntil === 'open') return 'Paused until you say. Nothing is counted.';
  return `Paused until ${until(settings.pausedUntil, now, zone)}. Nothing is counted.`;
}

/** The server in a line. */
export function serverText({ server, zone }: AppState): string {
  if (!server.connected) return 'No server. Everything stays in this browser.';
  const name = siteName(server.url);
  if (!server.account || server.takenOff)
    return `${name} sends thoughts. Your counts stay in this browser.`;
  if (server.lastUpload === null) return `Your weeks will be kept on ${name}. No upload yet.`;
  return `Your weeks are kept on ${name}. Last upload: ${moment(server.lastUpload, zone)}.`;
}

export const STORAGE_FULL =
  'This browser has no room left, so new messages are not counted. What was counted is safe. Free some disk space and counting goes on by itself.';
