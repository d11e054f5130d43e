/** A row to be filled in: making a copy costs a third of reading its text again. */
import { filled } from './vocabulary';

interface Blank {
  /** The way down from the row, by the number of the child at each step. */
  path: number[];
  attribute: string;
  text: string;
}

export class Form {
  readonly #blanks: Blank[];

  /** `row` has placeholders in its attributes; those in its words stay: they are never read. */
  constructor(private readonly row: Element) {
    this.#blanks = blanksIn(row, []);
  }

  made(values: Record<string, string>): Element {
    const row = this.row.cloneNode(true) as Element;
    for (const { path, attribute, text } of this.#blanks) {
      const element = path.reduce((at, i) => at.children[i] as Element, row);
      element.setAttribute(attribute, filled(text, values));
    }
    return row;
  }
}

function blanksIn(element: Element, path: number[]): Blank[] {
  const own = [...element.attributes]
    .filter(({ value }) => /\{\w+\}/.test(value))
    .map(({ name, value }) => ({ path, attribute: name, text: value }));
  const inside = [...element.children].map((child, i) => blanksIn(child, [...path, i]));
  return [...own, ...inside.flat()];
}
