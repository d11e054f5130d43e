import type { AppState } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { byId, el, redraw } from '../shared/el';
import { apply } from '../shared/state';
import { EXPERIMENTAL_PART } from '../shared/words';
import { chatsPart } from './chats';
import { consentsPart } from './consents';
import { dataPart } from './data';
import { definitionsPart } from './definitions';
import { experimentalPart } from './experimental';
import { safetyPart, shortcutsPart, unseenPart } from './fixed';
import { languagePart } from './language';
import { serverPart } from './server';
import { sitesPart } from './sites';
import { thoughtsPart } from './thoughts';
import type { View } from './view';
import { weekPart } from './week';
import { noticePart } from './week-notice';

const CONTENTS = [
  ['sites', 'Sites'],
  ['experimental', EXPERIMENTAL_PART],
  ['chats', 'Chosen chats'],
  ['consents', 'What Toward may do'],
  ['language', 'Language'],
  ['thoughts', 'Thoughts'],
  ['week', 'The weekly page'],
  ['ready', 'When the week is ready'],
  ['definitions', 'How it counts'],
  ['server', 'Server'],
  ['data', 'Your data'],
  ['shortcuts', 'Shortcuts'],
  ['unseen', 'What it cannot see'],
  ['safety', 'Safety'],
] as const;

function contents(): HTMLElement {
  const links = CONTENTS.map(([id, words]) => el('a', { href: `#${id}` }, words));
  return el('nav', { class: 'row contents', 'aria-label': 'On this page' }, ...links);
}

/** These need no background, so they are there even when it does not answer. */
function fixed(): HTMLElement[] {
  return [shortcutsPart(), unseenPart(), safetyPart()];
}

function draw(state: AppState, done = ''): void {
  const view: View = {
    state,
    refresh: start,
    update: async (answer, words) => {
      const next = await answer;
      if (next) draw(next, words);
    },
  };
  apply(state);
  if (done) notice(done);
  redraw(
    byId('root'),
    contents(),
    sitesPart(view),
    experimentalPart(view),
    chatsPart(view),
    consentsPart(view),
    languagePart(view),
    thoughtsPart(view),
    weekPart(view),
    noticePart(view),
    definitionsPart(view),
    serverPart(view),
    dataPart(view),
    ...fixed(),
    el('p', { class: 'soft' }, `Toward ${state.version}`),
  );
}

async function start(done = ''): Promise<void> {
  const state = await ask('page:state', {});
  if (state) draw(state, done);
}

/** The page is drawn after the browser looked for `#safety`, so it is brought into view here. */
function toHash(): void {
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

redraw(byId('root'), ...fixed());
toHash();
void start().then(toHash);
