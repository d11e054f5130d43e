/** What stands around the parts: heading, lines about the source, offers, and the way to other weeks. */
import type { Week } from '../../shared/types';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { weekInWords } from './dates';
import { fill } from './fill';
import { setHidden } from './part';
import type { Speech } from './speech';

const OFFER = 'server-offer';

export function practiceBanner({ words }: Speech): HTMLElement {
  const own = el('a', { href: 'week.html' }, words.page.toOwnWeeks);
  return el('p', { class: 'note' }, words.page.practice, ' ', own);
}

/** The page's own; the third of `openings` in a day says that there is nothing new. */
export function heading({ view, speech }: PageContext, openings: number): HTMLElement {
  const { page } = speech.words;
  const lines = [
    openings >= 3 && !view.practice ? page.unchanged : '',
    view.source === 'joined' ? page.joined : '',
    view.source === 'server-away' ? page.serverAway : '',
  ].filter(Boolean);
  const dates = weekInWords(view.week, speech);
  return el(
    'header',
    { class: 'stack', 'data-week': view.week },
    el('h1', { id: `heading-${view.week}`, tabindex: '-1' }, page.title),
    el('p', { class: 'soft' }, view.running ? fill(page.soFar, { dates }) : dates),
    ...lines.map((line) => el('p', { class: 'soft' }, line)),
  );
}

/** Of the running week below a finished one. `told`: some of its days are over. */
export function runningHeading({ view, speech }: PageContext, told: boolean): HTMLElement {
  const { page } = speech.words;
  return el(
    'header',
    { class: 'stack running', 'data-week': view.week },
    el('h2', { id: `heading-${view.week}`, tabindex: '-1' }, page.running),
    el('p', { class: 'soft' }, weekInWords(view.week, speech)),
    el('p', { class: 'soft' }, told ? page.untilYesterday : page.nothingYet),
  );
}

export function weekLinks(
  { view, speech }: PageContext,
  next: Week | null,
  before: Week,
  go: (week: Week) => void,
): HTMLElement {
  const { page } = speech.words;
  const to = (week: Week, words: string) =>
    el('button', { type: 'button', id: `week-${week}`, click: () => go(week) }, words);
  return el(
    'nav',
    { class: 'row apart', 'aria-label': page.weeks, 'data-shown': view.week },
    to(before, page.before),
    next && to(next, page.after),
  );
}

/** Once, on the first page that has a week to show: keeping weeks on one's own server. */
export function serverOffer(context: PageContext): HTMLElement | null {
  const { state, view, speech } = context;
  const { offer } = speech.words;
  const offered = state.settings.hiddenParts.includes(OFFER);
  if (offered || state.server.account || view.practice) return null;
  const box = el('aside', { class: 'panel stack', 'aria-label': offer.label });
  const settle = () => setHidden(context, OFFER, true);
  const no = async () => {
    if (await settle()) box.remove();
  };
  const link = el('a', { class: 'button', href: 'options.html#server' }, offer.look);
  link.addEventListener('click', () => void settle());
  box.append(
    el('p', {}, offer.text),
    el('div', { class: 'row' }, link, el('button', { type: 'button', click: no }, offer.no)),
  );
  return box;
}
