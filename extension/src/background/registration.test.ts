import { beforeEach, expect, test, vi } from 'vitest';
import { bringCards } from './registration';

const executeScript = vi.fn<(order: unknown) => Promise<object[]>>();

beforeEach(() => {
  executeScript.mockReset().mockResolvedValue([{ frameId: 0 }]);
  Object.assign(globalThis, { chrome: { scripting: { executeScript } } });
});

const sender = (more: object) => ({ tab: { id: 7 }, ...more }) as chrome.runtime.MessageSender;
const order = (target: object) => ({ target, files: ['card.js'], injectImmediately: true });

test('the card goes into the document that asked', async () => {
  expect(await bringCards(sender({ frameId: 3, documentId: 'D' }))).toBe(true);
  expect(executeScript).toHaveBeenCalledWith(order({ tabId: 7, documentIds: ['D'] }));
});

test('where documents have no names it goes into the frame', async () => {
  expect(await bringCards(sender({ frameId: 3 }))).toBe(true);
  expect(executeScript).toHaveBeenCalledWith(order({ tabId: 7, frameIds: [3] }));
});

test.each([
  ['the tab is gone', () => Promise.reject(new Error('No tab with id: 7'))],
  ['the document is gone', () => Promise.resolve([])],
  ['it ended in an error', () => Promise.resolve([{ frameId: 0, error: { message: 'x' } }])],
])('where %s, it says so and is quiet', async (_, answer) => {
  executeScript.mockImplementation(answer);
  expect(await bringCards(sender({}))).toBe(false);
});

test('a message from no tab gets none', async () => {
  expect(await bringCards({} as chrome.runtime.MessageSender)).toBe(false);
  expect(executeScript).not.toHaveBeenCalled();
});
