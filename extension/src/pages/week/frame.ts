/** What stands around the parts: heading, lines about the source, offers, and the way to other weeks. */
import type { Week } from '../../shared/types';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { setHidden } from './part';
import { weekInWords } from './words';

const SOURCES = {
  local: '',
  joined: 'Joined with what your other browsers counted.',
  'server-away': 'Your server did not answer, so this page shows what this browser counted.',
} as const;

export function practiceBanner(): HTMLElement {
  return el(
    'p',
    { class: 'note' },
    'This is the practice chat’s week. It stays apart from your real weeks and is never uploaded. ',
    el('a', { href: 'week.html' }, 'To your own weeks'),
  );
}

/** `title` is "Your week" at the top and "So far" for the running week below it; the third of
 * `openings` in a day says that there is nothing new. */
export function heading(
  title: string,
  { view }: PageContext,
  level: 'h1' | 'h2',
  openings: number,
): HTMLElement {
  const lines = [
    openings >= 3 && !view.practice ? 'Nothing has changed since this morning.' : '',
    SOURCES[view.source],
  ].filter(Boolean);
  return el(
    'header',
    { class: 'stack', 'data-week': view.week },
    el(level, { tabindex: '-1' }, title),
    el('p', { class: 'soft' }, weekInWords(view.week), view.running ? ', so far' : ''),
    ...lines.map((line) => el('p', { class: 'soft' }, line)),
  );
}

export function weekLinks(shown: Week, next: Week | null, before: Week, go: (week: Week) => void) {
  const to = (week: Week, words: string) =>
    el('button', { type: 'button', id: `week-${week}`, click: () => go(week) }, words);
  return el(
    'nav',
    { class: 'row apart', 'aria-label': 'Weeks', 'data-shown': shown },
    to(before, 'The week before'),
    next && to(next, 'The week after'),
  );
}

/** Once, on the first page that has a week to show: keeping weeks on one's own server. */
export function serverOffer(context: PageContext): HTMLElement | null {
  const { state, view } = context;
  const offered = state.settings.hiddenParts.includes(OFFER);
  if (offered || state.server.account || view.practice) return null;
  const box = el('aside', { class: 'panel stack', 'aria-label': 'Keeping your weeks' });
  const settle = () => setHidden(context, OFFER, true);
  const no = async () => {
    if (await settle()) box.remove();
  };
  const link = el('a', { class: 'button', href: 'options.html#server' }, 'Look at it');
  link.addEventListener('click', () => void settle());
  box.append(
    el(
      'p',
      {},
      'Your weeks are kept in this browser. If you like, a server of your own can keep the daily counts too, so that they outlive a lost browser. No names and no words go there.',
    ),
    el('div', { class: 'row' }, link, el('button', { type: 'button', click: no }, 'No, thank you')),
  );
  return box;
}

const OFFER = 'server-offer';
