import { expect, test } from 'vitest';
import { failure } from './ask';

test.each([
  ['Could not establish connection. Receiving end does not exist.', 'close this page'],
  ['Toward did not answer. Try again in a moment.', 'close this page'],
  ['QuotaExceededError', 'Free some disk space'],
  ['Withdraw first, so that nothing is left on the server.', 'Withdraw first'],
  ['odd', 'That did not work (odd)'],
])('“%s” becomes a sentence that says what to do', (message, words) => {
  expect(failure(new Error(message))).toContain(words);
});
