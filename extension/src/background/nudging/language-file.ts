/**
 * The nudges' texts in one language, as build.mjs writes them. It fetches, since a worker has no
 * other way to a file of its own package: nothing leaves the browser, and no site can see it.
 */
import type { Language } from '../../shared/language';

/** As in nudges/translations; what is missing is shown in English. */
export interface Texts {
  say?: unknown;
  ask?: unknown;
  try?: unknown;
}

type ById = Record<string, Texts | undefined>;

let kept: { language: Language; texts: Promise<ById> } | null = null;

/** By the nudge's id; read once, and empty where the file is missing or broken. */
export function textsIn(language: Language): Promise<ById> {
  if (kept?.language === language) return kept.texts;
  const texts = read(language).catch(() => {
    if (kept?.texts === texts) kept = null;
    return {};
  });
  kept = { language, texts };
  return texts;
}

async function read(language: Language): Promise<ById> {
  const response = await fetch(chrome.runtime.getURL(`nudges/${language}.json`));
  const texts: unknown = await response.json();
  return typeof texts === 'object' && texts !== null ? (texts as ById) : {};
}
