// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { byId } from '../shared/el';
import { isReporting, reportPart } from './report';

const TEXT = 'Toward 0.1.0, Firefox 140\nconverse: no-rows';
const writeText = vi.fn(async (_: string) => {});

beforeEach(async () => {
  writeText.mockReset();
  vi.stubGlobal('chrome', { runtime: { sendMessage: async () => ({ text: TEXT }) } });
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  document.body.replaceChildren(reportPart());
  expect(isReporting()).toBe(false);
  const details = document.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => byId('report-copy'));
});

test('a report is shown as it is copied', async () => {
  expect(isReporting()).toBe(true);
  expect(byId('report-text').textContent).toBe(TEXT);
  byId('report-copy').click();
  expect(writeText).toHaveBeenCalledExactlyOnceWith(TEXT);
  await vi.waitFor(() => expect(document.body.textContent).toContain('It is copied.'));
});

test('where it cannot be copied, it says what to do', async () => {
  writeText.mockRejectedValue(new Error('no'));
  byId('report-copy').click();
  await vi.waitFor(() => expect(document.body.textContent).toContain('mark the text'));
});
