/** The rules of the source itself. Each failure says what to do instead. */
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import { OWN_NAMES } from '../scripts/own-names.mjs';

const sources = import.meta.glob('./**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const data = import.meta.glob(['../adapters/*.json', '../../nudges/**/*.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const single = import.meta.glob(['../adapters/schema/adapter.json', '../manifest.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const schema = single['../adapters/schema/adapter.json'] ?? '';
const manifest = single['../manifest.json'] ?? '';

/** What is built into the extension: no tests, nothing made up for tests, nothing generated. */
const built = Object.entries(sources)
  .filter(([path]) => !/\.test\.ts$|made-up|\.gen\.ts$|\.d\.ts$/.test(path))
  .map(([path, text]) => ({ path: path.slice(2), code: withoutComments(text) }));

/** Line numbers stay as they are. */
function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, blank);
}

interface Rule {
  never: RegExp;
  /** Paths it is about. */
  within: RegExp;
  /** The files that may, each for a reason said there. */
  but?: string[];
  instead: string;
  /** A line that it must find: a rule that cannot fail is none. */
  finds: string;
}

const READS_TEXT =
  /\.(textContent|innerText|innerHTML|outerHTML|nodeValue|wholeText|value|dataset|attributes|ariaLabel|valueAsNumber)\b(?!\s*=[^=])/;

const RULES: Record<string, Rule> = {
  'text of a page is not read': {
    never: READS_TEXT,
    within: /^content\//,
    but: ['content/page/attributes.ts'],
    finds: 'const words = row.textContent;',
    instead:
      'Message text is never read (P1). Use readAttribute, or readLabel for a declared label.',
  },
  'selections and ranges are not made': {
    never: /\b(getSelection|createRange|createTreeWalker|caretRangeFromPoint|execCommand)\b/,
    within: /^content\//,
    finds: 'const all = document.createRange();',
    instead: 'They reach message text (P1). Match selectors instead.',
  },
  'keys and input are not read': {
    never: /\b(event|e)\.(key|code|data|clipboardData|dataTransfer|inputType)\b/,
    within: /^content\/(?!card\/)/,
    finds: "if (event.key === 'Enter') send();",
    instead: 'That something was typed may be noted, never what (P1).',
  },
  'attributes are read in one place': {
    never: /\b(getAttribute|getAttributeNS|getAttributeNode|getAttributeNames|hasAttributes)\b/,
    within: /^content\//,
    but: ['content/page/attributes.ts'],
    finds: "row.getAttribute('title')",
    instead: 'Use readAttribute of content/page/attributes.ts: it holds the closed list (P1).',
  },
  'labels of a page are not read': {
    never: /aria-label|data-pre-plain-text/,
    within: /^content\/(?!card\/)/,
    but: ['content/page/attributes.ts'],
    finds: "find(row, '[aria-label]')",
    instead: 'Labels can hold message text (P1). An adapter may declare a time label instead.',
  },
  'the card is a script of its own': {
    never: /(\bimport (?!type\b).* |^\} )from '\.\/card\//,
    within: /^content\//,
    finds: "import { showCard } from './card/show';",
    instead: 'Every page would pay for it. Hand what it needs to globalThis.towardCard.',
  },
  'the page hears nothing': {
    never:
      /\b(postMessage|dispatchEvent|BroadcastChannel|localStorage|sessionStorage|document\.cookie)\b/,
    within: /^content\//,
    but: ['content/page/stored.ts'],
    finds: "window.postMessage('toward', '*');",
    instead: 'A page cannot tell that Toward is there (P4). Send messages to the background.',
  },
  'small values are kept in one place': {
    never: /chrome\.storage\b/,
    within: /./,
    but: ['shared/storage.ts'],
    finds: "await chrome.storage.local.get('x');",
    instead: 'Declare the value in shared/storage.ts, with its default, and use load and save.',
  },
  'the ledger is opened in one place': {
    never: /\b(indexedDB|openDB)\b/,
    within: /./,
    but: ['background/ledger.ts'],
    finds: "openDB('toward', 2)",
    instead: 'Use ledger() of background/ledger.ts.',
  },
  'one file fetches': {
    never: /\b(fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts)/,
    within: /./,
    but: ['background/server/call.ts', 'background/nudging/language-file.ts'],
    finds: 'await fetch(url);',
    instead: 'Use call of background/server/call.ts: nothing leaves before consent (P3).',
  },
  'no text becomes code': {
    never: /\b(eval|Function)\(|\bimport\(|(setTimeout|setInterval)\(\s*['"`]/,
    within: /./,
    finds: "setTimeout('go()', 5)",
    instead: 'No remote code, no code from text (P7). Import what is needed at the top.',
  },
  'no text becomes markup': {
    never: /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/,
    within: /./,
    finds: 'box.innerHTML = text;',
    instead: 'Make elements with make (card) or el (pages).',
  },
};

function broken({ never, within, but = [], instead }: Rule): string[] {
  return built
    .filter(({ path }) => within.test(path) && !but.includes(path))
    .flatMap(({ path, code }) =>
      code.split('\n').flatMap((line, i) => {
        const found = never.exec(line)?.[0];
        return found ? [`src/${path}:${i + 1} has "${found}". ${instead}`] : [];
      }),
    );
}

describe('in the source', () => {
  test.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(broken(rule)).toEqual([]);
  });

  test.each(Object.entries(RULES))('a breach is found: %s', (_, { never, finds }) => {
    expect(never.test(finds)).toBe(true);
  });

  test('the text of a label is read once', () => {
    const page = built.find(({ path }) => path === 'content/page/attributes.ts');
    expect(page?.code.match(/textContent/g)).toHaveLength(1);
  });

  test('what fetches beside the server is a file of the package', () => {
    const file = built.find(({ path }) => path === 'background/nudging/language-file.ts');
    const fetched = file?.code.match(/\bfetch\(.*?\(/g);
    expect(fetched).toEqual(['fetch(chrome.runtime.getURL(']);
  });

  test('no file is empty of code, and the rules see all parts', () => {
    const parts = new Set(built.map(({ path }) => path.split('/')[0]));
    expect([...parts].sort()).toEqual(['background', 'content', 'pages', 'shared']);
    expect(built.length).toBeGreaterThan(80);
  });
});

/** The part of `src` that an import leads to: `shared/days`, or null for a package. */
function target(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function importsOf(code: string): string[] {
  const found = code.matchAll(/\b(?:from|import)\s+['"]([^'"]+)['"]/g);
  return [...found].map((one) => one[1] as string);
}

describe('imports', () => {
  const PARTS = ['content', 'background', 'pages', 'shared'];

  test('lead from each part to shared only, and from shared nowhere', () => {
    const wrong = built.flatMap(({ path, code }) => {
      const own = path.split('/')[0] as string;
      const parts = importsOf(code).map((one) => target(path, one)?.split('/')[0] ?? own);
      return parts
        .filter((part) => PARTS.includes(part) && part !== own && part !== 'shared')
        .map((part) => `src/${path} imports from ${part}. Move what both need to src/shared.`);
    });
    expect(wrong).toEqual([]);
  });

  test('are of the two packages that the extension ships', () => {
    const packages = built.flatMap(({ path, code }) =>
      importsOf(code)
        .filter((one) => !one.startsWith('.') && one !== 'toward:catalogue')
        .map((one) => `${path} ${one}`),
    );
    expect(packages.sort()).toEqual(['background/ledger.ts idb', 'pages/options/pairing-qr.ts qr']);
  });

  test('never bring test helpers into what is built', () => {
    const wrong = built.filter(({ code }) =>
      importsOf(code).some((one) => one.includes('made-up')),
    );
    expect(wrong.map(({ path }) => `src/${path} imports what is made up for tests.`)).toEqual([]);
  });
});

describe('names that the build shortens', () => {
  const shared = built.filter(({ path }) => /^(shared|content\/card)\//.test(path));

  test.each(OWN_NAMES)('%s stays within the content script', (name) => {
    const elsewhere = shared.filter(({ code }) =>
      new RegExp(`[.{,]\\s*${name}\\b|\\b${name}\\??:`).test(code),
    );
    expect(elsewhere.map(({ path }) => `src/${path} has ${name}: give it another name.`)).toEqual(
      [],
    );
    expect(schema).not.toContain(`"${name}"`);
  });
});

describe('data files', () => {
  test.each(Object.entries(data))('%s stands in its canonical form', (path, text) => {
    const name = path.split('/').at(-1);
    const form = `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
    const how = `Write ${name} as JSON.stringify(data, null, 2) and a newline would.`;
    expect(text === form ? 'as it should be' : how).toBe('as it should be');
  });

  test('adapters and the reader agree on which attributes are open', () => {
    const { pattern } = JSON.parse(schema).$defs.attr;
    expect(sources['./content/page/attributes.ts']).toContain(`/${pattern}/`);
  });

  test.each(adapters)('$id names open attributes only, but for its time', (adapter) => {
    const { time: _, ...rest } = adapter;
    const { pattern } = JSON.parse(schema).$defs.attr;
    const names = [...JSON.stringify(rest).matchAll(/"attr":"([^"]+)"/g)].map(
      (one) => one[1] ?? '',
    );
    const closed = names.filter((name) => !new RegExp(pattern).test(name));
    expect(
      closed.map((name) => `${adapter.id}.json reads ${name}: use an open attribute.`),
    ).toEqual([]);
  });

  test.each(adapters)('$id takes a part only of links and classes', (adapter) => {
    const whole: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { attr, pattern } = value as { attr?: string; pattern?: string };
      if (/^(href|src|class)$/.test(attr ?? '') && !pattern) whole.push(attr ?? '');
      Object.values(value).forEach(walk);
    };
    walk(adapter);
    expect(whole.map((attr) => `${adapter.id}.json reads ${attr}: add a pattern.`)).toEqual([]);
  });

  test.each(adapters)('$id says where the words are when its time is a label', (adapter) => {
    const { pattern } = JSON.parse(schema).$defs.attr;
    const isLabel = adapter.time?.some(({ attr }) => !new RegExp(pattern).test(attr));
    expect(!isLabel || Boolean(adapter.row.content)).toBe(true);
  });
});

describe('the manifest', () => {
  const told = JSON.parse(manifest);

  test('shows nothing to pages and takes no site by itself', () => {
    expect(told).not.toHaveProperty('web_accessible_resources');
    expect(told).not.toHaveProperty('externally_connectable');
    expect(told).not.toHaveProperty('content_scripts');
    expect(told.host_permissions ?? []).toEqual([]);
    expect(told.incognito).toBe('not_allowed');
  });
});
