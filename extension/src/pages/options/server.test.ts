// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState, Browser } from '../../shared/messages';
import { byId } from '../shared/el';
import { serverPart } from './server';
import type { View } from './view';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const DAY = 86_400_000;
const CONSENT = { version: 3, text: 'What is kept there.' };
const CODE = '01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-01';
const browser = (id: number, days: number): Browser => ({
  id,
  created: NOW - days * DAY,
  lastUpload: null,
});

type Message = { name: string; request: unknown };
let answers: Record<string, unknown>;
const sent = vi.fn(async ({ name }: Message) => answers[name]);
const refresh = vi.fn(async () => {});

beforeEach(() => {
  sent.mockClear();
  refresh.mockClear();
  answers = { 'page:connect': { ok: true, consent: CONSENT } };
  vi.stubGlobal('chrome', { runtime: { sendMessage: sent } });
});

function draw(change: Partial<AppState['server']> = {}): void {
  const server = {
    ...{ url: 'http://127.0.0.1:8000', connected: true, account: 'a', lastUpload: NOW },
    ...{ problem: null, waitingRows: 0, device: 1, takenOff: false, chatsToJoin: 0 },
    ...{ browsers: [browser(1, 30), browser(2, 3)], ...change },
  };
  const state = { server, now: NOW, zone: 'UTC' } as unknown as AppState;
  const update = async (answer: Promise<unknown>) => void (await answer);
  const view = { state, refresh, update } as unknown as View;
  const notice = document.createElement('div');
  notice.id = 'notice';
  document.body.replaceChildren(notice, serverPart(view));
}

const said = () => byId('notice').textContent;
const asked = (name: string, request: object) =>
  vi.waitFor(() => expect(sent).toHaveBeenLastCalledWith({ name, request }));

describe('adding another browser', () => {
  test('shows a code and its picture, and until when it is good', async () => {
    answers['page:pair'] = { ok: true, code: CODE, until: NOW + 600_000 };
    draw();
    byId('pair').click();
    await vi.waitFor(() => expect(byId('pairing-code').textContent).toBe(CODE));
    expect(byId('pairing').querySelector('svg[role=img]')).not.toBeNull();
    expect(byId('pairing').textContent).toMatch(/good until \D*12:10/);
  });

  test('shows the code no longer than it is good', async () => {
    vi.useFakeTimers({ now: NOW });
    answers['page:pair'] = { ok: true, code: CODE, until: NOW + 600_000 };
    draw();
    byId('pair').click();
    await vi.advanceTimersByTimeAsync(599_000);
    expect(document.body.innerHTML).toContain(CODE);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(document.body.innerHTML).not.toContain(CODE);
    expect(document.querySelector('svg')).toBeNull();
    expect(document.body.textContent).toContain('no longer good');
    vi.useRealTimers();
  });

  test('shows a newer code as long as that is good', async () => {
    vi.useFakeTimers({ now: NOW });
    answers['page:pair'] = { ok: true, code: CODE, until: NOW + 600_000 };
    draw();
    byId('pair').click();
    await vi.advanceTimersByTimeAsync(300_000);
    const next = CODE.replace('01AB', '02AB');
    answers['page:pair'] = { ok: true, code: next, until: NOW + 900_000 };
    byId('pair').click();
    await vi.advanceTimersByTimeAsync(301_000);
    expect(byId('pairing-code').textContent).toBe(next);
    vi.useRealTimers();
  });

  test('says why it did not work, and shows none', async () => {
    answers['page:pair'] = { ok: false, problem: 'The server did not answer.' };
    draw();
    byId('pair').click();
    await vi.waitFor(() => expect(said()).toBe('The server did not answer.'));
    expect(document.getElementById('pairing')).toBeNull();
  });
});

describe('joining an account', () => {
  const join = async (answer: unknown) => {
    answers['page:join'] = answer;
    draw({ account: null, device: null, browsers: [] });
    byId('join').click();
    await vi.waitFor(() => byId('join-panel'));
    expect(byId('join-panel').textContent).toContain(CONSENT.text);
    (byId('join-code') as HTMLInputElement).value = CODE;
    byId('join-yes').click();
    await asked('page:join', { code: CODE, consent: 3 });
  };

  test('shows the server’s terms first, then sends the code', async () => {
    await join({ ok: true });
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
  });

  test('says what was wrong with a code, and leaves it to be mended', async () => {
    await join({ ok: false, problem: 'A code has 26 characters; here are 25.' });
    await vi.waitFor(() => expect(said()).toContain('26 characters'));
    expect((byId('join-code') as HTMLInputElement).value).toBe(CODE);
    expect(refresh).not.toHaveBeenCalled();
  });

  test('is offered beside opening one, under the same terms', async () => {
    draw({ account: null, device: null, browsers: [] });
    byId('opt-in').click();
    await vi.waitFor(() => byId('join-instead').click());
    expect(byId('join-panel').textContent).toContain(CONSENT.text);
    expect(document.getElementById('agree')).toBeNull();
  });
});

describe('the browsers of the account', () => {
  test('are listed; a new one is marked, this one told', () => {
    draw();
    expect(byId('browser-1').textContent).toContain('this browser');
    expect(byId('browser-2').textContent).toContain('New. Added:');
    expect(byId('browser-added').textContent).toContain(
      'on Saturday. If that was not you, take it off below.',
    );
  });

  test('are taken off after a question', async () => {
    answers['page:take-off'] = { ok: true };
    draw();
    byId('take-off-2').click();
    expect(sent).not.toHaveBeenCalled();
    byId('take-off-2-0').click();
    await asked('page:take-off', { device: 2 });
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledWith('It is taken off.'));
  });

  test('cannot be left by the only one', () => {
    draw({ browsers: [browser(1, 30)] });
    expect(document.getElementById('take-off-1')).toBeNull();
    expect(document.getElementById('browser-added')).toBeNull();
  });

  test('wait for chats that are to be opened once', () => {
    draw({ chatsToJoin: 2 });
    expect(byId('chats-to-join').textContent).toContain('2 chats');
    draw();
    expect(document.getElementById('chats-to-join')).toBeNull();
  });
});

describe('a browser that was taken off', () => {
  const problem = 'This browser was taken off the account. What it counted stays here.';

  test('says so and offers nothing but two ways on', async () => {
    draw({ takenOff: true, problem });
    expect(byId('server').textContent).toContain(problem);
    for (const id of ['agree', 'opt-in', 'pair', 'withdraw', 'browser-1'])
      expect(document.getElementById(id)).toBeNull();
    byId('let-go').click();
    await asked('page:forget-account', {});
    byId('upload').click();
    await asked('page:upload', {});
  });
});
