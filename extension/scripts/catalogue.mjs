/** Adapters and nudges from their folders, checked against their schemas: one line an error. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { checkNudge, readTranslations } from './nudge-files.mjs';
import { watchedAttributes } from './watched.mjs';

const extension = fileURLToPath(new URL('..', import.meta.url));
const folders = {
  adapters: join(extension, 'adapters'),
  nudges: join(extension, '..', 'nudges'),
};
/** Files of the nudges' folder that are not nudges. */
const NOT_NUDGES = new Set(['signals.json', 'concepts.json']);

function readJson(file, name = basename(file)) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${name} is not valid JSON: ${error.message}. Mend it and build again.`);
  }
}

function readAll(folder, schemaFile, skip = new Set()) {
  const ajv = new Ajv2020({ allErrors: false, validateFormats: false, allowUnionTypes: true });
  const validate = ajv.compile(readJson(schemaFile));
  const names = readdirSync(folder).filter((n) => n.endsWith('.json') && !skip.has(n));
  return names.sort().map((name) => {
    const data = readJson(join(folder, name));
    if (!validate(data)) throw new Error(complaint(name, validate.errors[0], schemaFile));
    return { id: name.slice(0, -'.json'.length), ...data };
  });
}

function complaint(name, error, schemaFile) {
  const where = error.instancePath || 'the file';
  const what = error.params.additionalProperty ?? error.params.missingProperty ?? '';
  return (
    `${name}: ${where} ${error.message} ${what}`.trim() +
    `. Compare it with ${basename(schemaFile)} in the folder "schema" beside it, then build again.`
  );
}

export function readAdapters(folder = folders.adapters) {
  const adapters = readAll(folder, join(folders.adapters, 'schema', 'adapter.json'));
  return adapters.map((adapter) => ({ ...adapter, watched: watchedAttributes(adapter) }));
}

/** The English ones. All translations are checked with them. */
export function readNudges(folder = folders.nudges) {
  const nudges = readAll(folder, join(folders.nudges, 'schema', 'nudge.json'), NOT_NUDGES);
  const keys = (name) => new Set(Object.keys(readJson(join(folder, name))));
  const names = { signals: keys('signals.json'), concepts: keys('concepts.json') };
  for (const nudge of nudges) checkNudge(nudge, names);
  readTranslations(join(folder, 'translations'), nudges, readJson);
  return nudges;
}

/** The translated texts by language and id; a nudge may be missing in any of them. */
export function readTexts(folder = folders.nudges) {
  return readTranslations(join(folder, 'translations'), readNudges(folder), readJson);
}

/** esbuild and vitest plugin: `import { adapters, nudges } from 'toward:catalogue'`. */
export function catalogueSource() {
  return (
    `export const adapters = ${JSON.stringify(readAdapters())};\n` +
    `export const nudges = ${JSON.stringify(readNudges())};\n`
  );
}
