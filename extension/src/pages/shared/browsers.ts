/** The browsers of an account, in words. */
import type { AppState, Browser } from '../../shared/messages';

const DAY_MS = 86_400_000;
/** For so long a new browser is told of in every other one. */
const NEW_MS = 7 * DAY_MS;

/** How many can read what is kept on the server; '' while it is not known. */
export function readersText({ server }: AppState): string {
  const { length } = server.browsers;
  if (!server.account || server.takenOff || length === 0) return '';
  return length === 1 ? 'Only this browser can read them.' : `${length} browsers can read them.`;
}

/** Those that were added in the last seven days. The first opened the account: it was not added. */
export function newBrowsers({ server, now }: AppState): Browser[] {
  if (!server.account || server.takenOff) return [];
  return server.browsers.filter(({ id, created }) => id > 1 && now - created < NEW_MS);
}

/** What a pairing of the last seven days is marked with, or null; `where` one can take it off. */
export function addedText(state: AppState, where = 'in the options'): string | null {
  const added = newBrowsers(state).sort((a, b) => a.created - b.created);
  const last = added.at(-1);
  if (!last) return null;
  const day = weekday(last.created, state.zone);
  if (added.length > 1)
    return `${added.length} browsers were added, the last one on ${day}. If that was not you, take them off ${where}.`;
  if (last.id === state.server.device) return `This browser was added to the account on ${day}.`;
  return `A browser was added on ${day}. If that was not you, take it off ${where}.`;
}

/** Within a week its name tells which day is meant. */
function weekday(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: zone }).format(at);
}
