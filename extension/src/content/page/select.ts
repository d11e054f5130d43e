/** Selectors come from data: one that throws finds nothing, and health tells of it. */

export function matches(element: Element, selector: string | undefined): boolean {
  if (!selector) return false;
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** The element itself, or the nearest around it. */
export function closest(element: Element, selector: string): Element | null {
  try {
    return element.closest(selector);
  } catch {
    return null;
  }
}

export function find(root: ParentNode, selector: string): Element | null {
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
}

export function findAll(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** On the element itself, or inside it. */
export function holds(element: Element, selector: string): boolean {
  return matches(element, selector) || find(element, selector) !== null;
}

/** The innermost open shadow roots along a path of hosts; the document itself without a path. */
export function rootsOf(start: ParentNode, path: readonly string[] = []): ParentNode[] {
  let roots: ParentNode[] = [start];
  for (const host of path) {
    roots = roots
      .flatMap((root) => findAll(root, host))
      .flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []));
  }
  return roots;
}
