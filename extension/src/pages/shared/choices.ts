import { el } from './el';

/** Choices of which one may hold, as toggle buttons; pressing the held one lets go of it. */
export function choices<T extends string>(
  id: string,
  legend: string,
  list: [T, string][],
  held: T | null,
  onChoice: (choice: T | null) => void,
): HTMLFieldSetElement {
  const buttons = list.map(([choice, words]) => {
    const pressed = String(choice === held);
    const click = () => onChoice(choice === held ? null : choice);
    const attributes = { id: `${id}-${choice}`, type: 'button', 'aria-pressed': pressed, click };
    return el('button', attributes, words);
  });
  return el('fieldset', {}, el('legend', {}, legend), el('div', { class: 'row' }, ...buttons));
}

/** A tick with its words. */
export function tick(id: string, words: string, on: boolean, onChange: (on: boolean) => void) {
  const box = el('input', { id, type: 'checkbox', checked: on });
  box.addEventListener('change', () => onChange(box.checked));
  return el('label', { class: 'choice' }, box, el('span', {}, words));
}
