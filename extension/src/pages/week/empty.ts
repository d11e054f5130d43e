import { el } from '../shared/el';
import { siteName } from '../shared/words';
import type { PageContext } from './context';
import { weekInWords } from './dates';
import { fill, pieces } from './fill';
import type { WeekWords } from './words/type';

/** The first week, before anything was counted: what will come, and a way to try it. */
export function emptyPage(context: PageContext): HTMLElement {
  const { view, state, speech } = context;
  const { empty, page } = speech.words;
  const dates = weekInWords(view.week, speech);
  return el(
    'div',
    { class: 'stack', 'data-empty': '' },
    el('h1', { tabindex: '-1' }, page.title),
    el('p', { class: 'soft' }, fill(page.soFar, { dates })),
    el('p', { class: 'letter' }, beginning(context)),
    el('h2', {}, empty.whatComes),
    el('ul', {}, ...empty.comes.map((words) => el('li', {}, words))),
    el('h2', {}, empty.tryFirst),
    tryIt(view.practice, state.server.url, empty),
  );
}

function beginning({ view, state, speech }: PageContext): string {
  const { empty } = speech.words;
  if (view.practice) return empty.practice;
  return state.chats.some(({ practice }) => !practice) ? empty.waiting : empty.choose;
}

function tryIt(practice: boolean, server: string, words: WeekWords['empty']): HTMLElement {
  const link = server && el('a', { href: new URL('/try', server).href }, siteName(server));
  const where = link ? pieces(words.tryOn, { site: link }) : [words.tryAnywhere];
  const week = el('a', { href: 'week.html?practice' }, words.tryWeek);
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, words.tryText, ' ', ...where),
    !practice && el('p', {}, week),
  );
}
