/**
 * Builds the extension: one folder for Chromium and Firefox.
 *
 *   node build.mjs                          -> dist/
 *   node build.mjs --grant '<pattern>' …    -> dist-test/, for tests only: holds host permissions
 *                                              that a headless browser could not ask for, and a
 *                                              clock that tests can move.
 *   --out DIR                               -> another folder
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { catalogueSource, readTexts } from './scripts/catalogue.mjs';
import { OWN_NAMES } from './scripts/own-names.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const PAGES = ['welcome', 'popup', 'week', 'options'];
/** Fixes the id of test builds, so that a server can name it. */
const TEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAv2zKasT/4v0MTYypCgt4qf+BgYYQZkAFdfUQvgXKnjOukZ+MQjCH17N2oUUpHoF62d6PZ6l1DYdb2pf24gyQsed7/sGGPhzdU8ZPZCksgX2QqidNoBxWTQ9pZL8DAPP7PNDwaBjxgCsS9S0MazMNsSmjU7n19UnBoKpiTcpe/I+ioIEceypHsbaImKNCoPcLNhQErT1jeQA0pQdAe3wsHyRKCEqJxnHl3+W/3sVPGgIaYS90rut6oXNOqe2WQqnHKAbAH3ymVlqAPX2V8GDn109KMnVSnLbInLxcs5pvAcbGEumpgJl6lDRI6AWoVUHuNsV5c/AiK+EDtmIaf+FJ7QIDAQAB';

const catalogue = {
  name: 'catalogue',
  setup(build) {
    build.onResolve({ filter: /^toward:catalogue$/ }, () => ({
      path: 'catalogue',
      namespace: 'toward',
    }));
    build.onLoad({ filter: /.*/, namespace: 'toward' }, () => ({
      contents: catalogueSource(),
      loader: 'js',
    }));
  },
};

function options(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { grant: { type: 'string', multiple: true }, out: { type: 'string' } },
  });
  const test = values.grant !== undefined;
  if (positionals.length > 0 && !test) {
    throw new Error(`What is ${positionals[0]}? Match patterns come after --grant.`);
  }
  return {
    test,
    grant: [...(values.grant ?? []), ...positionals],
    out: resolve(values.out ?? join(here, test ? 'dist-test' : 'dist')),
  };
}

function manifest({ test, grant }) {
  const data = JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8'));
  if (!test) return data;
  return {
    ...data,
    name: 'Toward (test build with granted sites)',
    key: TEST_KEY,
    host_permissions: grant,
  };
}

function entries() {
  const pages = PAGES.map((page) => [page, join(here, 'src', 'pages', page, 'main.ts')]);
  return Object.fromEntries([
    ['background', join(here, 'src', 'background', 'main.ts')],
    ['card', join(here, 'src', 'content', 'card', 'main.ts')],
    ...pages,
  ]);
}

/** The content script is minified: every page of a site parses it. */
const SMALL = { minify: true, mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`) };

/** esbuild makes it small by names and spaces; terser finds what can be said in less. */
async function shorten(file) {
  const options = { compress: { passes: 3 }, mangle: true, ecma: 2020 };
  const { code } = await minify(readFileSync(file, 'utf8'), options);
  writeFileSync(file, `${code}\n`);
}

function copyPages(out) {
  for (const page of PAGES) {
    const folder = join(here, 'src', 'pages', page);
    for (const ending of ['html', 'css']) {
      const file = join(folder, `${page}.${ending}`);
      if (existsSync(file)) cpSync(file, join(out, `${page}.${ending}`));
    }
  }
  cpSync(join(here, 'src', 'pages', 'theme.css'), join(out, 'theme.css'));
  cpSync(join(here, 'icons'), join(out, 'icons'), { recursive: true });
  cpSync(join(here, '_locales'), join(out, '_locales'), { recursive: true });
}

/** One file a language: only the one that the person reads is loaded (nudging/language-file.ts). */
function writeTexts(out) {
  mkdirSync(join(out, 'nudges'));
  for (const [language, texts] of Object.entries(readTexts()))
    writeFileSync(join(out, 'nudges', `${language}.json`), JSON.stringify(texts));
}

export async function build(argv) {
  const choice = options(argv);
  const contents = catalogueSource();
  rmSync(choice.out, { recursive: true, force: true });
  mkdirSync(choice.out, { recursive: true });
  const common = {
    absWorkingDir: here,
    outdir: choice.out,
    bundle: true,
    format: 'iife',
    target: ['chrome120', 'firefox140'],
    charset: 'utf8',
    legalComments: 'inline',
    define: { __TEST_BUILD__: String(choice.test) },
    plugins: [catalogue],
    logLevel: 'warning',
  };
  const content = { content: join(here, 'src', 'content', 'main.ts') };
  await esbuild.build({ ...common, ...SMALL, entryPoints: content });
  await shorten(join(choice.out, 'content.js'));
  await esbuild.build({ ...common, minifySyntax: true, entryPoints: entries() });
  copyPages(choice.out);
  writeTexts(choice.out);
  const text = `${JSON.stringify(manifest(choice), null, 2)}\n`;
  writeFileSync(join(choice.out, 'manifest.json'), text);
  return { out: choice.out, bytes: contents.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { out } = await build(process.argv.slice(2));
    console.log(`Built the extension in ${out}`);
  } catch (error) {
    console.error(`The extension was not built. ${error.message}`);
    process.exitCode = 1;
  }
}
