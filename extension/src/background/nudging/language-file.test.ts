import { nudges } from 'toward:catalogue';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import german from '../../../../nudges/translations/de/being-there.json';
import { type FakeStorage, installStorage } from '../../made-up/chrome';
import { FakePackage } from '../../made-up/package';
import { FakeServer, json } from '../../made-up/server';
import { LANGUAGES } from '../../shared/language';
import type { Nudge } from '../../shared/nudge';

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');
const FILE = 'nudges/de.json';
const english = nudges.find(({ id }) => id === 'being-there') as Nudge;

let storage: FakeStorage;
let files: FakePackage;
let catalogue: () => Promise<readonly Nudge[]>;

/** A worker that just woke: what it kept in memory is gone. */
async function wake(): Promise<void> {
  vi.resetModules();
  ({ catalogue } = await import('./catalogue'));
}

beforeEach(async () => {
  storage = installStorage();
  files = new FakePackage().install('de-AT');
  await wake();
});

async function beingThere(): Promise<Nudge | undefined> {
  return (await catalogue()).find(({ id }) => id === 'being-there');
}

test.each(TRANSLATED)('every nudge is there in %s, from the package alone', async (language) => {
  files.install(language);
  const told = await catalogue();
  expect(told.map(({ id }) => id)).toEqual(nudges.map(({ id }) => id));
  expect(told.filter(({ lang }) => lang !== language).map(({ id }) => id)).toEqual([]);
  expect(told.filter(({ say }, i) => say === nudges[i]?.say)).toEqual([]);
  expect(files.asked).toEqual([`chrome-extension://toward/nudges/${language}.json`]);
});

test('the package holds a file for each language and no other', () => {
  const held = TRANSLATED.map((language) => `nudges/${language}.json`);
  expect(Object.keys(files.files).sort()).toEqual(held.sort());
});

test('only the texts change', async () => {
  expect(await beingThere()).toEqual({ ...english, ...german, lang: 'de' });
});

test('in English no file is asked for', async () => {
  files.install('en-GB');
  expect(await catalogue()).toBe((await import('toward:catalogue')).nudges);
  expect(files.asked).toEqual([]);
});

test('a file is read once, however often and at once it is asked for', async () => {
  await Promise.all([catalogue(), catalogue()]);
  await catalogue();
  expect(files.asked).toHaveLength(1);
});

test('another choice in the options reads another file', async () => {
  await catalogue();
  storage.values.settings = { language: 'ar' };
  expect((await beingThere())?.lang).toBe('ar');
  expect(files.asked.map((url) => url.slice(-7))).toEqual(['de.json', 'ar.json']);
});

describe('in English come', () => {
  test.each([
    ['a nudge without a text', undefined],
    ['a nudge without its question', { say: 'Hallo.' }],
    ['a nudge with an empty text', { say: '', ask: 'Was?' }],
    ['a nudge with what is no text', { say: 'Hallo.', ask: 7 }],
  ])('%s, and the others do not', async (_, texts) => {
    const { 'being-there': _gone, ...others } = files.files[FILE] as Record<string, object>;
    files.files[FILE] = { ...others, ...(texts ? { 'being-there': texts } : {}) };
    expect(await beingThere()).toEqual(english);
    expect((await catalogue()).filter(({ lang }) => lang === 'de')).toHaveLength(nudges.length - 1);
  });

  test.each([
    ['is missing', undefined],
    ['holds no texts', null],
    ['holds something else', 'Hallo'],
  ])('all nudges when the file %s', async (_, content) => {
    if (content === undefined) delete files.files[FILE];
    else files.files[FILE] = content;
    expect(await catalogue()).toEqual(nudges);
  });
});

test('a file that could not be read is tried again', async () => {
  const { [FILE]: content } = files.files;
  delete files.files[FILE];
  await catalogue();
  files.files[FILE] = content;
  expect((await beingThere())?.lang).toBe('de');
});

describe('a server', () => {
  const newer = { ...english, id: 'newer', say: 'Ganz neu.' };
  let server: FakeServer;

  beforeEach(() => {
    storage.values.server = { url: 'http://127.0.0.1:8000' };
    server = new FakeServer().install();
  });

  async function serve(language: string, list: object[]): Promise<void> {
    const { refreshCatalogue } = await import('./catalogue');
    server.next = [() => json(200, { language, nudges: list }, { ETag: '"1"' })];
    await refreshCatalogue('de');
    files.install('de');
  }

  test('gives its nudges in the language; what it left in English is of the package', async () => {
    await serve('de', [newer, english]);
    expect(server.paths).toEqual(['GET /v1/nudges?lang=de']);
    const told = await catalogue();
    expect(told.map(({ say, lang }) => [say, lang])).toEqual([
      ['Ganz neu.', 'de'],
      [german.say, 'de'],
    ]);
  });

  test('that does not know the language gives English, and it is said to be', async () => {
    await serve('en', [{ ...newer, say: 'Quite new.' }]);
    expect((await catalogue()).map(({ lang }) => lang)).toEqual(['en']);
  });

  test('is not believed about another language than the chosen one', async () => {
    await serve('de', [newer]);
    storage.values.settings = { language: 'fr' };
    expect(await catalogue()).toHaveLength(nudges.length);
  });

  test('is asked for what is newer only in the same language', async () => {
    await serve('de', [newer]);
    server.install();
    const { refreshCatalogue } = await import('./catalogue');
    for (const language of ['de', 'uk'] as const) await refreshCatalogue(language).catch(() => {});
    const tags = server.asked.map(({ headers }) => headers['If-None-Match'] ?? null);
    expect(tags).toEqual([null, '"1"', null]);
  });
});
