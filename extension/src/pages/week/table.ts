import { el } from '../shared/el';

export type Cell = string | Node;

interface Table {
  head: string[];
  rows: Cell[][];
  foot?: Cell[];
}

/**
 * A table behind a line that opens it, made when it is first opened: with many chats most never
 * are. The first cell of a row is its heading.
 */
export function tableBehind(summary: string, make: () => Table): HTMLDetailsElement {
  const details = el('details', { class: 'table' }, el('summary', {}, summary));
  const draw = () => details.append(el('div', { class: 'scroll' }, drawn(make())));
  details.addEventListener('toggle', draw, { once: true });
  return details;
}

function drawn({ head, rows, foot }: Table): HTMLTableElement {
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...head.map(headCell))),
    el('tbody', {}, ...rows.map(rowOf)),
    foot ? el('tfoot', {}, rowOf(foot)) : null,
  );
}

function headCell(text: string, index: number): HTMLElement {
  return el('th', { scope: 'col', class: index === 0 ? null : 'number' }, text);
}

function rowOf([first, ...rest]: Cell[]): HTMLElement {
  const cells = rest.map((cell) => el('td', { class: 'number' }, cell));
  return el('tr', {}, el('th', { scope: 'row' }, first ?? ''), ...cells);
}
