import type { AppState } from '../../shared/messages';
import { ask } from '../shared/ask';
import { byId, el, redraw } from '../shared/el';
import { apply } from '../shared/state';
import { chatScreen, readyScreen } from './chat';
import { doesScreen } from './does';
import { siteScreen } from './site';
import type { View } from './view';

interface Screen {
  hash: string;
  title: string;
  draw(view: View): HTMLElement[];
}

const SCREENS: [Screen, ...Screen[]] = [
  { hash: '#toward', title: 'Welcome to Toward', draw: doesScreen },
  { hash: '#site', title: 'One site', draw: siteScreen },
  { hash: '#chat', title: 'One chat', draw: chatScreen },
  { hash: '#ready', title: 'Ready', draw: readyScreen },
];

function current(): number {
  return Math.max(
    0,
    SCREENS.findIndex(({ hash }) => hash === location.hash),
  );
}

function steps(n: number): HTMLElement {
  const [back, next] = [SCREENS[n - 1], SCREENS[n + 1]];
  return el(
    'nav',
    { class: 'row apart', 'aria-label': 'Screens' },
    back ? el('a', { class: 'button', id: 'back', href: back.hash }, 'Back') : el('span'),
    next && el('a', { class: 'button main', id: 'next', href: next.hash }, 'Next'),
  );
}

function draw(state: AppState): void {
  const n = current();
  const screen = SCREENS[n] ?? SCREENS[0];
  const update: View['update'] = async (answer) => {
    const next = await answer;
    if (next) draw(next);
  };
  apply(state);
  document.title = `${screen.title} · Toward`;
  const count = n < 3 && el('p', { class: 'steps' }, `${n + 1} of 3`);
  const title = el('h1', { id: 'title', tabindex: '-1' }, screen.title);
  const parts = screen.draw({ state, update });
  redraw(byId('root'), el('div', { class: 'screen stack' }, count, title, ...parts, steps(n)));
}

async function start(): Promise<void> {
  const state = await ask('page:state', {});
  if (state) draw(state);
}

/** A new screen begins at its title, for the eye and for the keyboard. */
async function move(): Promise<void> {
  await start();
  scrollTo(0, 0);
  byId('title').focus({ preventScroll: true });
}

addEventListener('hashchange', () => void move());
void start();
