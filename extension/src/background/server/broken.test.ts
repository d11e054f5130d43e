/** Whatever a server answers, nothing here changes, and the options say what is wrong. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../made-up/server';
import { eraseDay } from '../erase';
import { refreshRows } from '../tally';
import { connect, optIn, withdraw } from './connect';
import { everything, NOW, problemOf, say, URL_OF_SERVER, type World, world } from './made-up';
import { synchronise } from './upload';

let here: World;

beforeEach(async () => {
  here = await world();
  await connect(URL_OF_SERVER);
  await optIn(3, NOW);
});

const html = (status: number) => () =>
  new Response('<!doctype html><title>Welcome</title>', { status });
const marks =
  (...list: unknown[]) =>
  () =>
    json(409, { code: 409, marks: list });

const BROKEN: [string, () => Response | Promise<Response>][] = [
  ['a page of HTML', html(200)],
  ['a page of HTML with an error', html(502)],
  ['an empty body', () => new Response('', { status: 200 })],
  ['half of a JSON text', () => new Response('{"erasures":', { status: 200 })],
  ['a list', () => json(200, [])],
  ['null', () => json(200, null)],
  ['a number that is none', () => json(200, { erasures: '1' })],
  ['no content', () => new Response(null, { status: 204 })],
  ['not modified', () => new Response(null, { status: 304 })],
  ['400', () => json(400, { code: 400 })],
  ['401 from something in front', () => json(401, { error: 'Sign in' })],
  ['404', () => json(404, { code: 404 })],
  ['413', () => json(413, { code: 413 })],
  ['422 that names nothing', () => json(422, { code: 422, errors: {} })],
  ['422 with a strange list', () => json(422, { code: 422, errors: { json: { rows: ['x'] } } })],
  ['429', () => json(429, { code: 429 }, { 'Retry-After': '60' })],
  ['500', () => json(500, { code: 500 })],
  ['503', () => json(503, { code: 503 }, { 'Retry-After': '5' })],
  ['409 without marks', () => json(409, { code: 409 })],
  ['409 with no mark', marks()],
  ['409 with a mark that is none', marks({ number: 1 })],
  ['409 with a day that is none', marks({ number: 1, day: '2026-02-30' })],
  ['409 with a word for a day', marks({ number: 1, day: 'today' })],
  ['409 with an id that is none', marks({ number: 1, conversation: 'robin' })],
  ['409 with half of it broken', marks({ number: 1, day: '2026-11-22' }, { number: -2, day: 5 })],
  ['409 with numbers long known', marks({ number: 0, day: '2026-11-22' })],
  ['409 with both', marks({ number: 1, day: '2026-11-22', conversation: 'A'.repeat(22) })],
  ['a network error', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a time-out', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
  ['a body that breaks off', () => new Response(brokenOff(), { status: 200 })],
];

function brokenOff(): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.error(new TypeError('lost')) });
}

describe.each(BROKEN)('an upload answered by %s', (_, answer) => {
  test('changes nothing here and is said; the next one goes through', async () => {
    await say(2);
    await refreshRows(NOW);
    const before = await everything(here);
    here.server.next = [answer];
    await expect(synchronise(NOW)).rejects.toThrow();
    expect(await everything(here)).toEqual(before);
    expect(problemOf(here)).toMatch(/^\S.*Nothing is lost/);
    await synchronise(NOW);
    expect(problemOf(here)).toBeNull();
    expect(here.server.sent[`2026-11-22 ${here.id}`]).toBe(2);
  });
});

// A broken 409 or 422 is no special answer to an erasure; what counts is that it is not taken as done.
describe.each(BROKEN)('an erasure answered by %s', (_, answer) => {
  test('waits on, and is carried out the next time', async () => {
    await eraseDay('2026-11-22', NOW);
    const before = await everything(here);
    here.server.next = [answer];
    await expect(synchronise(NOW)).rejects.toThrow();
    expect(await everything(here)).toEqual(before);
    await synchronise(NOW);
    expect(here.server.sent).toEqual({ [`2026-11-23 ${here.id}`]: 1 });
  });
});

const NOT_GONE = BROKEN.filter(([name]) => name !== 'no content');

describe.each(NOT_GONE)('a withdrawal answered by %s', (_, answer) => {
  test('is carried out later; nothing is uploaded any more', async () => {
    await say(2);
    here.server.next = [answer];
    here.server.asked = [];
    expect(await withdraw(NOW)).toMatchObject({ ok: false });
    expect(here.server.account).not.toBeNull();
    expect(here.storage.values.account).toMatchObject({ withdrawn: true });
    await synchronise(NOW);
    expect(here.server.account).toBeNull();
    expect(here.storage.values.account).toBeNull();
    expect(new Set(here.server.paths)).toEqual(new Set(['DELETE /v1/accounts/me']));
  });
});

test('a server that keeps saying the same is not asked without end', async () => {
  await say(2);
  let number = 0;
  here.server.next = Array.from(
    { length: 500 },
    () => () => json(409, { code: 409, marks: [{ number: ++number, day: '2026-01-01' }] }),
  );
  await expect(synchronise(NOW)).rejects.toThrow('makes no sense');
  expect(here.server.asked.length).toBeLessThan(40);
  expect(problemOf(here)).toContain('makes no sense');
});
