import type { AppState, ChatInfo, Trouble } from '../../shared/messages';
import { chatName, pauseText, siteName, TROUBLE, unchosenText } from '../shared/words';
import { isSwitchedOn } from './grant';
import type { Open } from './view';

const LATE = 'Cards can come here once this page has been loaded anew.';

export interface Here {
  title: string;
  detail: string;
}

const not = (detail: string, title = 'Not counting here'): Here => ({ title, detail });

/** The chosen chats that are open on the page, in the page's order. */
export function chosenHere(state: AppState, open: Open): ChatInfo[] {
  return open.about.flatMap(({ chosen }) => state.chats.filter(({ id }) => id === chosen));
}

function beforeThePage(state: AppState, { origin }: Open): Here | null {
  if (state.managed) {
    return not('An administrator installed Toward in this browser, so it counts nothing.');
  }
  const paused = pauseText(state);
  if (paused) return not(paused, 'Paused');
  if (!origin) return not('This page is not one that Toward can be switched on for.');
  if (!state.settings.countConsent) return not('Toward has not been asked to count yet.');
  if (isSwitchedOn(state.sites, origin)) return null;
  return not(`Toward is off on ${siteName(origin)}. It sees nothing of this site.`);
}

/** The app that this address is made for is experimental and off, and no other was found. */
export function isUnchosen({ status, unchosenApps }: Open): boolean {
  return unchosenApps.length > 0 && status?.chats.length === 0;
}

export function troubleHere({ status }: Open): Trouble | null {
  return status?.health.find(({ trouble }) => trouble !== null)?.trouble ?? null;
}

function onThePage(state: AppState, open: Open): Here {
  if (!open.status) return not('This page has not answered. Reload it, then open this again.');
  const chats = chosenHere(state, open);
  if (isUnchosen(open)) return not(unchosenText(open.unchosenApps));
  const trouble = troubleHere(open);
  if (trouble) return not(TROUBLE[trouble]);
  if (open.status.chats.length === 0) return not('No chat is open on this page.');
  if (chats.length === 0) return not('This chat has not been chosen.');
  const counting = chats.filter((chat) => chat.counting);
  if (counting.length === 0) return not('Counting is stopped for this chat.');
  const names = counting.map(chatName).join(', ');
  return { title: 'Counting here', detail: open.status.late ? `${names}. ${LATE}` : names };
}

/** Where it is counting now, or why it is not, in words. */
export function here(state: AppState, open: Open): Here {
  return beforeThePage(state, open) ?? onThePage(state, open);
}
