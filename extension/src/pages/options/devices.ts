/** The browsers that share the account: listed, and taken off it. */
import type { Browser } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { addedText, newBrowsers } from '../shared/browsers';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { moment } from '../shared/words';
import type { View } from './view';

const OTHER =
  'The server refuses it from now on. What it counted stays in it, and what it sent stays on the server.';
const OWN =
  'This browser leaves the account. What it counted stays here, and what it sent stays on the server for your other browsers.';
const SAME_SAID = 'The same is said when the account was erased from another browser.';

function takeOff({ id }: Browser, { state, refresh }: View): HTMLElement {
  const own = id === state.server.device;
  const act = async () => {
    const answer = await ask('page:take-off', { device: id });
    if (answer?.ok) await refresh(own ? 'This browser left the account.' : 'It is taken off.');
    else if (answer) notice(answer.problem);
  };
  const words = own ? 'Leave the account' : 'Take it off';
  return careful(`take-off-${id}`, words, own ? OWN : OTHER, [{ words, act }]);
}

function item(browser: Browser, view: View): HTMLElement {
  const { server, zone } = view.state;
  const { id, created, lastUpload } = browser;
  const own = id === server.device;
  const isNew = newBrowsers(view.state).includes(browser);
  const last = lastUpload === null ? 'none yet' : moment(lastUpload, zone);
  return el(
    'li',
    { class: 'panel stack', id: `browser-${id}` },
    el('p', {}, el('strong', {}, own ? `Browser ${id}: this browser` : `Browser ${id}`)),
    el(
      'p',
      { class: 'soft' },
      `${isNew ? 'New. ' : ''}Added: ${moment(created, zone)}. Last upload: ${last}.`,
    ),
    server.browsers.length > 1 && takeOff(browser, view),
  );
}

/** Of the last upload; asking for it anew is asking for an upload. */
export function browsersList(view: View): HTMLElement {
  const { browsers } = view.state.server;
  const added = addedText(view.state, 'below');
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'Browsers that can read them'),
    added !== null && el('p', { class: 'note', id: 'browser-added' }, added),
    browsers.length === 0
      ? el('p', { class: 'soft' }, 'They are listed after the next upload.')
      : el('ul', { class: 'items' }, ...browsers.map((one) => item(one, view))),
  );
}

/** Chats of before this browser joined, whose names are not known now. */
export function waitingChats({ state }: View): HTMLElement | null {
  const { chatsToJoin } = state.server;
  if (chatsToJoin === 0) return null;
  const one = chatsToJoin === 1;
  const which = one ? 'One chat' : `${chatsToJoin} chats`;
  const text = `${which} that ${one ? 'was' : 'were'} counted here before ${one ? 'waits' : 'wait'}: ${one ? 'it' : 'each'} joins the account when you next open it. Erased before that, it is erased here only.`;
  return el('p', { id: 'chats-to-join' }, text);
}

/** The server does not know this browser any more: why that may be, and the ways on. */
export function takenOffPart(view: View): HTMLElement {
  const again = async () => {
    const server = await ask('page:upload', {});
    if (server) await view.refresh(server.problem ?? 'Uploaded.');
  };
  const letGo = () =>
    void view.update(ask('page:forget-account', {}), 'Your counts stay in this browser.');
  return el(
    'div',
    { class: 'panel stack', id: 'taken-off' },
    el('p', { class: 'soft' }, SAME_SAID),
    el(
      'div',
      { class: 'row' },
      el('button', { id: 'upload', type: 'button', click: () => void again() }, 'Try again'),
      el('button', { id: 'let-go', type: 'button', click: letGo }, 'Let go of the account'),
    ),
  );
}
