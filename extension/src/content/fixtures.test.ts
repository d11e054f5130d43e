// @vitest-environment happy-dom
/** Every adapter reads its invented pages, and tells what was counted there by hand. */
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import { applyChanges, counted, fixtureNames, openFixture, readPage } from '../made-up/fixtures';
import type { NamedAdapter } from '../shared/messages';
import { findIn, isSelector, rootsOf } from './page/select';
import { rowElements } from './reading/rows';

const fixturesOf = (id: string) => fixtureNames.filter((name) => name.startsWith(`${id}.`));

const all = adapters.flatMap((adapter) =>
  fixturesOf(adapter.id).map((name) => ({ adapter, name })),
);

/** Every selector of an adapter, with the place that it stands in. */
function selectorsOf(value: unknown, path = ''): [string, string][] {
  const NAMES =
    /\.(selector|box|when|within|ignore|more|exclude|pending|shell|holds|head|content)$/;
  const TOP = /^\.(fingerprint|composer|roots\.\d+|direction\.\d+\.(out|in|side))$/;
  if (typeof value === 'string') return NAMES.test(path) || TOP.test(path) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => selectorsOf(part, `${path}.${name}`));
}

describe.each(adapters)('$id', (adapter) => {
  test(`has an invented page: ${adapter.id}.fixture.html in extension/adapters`, () => {
    expect(fixturesOf(adapter.id)).toContain(`${adapter.id}.fixture.html`);
  });

  test('has selectors that can be understood', () => {
    const found = selectorsOf(adapter);
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(([, one]) => !isSelector(one.replaceAll('{self}', 'me')))).toEqual([]);
  });

  test('has an invented page with at least 12 messages', async () => {
    const { url, conversations } = openFixture(`${adapter.id}.fixture.html`);
    const readings = await readPage(adapter, url);
    expect(readings.length).toBe(conversations.length);
    const messages = readings.reduce((sum, { matched }) => sum + matched, 0);
    expect(messages).toBeGreaterThanOrEqual(12);
  });
});

describe.each(all)('$name', ({ adapter, name }) => {
  test('is counted as by hand', async () => {
    const { url, conversations } = openFixture(name);
    expect(counted(await readPage(adapter, url))).toEqual(conversations);
  });

  test('is counted as by hand when what was pending has become final', async () => {
    const { url, conversations, then } = openFixture(name);
    if (then) applyChanges(adapter, then.change);
    const expected = then?.conversations ?? conversations;
    expect(counted(await readPage(adapter, url))).toEqual(expected);
  });

  test('is told by its fingerprint, and by no other', () => {
    openFixture(name);
    const known = adapters.filter((one) => findIn(rootsOf(document, one.roots), one.fingerprint));
    expect(known.map(({ id }) => id)).toEqual([adapter.id]);
  });

  test('has a direction and a key of its own in each row, and times in order', async () => {
    const { url } = openFixture(name);
    for (const { rows, keyless, sideless } of await readPage(adapter, url)) {
      expect({ keyless, sideless }).toEqual({ keyless: 0, sideless: 0 });
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      const times = rows.flatMap(({ time }) => time?.at ?? []);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      if (times[0]) expect(times[0]).toBeGreaterThan(Date.parse('2026-01-01'));
    }
  });

  test('has a label outside its rows', async () => {
    const { url } = openFixture(name);
    for (const { label } of await readPage(adapter, url)) {
      if (adapter.conversation.label) expect(label).toMatch(/^\S.{0,78}\S$/);
    }
  });

  test('is broken, not silent, when the marks of direction are renamed', async () => {
    const { url } = openFixture(name);
    const direction = [{ out: '.never-there', in: '.never-there' }] as NamedAdapter['direction'];
    const renamed = { ...adapter, direction };
    for (const { rows, settled, sideless } of await readPage(renamed, url)) {
      expect(settled).toBeGreaterThan(0);
      expect(sideless).toBe(settled);
      expect(rows.every((row) => row.direction === null)).toBe(true);
    }
  });

  test('has rows that are found again after a change in them', async () => {
    const { url } = openFixture(name);
    for (const { box } of await readPage(adapter, url)) {
      expect(rowElements(box, adapter).length).toBeGreaterThan(0);
    }
  });
});

test('the account of The Lounge is the network, not the nick', async () => {
  const { url } = openFixture('thelounge.fixture.html');
  const adapter = adapters.find(({ id }) => id === 'thelounge') as NamedAdapter;
  const [reading] = await readPage(adapter, url);
  expect(reading?.box.ref).toEqual({
    adapter: 'thelounge',
    host: new URL(url).origin,
    account: 'network-6c9d2e70-harbour',
    conversation: 'ines',
  });
});
