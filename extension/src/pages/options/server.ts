import { addressProblem, readAddress } from '../shared/address';
import { ask, notice } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { serverText } from '../shared/words';
import { browsersList, takenOffPart, waitingChats } from './devices';
import { addBrowser } from './pairing';
import { type Consent, joinPanel } from './pairing-join';
import { section, type View } from './view';

const TRY_AGAIN = 'Look at the address, see that the server runs, and try again. Nothing is lost.';
const DEFAULT = 'http://127.0.0.1:8000';

const JOIN = 'Add this browser to an account that exists';

/** The consent text as the server gives it, with a yes and a no of the same weight. */
function consentPanel(consent: Consent, view: View): HTMLElement {
  const { version, text } = consent;
  const { refresh } = view;
  const yes = async () => {
    const answer = await ask('page:opt-in', { consent: version });
    if (answer?.ok) await refresh('Agreed. Your daily counts will be kept on the server.');
    else if (answer) notice(answer.problem);
  };
  const no = () => refresh('Your counts stay in this browser.');
  const agree = el('button', { id: 'agree', type: 'button', click: () => void yes() });
  const leave = el('button', { id: 'agree-no', type: 'button', click: () => void no() });
  agree.append('I agree: keep my daily counts there');
  leave.append('Not now');
  const join = el('button', { id: 'join-instead', type: 'button' }, JOIN);
  join.addEventListener('click', () => panel.replaceWith(joinPanel(consent, view)));
  const panel = el(
    'div',
    { class: 'panel stack', id: 'server-consent', tabindex: '-1' },
    el('h3', {}, 'What the server says about keeping your weeks'),
    el('p', { class: 'consent' }, text),
    el('div', { class: 'row' }, agree, leave),
    el('p', { class: 'soft' }, 'Does another browser of yours keep its weeks there already?'),
    el('div', { class: 'row' }, join),
  );
  return panel;
}

type Panel = (consent: Consent, view: View) => HTMLElement;

/** Connects and shows the consent text in `place`; the answer decides nothing by itself. */
async function connect(url: string, place: HTMLElement, view: View, panel: Panel): Promise<void> {
  const wrong = addressProblem(url);
  if (wrong) return notice(wrong);
  notice('');
  const answer = await ask('page:connect', { url: readAddress(url)?.origin ?? url });
  if (answer && !answer.ok) notice(`${answer.problem} ${TRY_AGAIN}`);
  if (!answer?.ok) return;
  place.replaceChildren(
    el(
      'p',
      { role: 'status' },
      'Connected. It sends newer thoughts from now on; counts stay here.',
    ),
    panel(answer.consent, view),
  );
}

function connectForm(view: View): HTMLElement {
  const input = el('input', { id: 'server-url', type: 'url', spellcheck: 'false' });
  input.value = view.state.server.url || DEFAULT;
  const place = el('div', { class: 'stack', 'aria-live': 'polite' });
  const submit = (event: Event) => {
    event.preventDefault();
    void connect(input.value, place, view, consentPanel);
  };
  return el(
    'div',
    { class: 'stack' },
    el(
      'p',
      {},
      'A Toward server can send newer thoughts, and, if you agree, keep your daily counts. It is never told who you write with. It does see an internet address and the hours of its visits.',
    ),
    el(
      'form',
      { class: 'row', submit, novalidate: true },
      el('label', { class: 'field grow' }, 'Address of your server', input),
      el('button', { id: 'connect', type: 'submit' }, 'Connect'),
    ),
    place,
  );
}

function withdraw({ state, refresh }: View): HTMLElement {
  const act = async () => {
    const answer = await ask('page:withdraw', {});
    if (answer?.ok) await refresh('Withdrawn. The account on the server is erased.');
    else if (answer) notice(answer.problem);
  };
  const { length } = state.server.browsers;
  const all = length > 1 ? ` of all ${length} browsers` : '';
  const both = async () => {
    if (await ask('page:erase-all', {})) await refresh('Everything here is erased.');
  };
  const question = `Withdrawing erases the account on the server, with every count in it${all}. What is in this browser stays, unless you want that erased, too.`;
  return careful('withdraw', 'Withdraw', question, [
    { words: 'Withdraw and erase there', act },
    { words: 'Erase there and everything here', act: both },
  ]);
}

function keeping(view: View): HTMLElement {
  const { waitingRows } = view.state.server;
  const upload = async () => {
    const server = await ask('page:upload', {});
    if (server) await view.refresh(server.problem ?? 'Uploaded.');
  };
  const waiting = waitingRows === 1 ? '1 daily row waits' : `${waitingRows} daily rows wait`;
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, el('span', { class: 'figure' }, waiting), ' to be uploaded.'),
    el(
      'div',
      { class: 'row' },
      el('button', { id: 'upload', type: 'button', click: () => void upload() }, 'Upload now'),
    ),
    waitingChats(view),
    browsersList(view),
    addBrowser(view),
    withdraw(view),
  );
}

function connected(view: View): HTMLElement {
  const place = el('div', { class: 'stack', 'aria-live': 'polite' });
  const { url } = view.state.server;
  const read = el(
    'button',
    { id: 'opt-in', type: 'button' },
    'Keep my weeks there: read the terms',
  );
  read.addEventListener('click', () => void connect(url, place, view, consentPanel));
  const join = el('button', { id: 'join', type: 'button' }, JOIN);
  join.addEventListener('click', () => void connect(url, place, view, joinPanel));
  const off = () => void view.update(ask('page:disconnect', {}), 'Disconnected.');
  const disconnect = el('button', { id: 'disconnect', type: 'button', click: off }, 'Disconnect');
  return el('div', { class: 'stack' }, el('div', { class: 'row' }, read, join, disconnect), place);
}

function way(view: View): HTMLElement {
  const { account, takenOff } = view.state.server;
  if (takenOff) return takenOffPart(view);
  return account ? keeping(view) : connected(view);
}

export function serverPart(view: View): HTMLElement {
  const { server } = view.state;
  return section(
    'server',
    'Server',
    el('p', {}, serverText(view.state)),
    server.connected && server.problem !== null && el('p', { class: 'note' }, server.problem),
    !server.connected && connectForm(view),
    server.connected && way(view),
  );
}
