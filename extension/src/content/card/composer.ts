/** When the person turns to a composer: that it has the focus or is pressed, never what is in it. */
import { closest, find } from '../page/select';
import type { Session } from '../session';

/** Calls `turned` with the element that was turned to. Page scripts cannot see these listeners. */
export function onTurning(
  composer: string,
  turned: (at: Element) => void,
  signal: AbortSignal,
): void {
  const hear = (event: Event) => {
    const at = event.isTrusted ? event.composedPath()[0] : null;
    if (at instanceof Element && closest(at, composer)) turned(at);
  };
  for (const type of ['focusin', 'pointerdown']) {
    document.addEventListener(type, hear, { capture: true, passive: true, signal });
  }
}

/** The composer that has the focus, also in open shadow roots; null where none has. */
export function focused(composer: string): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && closest(active, composer) ? active : null;
}

/** Whose composer it is: the conversation around it, or the one in view if it stands beside it. */
export function ownerOf(at: Element, composer: string, inView: readonly Session[]): Session | null {
  const around = inView.find(({ box: { element } }) => isAround(element, at));
  if (around) return around;
  const bare = inView.filter(({ box: { element } }) => find(element, composer) === null);
  return inView.length === 1 ? (bare[0] ?? null) : null;
}

function isAround(element: Element, inner: Element): boolean {
  for (let node: Node = inner; ; ) {
    if (element.contains(node)) return true;
    const root = node.getRootNode();
    if (!(root instanceof ShadowRoot)) return false;
    node = root.host;
  }
}
