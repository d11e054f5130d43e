import { dayOf } from '../../shared/days';
import { ask, notice } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { section, type View } from './view';

/** Hands the file to the browser's own download; nothing leaves the device. */
async function save(day: string): Promise<void> {
  const answer = await ask('page:export', {});
  if (!answer) return;
  const href = URL.createObjectURL(new Blob([answer.json], { type: 'application/json' }));
  el('a', { href, download: `toward-${day}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  notice('The file is with your downloads.');
}

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
  const server = state.server.account ? ' The account on your server is erased first.' : '';
  const question = `All counts, names, answers and settings in this browser are erased. This cannot be undone.${server}`;
  const act = () => update(ask('page:erase-all', {}), 'Everything here is erased.');
  return careful('erase-all', 'Erase everything here', question, [
    { words: 'Erase everything', act },
  ]);
}

export function dataPart(view: View): HTMLElement {
  const day = dayOf(view.state.now, [{ from: 0, zone: view.state.zone }]);
  const button = el('button', { id: 'export', type: 'button', click: () => void save(day) });
  button.append('Export everything (JSON)');
  return section(
    'data',
    'Your data',
    el('p', { class: 'soft' }, 'The file holds counts, your names for chats, and your answers.'),
    el('div', { class: 'row' }, button),
    el('hr'),
    eraseDay(view),
    el('hr'),
    eraseAll(view),
  );
}
