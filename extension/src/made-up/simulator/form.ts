/** A row to be filled in: making a copy costs a third of reading its text again. */
import { filled } from './vocabulary';

/** Down to a child by its number, or into an element's own shadow root. */
type Way = number | 'shadow';

interface Blank {
  /** From the row down to the element. */
  path: Way[];
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
    const row = copyOf(this.row);
    for (const { path, attribute, text } of this.#blanks) {
      const element = path.reduce(oneDown, row) as Element;
      element.setAttribute(attribute, filled(text, values));
    }
    return row;
  }
}

function oneDown(at: Element | ShadowRoot, way: Way): Element | ShadowRoot {
  const below = way === 'shadow' ? (at as Element).shadowRoot : at.children[way];
  return below as Element | ShadowRoot;
}

/** A copy has no shadow roots of its own. */
function copyOf(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  giveShadows(element, copy);
  return copy;
}

function giveShadows(from: Element | ShadowRoot, to: Element | ShadowRoot): void {
  [...from.children].forEach((child, i) => void giveShadows(child, to.children[i] as Element));
  if (!('shadowRoot' in from) || !from.shadowRoot) return;
  const root = (to as Element).attachShadow({ mode: 'open' });
  root.append(...[...from.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
  giveShadows(from.shadowRoot, root);
}

function blanksIn(element: Element, path: Way[]): Blank[] {
  const own = [...element.attributes]
    .filter(({ value }) => /\{\w+\}/.test(value))
    .map(({ name, value }) => ({ path, attribute: name, text: value }));
  const shadow = [...(element.shadowRoot?.children ?? [])];
  return [
    ...own,
    ...[...element.children].flatMap((child, i) => blanksIn(child, [...path, i])),
    ...shadow.flatMap((child, i) => blanksIn(child, [...path, 'shadow', i])),
  ];
}
