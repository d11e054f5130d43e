/**
 * The nudges in use: those of the person's server when they are sound, else the bundled ones; in
 * the person's language, and each in English that has no translation.
 */
import { nudges as bundled } from 'toward:catalogue';
import signals from '../../../../nudges/signals.json';
import { isLanguage, type Language } from '../../shared/language';
import type { Nudge } from '../../shared/nudge';
import { load, save } from '../../shared/storage';
import { call, ServerAway } from '../server/call';
import { chosenLanguage } from './language';
import { textsIn } from './language-file';
import { translated } from './translated';

const MOMENTS = ['opened', 'composing', 'sent', 'received', 'week', 'thought'];
const LONGEST_TEXT = 600;

export async function catalogue(): Promise<readonly Nudge[]> {
  const language = await chosenLanguage();
  const served = await load('servedNudges');
  // Served in another language: asked for before the person chose this one.
  const list = served?.language === language ? (served.list as Nudge[]) : bundled;
  if (language === 'en') return list;
  const texts = await textsIn(language);
  return list.map((nudge) => translated(nudge, texts[nudge.id], language));
}

/** Fetches the server's nudges in a language; a broken answer changes nothing here. */
export async function refreshCatalogue(language: Language): Promise<void> {
  const served = await load('servedNudges');
  const path = `/v1/nudges?lang=${language}`;
  const known = served?.language === language ? { tag: served.tag } : {};
  const reply = await call({ method: 'GET', path, ...known });
  if (reply.status === 304) return;
  const { nudges: list, language: spoken } = (reply.body ?? {}) as Record<string, unknown>;
  if (reply.status !== 200 || !isCatalogue(list))
    throw new ServerAway('Its nudges cannot be read.');
  // A server that does not know the language answers in English.
  const lang = isLanguage(spoken) ? spoken : 'en';
  const told = list.map((nudge) => ({ ...nudge, lang }));
  await save('servedNudges', { tag: reply.tag ?? '', list: told, language });
}

/** Sound enough to be shown: right shapes, known signals, a source each. */
export function isCatalogue(list: unknown): list is Nudge[] {
  return Array.isArray(list) && list.length > 0 && list.every(isNudge);
}

function isNudge(value: unknown): value is Nudge {
  const nudge = value as Nudge;
  return (
    typeof value === 'object' &&
    value !== null &&
    [nudge.id, nudge.concept, nudge.say, nudge.ask].every(isText) &&
    (nudge.try === undefined || isText(nudge.try)) &&
    ['light', 'heavy'].includes(nudge.weight) &&
    ['R', 'H', 'B'].includes(nudge.role) &&
    MOMENTS.includes(nudge.moment) &&
    Number.isFinite(nudge.cooldown_days) &&
    isList(nudge.when) &&
    nudge.when.every((one) => Object.hasOwn(signals, one.signal)) &&
    isList(nudge.citations) &&
    nudge.citations.length > 0 &&
    nudge.citations.every(({ claim, work }) => isText(claim) && isText(work))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT;
}

function isList(value: unknown): value is object[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}
