/** Selectors come from data: one that throws finds nothing, and health tells of it. */

export function attempt<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

export function matches(element: Element, selector: string | undefined): boolean {
  return selector !== undefined && attempt(() => element.matches(selector), false);
}

/** The element itself, or the nearest around it; a shadow root's host counts as around. */
export function closest(element: Element, selector: string): Element | null {
  return attempt(() => {
    const found = element.closest(selector);
    const root = found ? null : element.getRootNode();
    return root instanceof ShadowRoot ? root.host.closest(selector) : found;
  }, null);
}

export function find(root: ParentNode, selector: string): Element | null {
  return attempt(() => root.querySelector(selector), null);
}

export function findAll(root: ParentNode, selector: string): Element[] {
  return attempt(() => [...root.querySelectorAll(selector)], []);
}

/** Whether a selector can be understood at all. */
export function isSelector(selector: string): boolean {
  return attempt(() => document.createDocumentFragment().querySelector(selector) === null, false);
}

/** The document, and the open shadow roots along a path of hosts. */
export function rootsOf(start: ParentNode, path: readonly string[] = []): ParentNode[] {
  const all: ParentNode[] = [start];
  let roots: ParentNode[] = [start];
  for (const host of path) {
    roots = roots
      .flatMap((root) => findAll(root, host))
      .flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []));
    all.push(...roots);
  }
  return all;
}

export function findIn(roots: readonly ParentNode[], selector: string): Element | null {
  for (const root of roots) {
    const found = find(root, selector);
    if (found) return found;
  }
  return null;
}
