import type { NamedAdapter } from '../shared/messages';

/**
 * One observer over all roots; roots may come later, as shadow hosts do. `changed` is called once
 * a burst with the nodes in which something changed.
 *
 * @returns what watches one more root, and says whether it is new
 */
export function observing(
  { watched }: NamedAdapter,
  changed: (nodes: Node[]) => void,
  signal: AbortSignal,
): (root: Node) => boolean {
  const observer = new MutationObserver((records) => changed(records.map((one) => one.target)));
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
