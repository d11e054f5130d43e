/**
 * Names of the content script's own objects, which never leave it, so that the build may shorten
 * them: none may stand in an adapter, in a message or in what card.js is handed (src/lint.test.ts).
 */
export const OWN_NAMES = [
  ...['boxes', 'places', 'listless', 'nameless', 'filled', 'tooMany', 'matched', 'hollow'],
  ...['settled', 'keyless', 'sideless', 'headless', 'unfinished', 'sender', 'elements'],
  ...['swapped', 'stale', 'untold', 'looked', 'unwritten', 'spells', 'lookAgainMs', 'isDoubtful'],
  ...['wasHidden', 'isNew', 'touch', 'flush', 'judge', 'keysOf', 'forgetAll', 'spell'],
  ...['shownSince', 'shownRows', 'wasLeft', 'describe', 'insist', 'deliver', 'forget'],
];
