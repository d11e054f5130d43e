import type { Answer } from '../../shared/messages';
import { addressProblem, readAddress } from '../shared/address';
import { ask, notice } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { serverText } from '../shared/words';
import { section, type View } from './view';

const TRY_AGAIN = 'Look at the address, see that the server runs, and try again. Nothing is lost.';
const DEFAULT = 'http://127.0.0.1:8000';

type Consent = Extract<Answer<'page:connect'>, { ok: true }>['consent'];

/** The consent text as the server gives it, with a yes and a no of the same weight. */
function consentPanel({ version, text }: Consent, { refresh }: View): HTMLElement {
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
  return el(
    'div',
    { class: 'panel stack', id: 'server-consent', tabindex: '-1' },
    el('h3', {}, 'What the server says about keeping your weeks'),
    el('p', { class: 'consent' }, text),
    el('div', { class: 'row' }, agree, leave),
  );
}

/** Connects and shows the consent text in `place`; the answer decides nothing by itself. */
async function connect(url: string, place: HTMLElement, view: View): Promise<void> {
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
    consentPanel(answer.consent, view),
  );
}

function connectForm(view: View): HTMLElement {
  const input = el('input', { id: 'server-url', type: 'url', spellcheck: 'false' });
  input.value = view.state.server.url || DEFAULT;
  const place = el('div', { class: 'stack', 'aria-live': 'polite' });
  const submit = (event: Event) => {
    event.preventDefault();
    void connect(input.value, place, view);
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

function withdraw({ refresh }: View): HTMLElement {
  const act = async () => {
    const answer = await ask('page:withdraw', {});
    if (answer?.ok) await refresh('Withdrawn. The account on the server is erased.');
    else if (answer) notice(answer.problem);
  };
  const question =
    'Withdrawing erases the account on the server, with every count in it. What is in this browser stays.';
  return careful('withdraw', 'Withdraw', question, [{ words: 'Withdraw and erase there', act }]);
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
  read.addEventListener('click', () => void connect(url, place, view));
  const off = () => void view.update(ask('page:disconnect', {}), 'Disconnected.');
  const disconnect = el('button', { id: 'disconnect', type: 'button', click: off }, 'Disconnect');
  return el('div', { class: 'stack' }, el('div', { class: 'row' }, read, disconnect), place);
}

export function serverPart(view: View): HTMLElement {
  const { server } = view.state;
  return section(
    'server',
    'Server',
    el('p', {}, serverText(view.state)),
    server.connected && server.problem !== null && el('p', { class: 'note' }, server.problem),
    !server.connected && connectForm(view),
    server.connected && (server.account ? keeping(view) : connected(view)),
  );
}
