import type { Adapter } from '../shared/adapter.gen';

/** Attributes whose change can change a reading: those that the adapter's data names. */
export function watchedAttributes(adapter: Adapter): string[] {
  const text = JSON.stringify(adapter);
  const inSelectors = [...text.matchAll(/\[([a-z][a-z0-9-]*)/g)].map((found) => found[1] as string);
  const read = [...text.matchAll(/"attr":"([a-z0-9-]+)"/g)].map((found) => found[1] as string);
  return [...new Set(['class', ...inSelectors, ...read])].filter((name) => !UNWATCHED.has(name));
}

/** Attributes in which some apps put the message's own words. */
const UNWATCHED = new Set(['text', 'title', 'alt']);

/**
 * One observer over all roots, until the signal ends it. `changed` is called once a burst with the
 * nodes in which something changed.
 */
export function observe(
  roots: ParentNode[],
  adapter: Adapter,
  changed: (nodes: Node[]) => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => changed(records.map(({ target }) => target)));
  const options = {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: watchedAttributes(adapter),
  };
  for (const root of roots) observer.observe(root, options);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
