/** Adding another browser: a code that this page shows once, and nobody else is told. */
import { ask, notice } from '../shared/ask';
import { el } from '../shared/el';
import { qrPicture } from './pairing-qr';
import type { View } from './view';

const HOW = [
  'Install Toward in the other browser and open its options.',
  'Connect it to this server, and choose “Add this browser to an account that exists”.',
  'Type this code there. It works once.',
];
const WHAT_IT_GIVES =
  'Whoever types it can read the counts on the server, so show it to nobody else. The server does not learn it.';
const LATE = 'The code that stood here is no longer good.';
/** No server keeps a code open for longer. */
const LONGEST_MS = 600_000;

function codePanel(code: string, until: number, zone: string): HTMLElement {
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone });
  return el(
    'div',
    { class: 'panel stack', id: 'pairing', tabindex: '-1' },
    el('ol', {}, ...HOW.map((step) => el('li', {}, step))),
    el('p', {}, el('code', { id: 'pairing-code', dir: 'ltr' }, code)),
    el('p', { class: 'soft' }, `It is good until ${time.format(until)}. ${WHAT_IT_GIVES}`),
    qrPicture(code, 'The same code, for a camera'),
  );
}

/** A button that asks for a code and shows it below; asked again, the code before is void. */
export function addBrowser({ state }: View): HTMLElement {
  const place = el('div', { class: 'stack', 'aria-live': 'polite' });
  let late: ReturnType<typeof setTimeout> | undefined;
  const show = (code: string, until: number) => {
    clearTimeout(late);
    place.replaceChildren(codePanel(code, until, state.zone));
    const gone = () => place.replaceChildren(el('p', { class: 'soft' }, LATE));
    late = setTimeout(gone, Math.min(until - Date.now(), LONGEST_MS));
  };
  const click = async () => {
    notice('');
    const answer = await ask('page:pair', {});
    if (answer?.ok) show(answer.code, answer.until);
    else if (answer) notice(answer.problem);
  };
  const button = el('button', { id: 'pair', type: 'button', click: () => void click() });
  button.append('Add another browser');
  return el('div', { class: 'stack' }, el('div', { class: 'row' }, button), place);
}
