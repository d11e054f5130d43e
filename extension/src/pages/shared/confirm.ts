import { el } from './el';

interface Choice {
  words: string;
  act: () => void | Promise<void>;
}

/**
 * A button that asks once more before it acts: its place is taken by the question, the choices and
 * a way back, which gets the focus.
 */
export function careful(id: string, words: string, question: string, choices: Choice[]) {
  const place = el('div', { class: 'careful' });
  const rest = () => {
    place.replaceChildren(el('button', { id, type: 'button', click: open }, words));
  };
  const back = el('button', { id: `${id}-back`, type: 'button' }, 'Go back');
  back.addEventListener('click', () => {
    rest();
    place.querySelector('button')?.focus();
  });
  const buttons = choices.map((choice, i) =>
    el(
      'button',
      { id: `${id}-${i}`, type: 'button', click: () => void choice.act() },
      choice.words,
    ),
  );
  function open() {
    const row = el('div', { class: 'row' }, back, ...buttons);
    place.replaceChildren(el('div', { class: 'panel stack', role: 'group' }, question, row));
    back.focus();
  }
  rest();
  return place;
}
