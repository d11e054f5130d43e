import type { AppState, ChatInfo } from '../../shared/messages';
import { chatName, pauseText, siteName, TROUBLE } from '../shared/words';
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
  return open.chosen.flatMap((id) => state.chats.filter((chat) => chat.id === id));
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

function onThePage(state: AppState, open: Open): Here {
  if (!open.status) return not('This page has not answered. Reload it, then open this again.');
  const chats = chosenHere(state, open);
  const trouble = open.status.health.find((report) => report.trouble !== null)?.trouble;
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
