// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { byId, el } from '../shared/el';
import { passphraseProblem } from './backup';
import { heldWords } from './backup-restore';
import { dataPart } from './data';
import { waitingWords } from './erase';
import type { View } from './view';

const NOTHING = { chats: 0, days: 0, notes: 0, thoughts: 0 };
const HERE = { chats: 1, days: 12, notes: 0, thoughts: 0 };
const FILE = { chats: 3, days: 40, notes: 1, thoughts: 2 };
const DONE = { ok: true, sites: ['https://chat.example.net'], joins: 'https://a.example' };
const refresh = vi.fn(async () => {});
const request = vi.fn(async () => true);
let answers: Record<string, unknown[]> = {};
const sendMessage = vi.fn(async ({ name }: { name: string; request: unknown }) => {
  if (name === 'page:waiting') return { erasing: 0, leaving: null, joining: false };
  return answers[name]?.shift() ?? { failed: `There is no answer to ${name}.` };
});
let saved: string[] = [];

function draw(account: string | null = null, takenOff = false): void {
  const server = { account, takenOff, url: 'https://a.example' };
  const state = { now: 0, zone: 'UTC', sites: [], server };
  const view = { state, refresh, update: async () => {} } as unknown as View;
  document.body.replaceChildren(el('div', { id: 'notice' }), dataPart(view));
}

beforeEach(() => {
  vi.clearAllMocks();
  answers = {};
  saved = [];
  vi.stubGlobal('chrome', { runtime: { sendMessage }, permissions: { request } });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
    saved.push(this.getAttribute('download') ?? '');
  });
  draw();
});

const said = () => byId('notice').textContent;
const press = (id: string) => byId(id).click();
const type = (id: string, text: string) => {
  (byId(id) as HTMLInputElement).value = text;
};
const lastAsked = () => sendMessage.mock.lastCall?.[0];

async function choose(text: string): Promise<void> {
  const files = [new File([text], 'toward-backup.json')];
  Object.defineProperty(byId('restore'), 'files', { value: files, configurable: true });
  byId('restore').dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(lastAsked()?.name).toBe('page:restore'));
}

describe('files', () => {
  test('are named by what they hold and the day', async () => {
    answers = { 'page:export': [{ json: '{}' }], 'page:export-weeks': [{ csv: 'week' }] };
    press('export');
    await vi.waitFor(() => expect(saved).toEqual(['toward-1970-01-01.json']));
    press('export-weeks');
    await vi.waitFor(() => expect(saved[1]).toBe('toward-weeks-1970-01-01.csv'));
    expect(said()).toContain('with your downloads');
  });

  test('of the server are there with an account only, and a refusal is said', async () => {
    expect(document.getElementById('export-server-csv')).toBeNull();
    draw('an-account');
    answers = { 'page:export-server': [{ ok: false, problem: 'The server did not answer.' }] };
    press('export-server-csv');
    await vi.waitFor(() => expect(said()).toContain('did not answer'));
    expect(saved).toEqual([]);
  });
});

describe('a backup', () => {
  test.each([
    ['seven77', 'seven77', '8 characters or more'],
    ['          ', '          ', '8 characters or more'],
    ['four quiet words', 'four quiet word', 'differ'],
  ])('is not made under %j and %j', (one, again, problem) => {
    expect(passphraseProblem(one, again)).toContain(problem);
    type('passphrase', one);
    type('passphrase-again', again);
    press('backup');
    expect(said()).toContain(problem);
    expect(sendMessage).not.toHaveBeenCalledWith(expect.objectContaining({ name: 'page:backup' }));
  });

  test('is made under a passphrase typed twice', async () => {
    answers = { 'page:backup': [{ file: '{}' }] };
    type('passphrase', 'four quiet words');
    type('passphrase-again', 'four quiet words');
    press('backup');
    await vi.waitFor(() => expect(saved).toEqual(['toward-backup-1970-01-01.json']));
    expect(lastAsked()?.request).toEqual({ passphrase: 'four quiet words' });
    expect(refresh).toHaveBeenCalledWith(expect.stringContaining('Keep the passphrase'));
  });

  test('without one is asked about first', async () => {
    answers = { 'page:backup': [{ file: '{}' }] };
    press('backup-open');
    expect(document.body.textContent).toContain('Anyone who finds an open file');
    press('backup-open-0');
    await vi.waitFor(() => expect(lastAsked()?.request).toEqual({ passphrase: null }));
  });
});

