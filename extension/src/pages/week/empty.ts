import { el } from '../shared/el';
import { siteName } from '../shared/words';
import type { PageContext } from './context';
import { weekInWords } from './words';

/** The first week, before anything was counted: what will come, and a way to try it. */
export function emptyPage(context: PageContext): HTMLElement {
  const { view, state } = context;
  return el(
    'div',
    { class: 'stack', 'data-empty': '' },
    el('h1', {}, 'Your week'),
    el('p', { class: 'soft' }, `${weekInWords(view.week)}, so far`),
    el('p', { class: 'letter' }, beginning(context)),
    el('h2', {}, 'What will come here'),
    el(
      'ul',
      {},
      el('li', {}, 'A short letter on how the week went, for both sides alike.'),
      el('li', {}, 'Room for a note of your own, and for how each chat feels to you.'),
      el('li', {}, 'Who began, and messages out and in by day, with what the count cannot see.'),
    ),
    el('h2', {}, 'Try it first'),
    tryIt(view.practice, state.server.url),
  );
}

function beginning({ view, state }: PageContext): string {
  if (view.practice) {
    return 'Nothing is counted in the practice chat yet. Choose it from Toward’s icon, and let the days pass.';
  }
  if (state.chats.some(({ practice }) => !practice)) {
    return 'Toward is looking on. As soon as a message goes out or comes in, this page begins to fill.';
  }
  return 'This page is empty, and yours. Open a chat, click Toward’s icon, and choose that chat: from then on its weeks are told here.';
}

function tryIt(practice: boolean, server: string): HTMLElement {
  const words = 'In the practice chat two weeks pass in about a minute, with a scripted partner. ';
  const page = server ? el('a', { href: new URL('/try', server).href }, siteName(server)) : null;
  const where = page
    ? el('span', {}, 'You find it on ', page, '.')
    : 'You find it at /try on the server from which you got Toward.';
  const week = el('a', { href: 'week.html?practice' }, 'To the practice chat’s week');
  return el('div', { class: 'stack' }, el('p', {}, words, where), !practice && el('p', {}, week));
}
