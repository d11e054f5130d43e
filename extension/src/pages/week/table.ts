import { el } from '../shared/el';

export type Cell = string | Node;

/** A table behind a line that opens it; the first cell of a row is its heading. */
export function tableBehind(summary: string, head: string[], rows: Cell[][], foot?: Cell[]): Node {
  const table = el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...head.map(headCell))),
    el('tbody', {}, ...rows.map(rowOf)),
    foot ? el('tfoot', {}, rowOf(foot)) : null,
  );
  const scroll = el('div', { class: 'scroll' }, table);
  return el('details', { class: 'table' }, el('summary', {}, summary), scroll);
}

function headCell(text: string, index: number): HTMLElement {
  return el('th', { scope: 'col', class: index === 0 ? null : 'number' }, text);
}

function rowOf([first, ...rest]: Cell[]): HTMLElement {
  const cells = rest.map((cell) => el('td', { class: 'number' }, cell));
  return el('tr', {}, el('th', { scope: 'row' }, first ?? ''), ...cells);
}
