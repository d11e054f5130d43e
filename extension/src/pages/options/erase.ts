import { dayOf } from '../../shared/days';
import type { WaitingView } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import type { View } from './view';

function eraseDay({ state, update }: View): HTMLElement {
  const today = dayOf(state.now, [{ from: 0, zone: state.zone }]);
  const input = el('input', { id: 'day', type: 'date', max: today });
  input.value = today;
  const act = async () => {
    if (!input.value) return notice('Please choose a day first.');
    const { value: day } = input;
    await update(ask('page:erase-day', { day }), `The counts of ${day} are erased.`);
  };
  const question = 'Every count of this day is erased, here and on the server if you use one.';
  return el(
    'div',
    { class: 'stack' },
    el('label', { class: 'field' }, 'A day', el('span', { class: 'row' }, input)),
    careful('erase-day', 'Erase this day', question, [{ words: 'Erase the day', act }]),
  );
}

function eraseAll({ state, update }: View): HTMLElement {
  const { account, takenOff } = state.server;
  // An account that let go of this browser is not its to erase.
  const server =
    account && !takenOff
      ? ' The account on your server is erased with it, for all browsers that use it; if it does not answer, as soon as it does.'
      : '';
  const question = `All counts, names, answers, notes and settings in this browser are erased. This cannot be undone.${server}`;
  const act = () => update(ask('page:erase-all', {}), 'Everything here is erased.');
  return careful('erase-all', 'Erase everything here', question, [
    { words: 'Erase everything', act },
  ]);
}

/** What the server could not be told yet; '' where there is nothing to say. */
export function waitingWords({ erasing, leaving, joining }: WaitingView): string {
  if (leaving === 'all')
    return 'Everything here is erased. Your server did not answer, so Toward keeps the key to your account there, and nothing else, until that is erased too.';
  if (leaving) return 'The account on your server is erased as soon as the server answers.';
  const joins = joining ? 'Your weeks on the server are joined again as soon as it answers. ' : '';
  if (erasing === 0) return joins.trim();
  const what = erasing === 1 ? '1 erasure waits' : `${erasing} erasures wait`;
  return `${joins}${what} for the server, and will be carried out there as soon as it answers. Here it is done.`;
}

async function fill(place: HTMLElement, { refresh }: View): Promise<void> {
  const view = await ask('page:waiting', {});
  const words = view ? waitingWords(view) : '';
  if (!words) return;
  const again = async () => {
    const server = await ask('page:upload', {});
    if (server) await refresh(server.problem ?? 'The server has been told.');
  };
  const button = el('button', { id: 'try-now', type: 'button', click: () => void again() });
  button.append('Try now');
  place.replaceChildren(el('div', { class: 'note stack', id: 'waiting' }, words, button));
}

export function erasePart(view: View): HTMLElement {
  const waiting = el('div', { 'aria-live': 'polite' });
  void fill(waiting, view);
  const chats = el('a', { href: '#chats' }, 'Chosen chats');
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'Erase'),
    el('p', {}, 'One chat, with its name and all its counts: in the list of ', chats, '.'),
    eraseDay(view),
    eraseAll(view),
    waiting,
  );
}
