type Attribute = string | boolean | null | ((event: Event) => void);
export type Child = Node | string | null | false | undefined;

/**
 * Makes an element. Texts become text nodes, functions listeners (`click`, `change`, …), `true` an
 * attribute without a value; `false` and `null` are left out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, attribute] of Object.entries(attributes)) {
    if (typeof attribute === 'function') element.addEventListener(name, attribute);
    else if (attribute === true) element.setAttribute(name, '');
    else if (typeof attribute === 'string') element.setAttribute(name, attribute);
  }
  element.append(...children.filter((child) => typeof child === 'string' || isNode(child)));
  return element;
}

function isNode(child: Child): child is Node {
  return child instanceof Node;
}

/** The page's element of that id; a page without it is broken, and says which is missing. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}.`);
  return found;
}

/** Draws `root` anew; focus and open details stay with the elements of the same id. */
export function redraw(root: HTMLElement, ...children: Child[]): void {
  const focused = document.activeElement?.id ?? '';
  const open = [...root.querySelectorAll<HTMLDetailsElement>('details[id][open]')];
  root.replaceChildren(...children.filter((child) => typeof child === 'string' || isNode(child)));
  for (const { id } of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus();
}
