import type { NamedAdapter } from '../shared/messages';

/** So many changes at once are a flood: what they are is not asked, for the asking takes memory. */
const FLOOD = 2_000;

/**
 * One observer over all roots; roots may come later, as shadow hosts do. `changed` is called once
 * a burst with the nodes in which something changed, or with null for a flood.
 *
 * @returns what watches one more root, and says whether it is new
 */
export function observing(
  { watched }: NamedAdapter,
  changed: (nodes: Node[] | null) => void,
  signal: AbortSignal,
): (root: Node) => boolean {
  const observer = new MutationObserver((records) =>
    changed(records.length > FLOOD ? null : records.map((one) => one.target)),
  );
  const known = new WeakSet<Node>();
  signal.addEventListener('abort', () => observer.disconnect());
  const everything = { childList: true, subtree: true, attributes: true };
  return (root) => {
    if (known.has(root)) return false;
    known.add(root);
    observer.observe(root, { ...everything, attributeFilter: watched });
    return true;
  };
}
