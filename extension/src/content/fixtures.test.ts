// @vitest-environment happy-dom
/** Every adapter reads its invented pages, and tells what was counted there by hand. */
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import type { NamedAdapter } from '../shared/messages';
import { find } from './page/select';
import { findBoxes, labelOf } from './reading/boxes';
import { RowCache, readList } from './reading/rows';

const FOLDER = '../../adapters/';
const files = import.meta.glob('../../adapters/*.fixture.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const names = Object.keys(files).map((path) => path.slice(FOLDER.length));
const fixturesOf = (id: string) => names.filter((name) => name.startsWith(`${id}.`));

interface Told {
  id: string;
  kind: string;
  sent: number;
  received: number;
}

function open(name: string): { document: Document; location: Location } {
  const page = new DOMParser().parseFromString(files[FOLDER + name] ?? '', 'text/html');
  return { document: page, location: new URL('https://chat.example.net/') as never };
}

function expected(page: Document): Told[] {
  const text = page.querySelector('script[data-expected]')?.textContent ?? '';
  return JSON.parse(text).conversations;
}

async function read(adapter: NamedAdapter, name: string): Promise<Told[]> {
  const page = open(name);
  const boxes = findBoxes(adapter, [page.document], page);
  return Promise.all(
    boxes.map(async (box) => {
      const { rows } = await readList(box, adapter, new RowCache(adapter), () => null);
      const went = (way: string) => rows.filter(({ direction }) => direction === way).length;
      const { conversation: id } = box.ref;
      return { id, kind: box.kind, sent: went('out'), received: went('in') };
    }),
  );
}

const all = adapters.flatMap((adapter) =>
  fixturesOf(adapter.id).map((name) => ({ adapter, name })),
);

test.each(adapters)(
  '$id has an invented page: $id.fixture.html in extension/adapters',
  ({ id }) => {
    expect(fixturesOf(id)).toContain(`${id}.fixture.html`);
  },
);

describe.each(all)('$name', ({ adapter, name }) => {
  test('is counted as by hand', async () => {
    expect(await read(adapter, name)).toEqual(expected(open(name).document));
  });

  test('is told by its fingerprint, and by no other', () => {
    const { document: page } = open(name);
    const known = adapters.filter(({ fingerprint }) => find(page, fingerprint));
    expect(known.map(({ id }) => id)).toEqual([adapter.id]);
  });

  test('has a time, a direction and a key of its own in each row', async () => {
    const page = open(name);
    for (const box of findBoxes(adapter, [page.document], page)) {
      const { rows, abstained } = await readList(box, adapter, new RowCache(adapter), () => null);
      expect(abstained).toBe(0);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      for (const { time } of rows) expect(time?.at).toBeGreaterThan(Date.parse('2026-01-01'));
      const times = rows.map(({ time }) => time?.at ?? 0);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  test('has a label outside its rows', () => {
    const page = open(name);
    for (const box of findBoxes(adapter, [page.document], page))
      expect(labelOf(box, adapter, page)).toMatch(/^\S.{0,78}\S$/);
  });

  test('loses its direction and is broken, not silent, when its marks are renamed', async () => {
    const page = open(name);
    const never = { out: '.never-there', in: '.never-there' };
    const renamed = { ...adapter, direction: [never] as NamedAdapter['direction'] };
    for (const box of findBoxes(renamed, [page.document], page)) {
      const reading = await readList(box, renamed, new RowCache(renamed), () => null);
      expect(reading.abstained).toBe(reading.settled);
      expect(reading.rows.every(({ direction }) => direction === null)).toBe(true);
    }
  });
});

test('the account of The Lounge is the network, not the nick', () => {
  const page = open('thelounge.fixture.html');
  const adapter = adapters.find(({ id }) => id === 'thelounge') as NamedAdapter;
  const [box] = findBoxes(adapter, [page.document], page);
  expect(box?.ref).toEqual({
    adapter: 'thelounge',
    host: 'https://chat.example.net',
    account: 'network-6c9d2e70-harbour',
    conversation: 'ines',
  });
});