describe('going back', () => {
  test('asks for the passphrase, then whether what is here may go, then is done', async () => {
    answers['page:restore'] = [
      { ok: false, problem: 'It needs its passphrase.', passphrase: true },
      { ok: false, replace: { here: HERE, file: FILE, made: '2026-11-20T08:00:00.000Z' } },
      DONE,
    ];
    await choose('sealed');
    await vi.waitFor(() => byId('restore-passphrase'));
    type('restore-passphrase', 'four quiet words');
    press('restore-passphrase-open');
    await vi.waitFor(() => byId('restore-question'));
    expect(byId('restore-question').textContent).toContain('1 chat and counts of 12 days.');
    expect(byId('restore-question').textContent).toContain('the file of 2026-11-20 holds: 3 chats');
    expect(document.activeElement?.id).toBe('restore-back');
    press('restore-go');
    await vi.waitFor(() =>
      expect(refresh).toHaveBeenCalledWith(expect.stringContaining('Your weeks on a.example')),
    );
    const sent = { file: 'sealed', passphrase: 'four quiet words', replace: true };
    expect(lastAsked()?.request).toEqual(sent);
  });

  test('keeps what is here when the person says so', async () => {
    answers['page:restore'] = [{ ok: false, replace: { here: HERE, file: FILE, made: '2026' } }];
    await choose('open');
    await vi.waitFor(() => byId('restore-question'));
    press('restore-back');
    expect(document.getElementById('restore-question')).toBeNull();
    expect(refresh).not.toHaveBeenCalled();
  });

  test('says why a file is refused, and lets another passphrase be tried', async () => {
    answers['page:restore'] = [
      { ok: false, problem: 'Line 1, column 2: a colon was expected here.' },
      { ok: false, problem: 'It needs its passphrase.', passphrase: true },
      { ok: false, problem: 'The passphrase does not open it.' },
    ];
    await choose('{"a"}');
    await vi.waitFor(() => expect(said()).toContain('Line 1, column 2'));
    await choose('sealed');
    await vi.waitFor(() => byId('restore-passphrase'));
    press('restore-passphrase-open');
    await vi.waitFor(() => expect(said()).toContain('does not open it'));
    expect(byId('restore-passphrase')).toBeTruthy();
  });

  test('says so when the file is not there any more', async () => {
    const file = new File(['x'], 'toward-backup.json');
    file.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    Object.defineProperty(byId('restore'), 'files', { value: [file], configurable: true });
    byId('restore').dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(said()).toContain('could not be read'));
  });

  test('asks the browser for the sites once it is done', async () => {
    answers['page:restore'] = [DONE];
    await choose('open');
    await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
    draw();
    press('allow-sites');
    expect(request).toHaveBeenCalledWith({ origins: ['https://chat.example.net/*'] });
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
    draw();
    expect(document.getElementById('allow')).toBeNull();
  });
});

test.each([
  [NOTHING, 'no chats and no counts'],
  [{ ...NOTHING, thoughts: 1 }, '1 thought of yours'],
  [FILE, '3 chats, counts of 40 days, 1 note and 2 thoughts of yours'],
])('%j is said as %j', (held, words) => {
  expect(heldWords(held)).toBe(words);
});

test.each([
  [{ erasing: 0, leaving: null, joining: false }, /^$/],
  [{ erasing: 1, leaving: null, joining: false }, /^1 erasure waits/],
  [{ erasing: 2, leaving: null, joining: true }, /^Your weeks .* 2 erasures wait/],
  [{ erasing: 2, leaving: 'account' as const, joining: false }, /^The account on your server/],
  [{ erasing: 0, leaving: 'all' as const, joining: false }, /nothing else/],
])('%j waits in words', (view, words) => {
  expect(waitingWords(view)).toMatch(words);
});

test.each([
  ['an-account', false, true],
  ['an-account', true, false],
  [null, false, false],
])('of %s, taken off: %s, erasing all speaks of the server: %s', (account, takenOff, speaks) => {
  draw(account, takenOff);
  press('erase-all');
  expect(document.body.textContent?.includes('account on your server is erased')).toBe(speaks);
});

test('an open backup says that the notes are in it, too', () => {
  press('backup-open');
  expect(document.body.textContent).toContain('the names you gave, your notes and all your counts');
});

test('the log is read when it is opened, newest first, in the zone of the account', async () => {
  answers['page:log'] = [{ log: [{ at: 0, words: 'Discreet mode: on' }] }];
  const details = byId('log') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(details.textContent).toContain('1970'));
  expect(details.textContent).toContain('Discreet mode: on');
});
