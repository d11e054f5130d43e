/** An empty observer with the reader's own options: the least that watching a page can cost. */
import adapter from '../extension/adapters/converse.json';
import { watchedAttributes } from '../extension/scripts/watched.mjs';

new MutationObserver(() => {}).observe(document, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: watchedAttributes(adapter),
});
