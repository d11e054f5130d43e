/** What a schema cannot say of nudges and their translations: one line an error. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of nudges/translations. */
export const LANGUAGES = ['ar', 'de', 'es', 'fr', 'pt-BR', 'uk'];
const TEXTS = ['say', 'ask', 'try'];

/** `names` holds the keys of signals.json and of concepts.json. */
export function checkNudge(nudge, names) {
  const file = `${nudge.id}.json`;
  if (!names.concepts.has(nudge.concept)) {
    throw fault(file, '/concept', `'${nudge.concept}' is not in concepts.json`, 'Use one that is');
  }
  for (const [i, { signal }] of nudge.when.entries()) {
    if (names.signals.has(signal)) continue;
    const what = `'${signal}' is not in signals.json`;
    throw fault(file, `/when/${i}/signal`, what, 'Define it there or use one that is');
  }
  const own = nudge.when.map(({ signal }) => signal);
  checkPlaces(
    file,
    nudge,
    own,
    'is no signal of its `when`',
    'Add a condition on it there or leave it out',
  );
}

/** Each translation's texts, by language and id: the texts of its nudge, and its placeholders. */
export function readTranslations(folder, nudges, readJson) {
  const byId = new Map(nudges.map((nudge) => [nudge.id, nudge]));
  const languages = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(
    languages.map((language) => {
      checkLanguage(language);
      const names = readdirSync(join(folder, language)).filter((n) => n.endsWith('.json'));
      const read = (name) => readTranslation(join(folder, language, name), language, name);
      return [language, Object.fromEntries(names.sort().map(read))];
    }),
  );

  function readTranslation(path, language, name) {
    const id = name.slice(0, -'.json'.length);
    const file = `${language}/${name}`;
    const english = byId.get(id);
    if (!english) throw fault(file, 'the file', 'is named after no nudge', 'Rename it');
    const texts = readJson(path, file);
    checkTexts(file, texts, english);
    return [id, texts];
  }
}

function checkLanguage(name) {
  if (LANGUAGES.includes(name)) return;
  const known = LANGUAGES.join(', ');
  throw fault(
    `translations/${name}`,
    'the folder',
    `is not one of ${known}`,
    'Rename or remove it',
  );
}

function checkTexts(file, texts, english) {
  if (texts?.constructor !== Object) throw fault(file, 'the file', 'is no object', 'Mend it');
  const wanted = TEXTS.filter((field) => field in english);
  for (const field of wanted) {
    if (typeof texts[field] === 'string' && texts[field] !== '') continue;
    throw fault(file, `/${field}`, 'is missing or no text', 'Write it');
  }
  const more = Object.keys(texts).find((field) => !wanted.includes(field));
  if (more) throw fault(file, `/${more}`, 'is not in the English', 'Leave it out');
  checkPlaces(file, texts, placesOf(english), 'is not in the English', 'Leave it out');
  checkPlaces(file, english, placesOf(texts), 'of the English is missing', 'Put it in');
}

function checkPlaces(file, texts, known, what, todo) {
  for (const field of TEXTS) {
    const unknown = placesOf({ [field]: texts[field] }).find((name) => !known.includes(name));
    if (unknown !== undefined) throw fault(file, `/${field}`, `{${unknown}} ${what}`, todo);
  }
}

/** The names in braces, a brace that is never closed among them. */
function placesOf(texts) {
  const text = TEXTS.map((field) => texts[field] ?? '').join(' ');
  return [...text.matchAll(/\{([^{}]*)\}?/g)].map((match) => match[1]);
}

function fault(file, field, what, todo) {
  return new Error(`${file}: ${field} ${what}. ${todo}, then build again.`);
}
