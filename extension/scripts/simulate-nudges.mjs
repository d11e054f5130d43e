/**
 * Leads made-up people through 10,032 weeks and writes which cards they met into docs/nudges.md.
 * If a rule was broken it says which, and writes nothing. It takes some minutes.
 *
 *   node scripts/simulate-nudges.mjs
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { catalogueSource } from './catalogue.mjs';

const extension = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENT = join(extension, '..', 'docs', 'nudges.md');

const catalogue = {
  name: 'catalogue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^toward:catalogue$/ }, ({ path }) => ({ path, namespace: 'toward' }));
    onLoad({ filter: /./, namespace: 'toward' }, () => ({ contents: catalogueSource() }));
  },
};

async function bundled(folder) {
  const outfile = join(folder, 'weeks.mjs');
  await esbuild.build({
    entryPoints: [join(extension, 'src', 'made-up', 'weeks', 'main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'node20',
    plugins: [catalogue],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile));
}

async function simulate() {
  const folder = mkdtempSync(join(tmpdir(), 'toward-weeks-'));
  try {
    const { written, run, EACH, EACH_OF_SAMPLE } = await bundled(folder);
    const all = run(EACH);
    const broken = JSON.stringify(all.broken);
    if (broken !== '{}') throw new Error(`Rules were broken: ${broken}. Mend the budget first.`);
    const document = readFileSync(DOCUMENT, 'utf8');
    writeFileSync(DOCUMENT, await written(document, all, run(EACH_OF_SAMPLE)));
    console.log(`Wrote the figures of ${all.personWeeks} person-weeks into docs/nudges.md.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await simulate();
} catch (error) {
  console.error(`The figures were not made. ${error.message}`);
  process.exitCode = 1;
}
