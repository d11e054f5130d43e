/** Attributes in which some apps put the message's own words. */
const UNWATCHED = new Set(['text', 'title', 'alt']);

/** Attributes whose change can change a reading: those that the adapter's data names. */
export function watchedAttributes(adapter) {
  const text = JSON.stringify(adapter);
  const inSelectors = [...text.matchAll(/\[([a-z][a-z0-9-]*)/g)].map((found) => found[1]);
  const read = [...text.matchAll(/"attr":"([a-z0-9-]+)"/g)].map((found) => found[1]);
  return [...new Set(['class', ...inSelectors, ...read])].filter((name) => !UNWATCHED.has(name));
}
