/** Nudges in the person's language. Pure. */
import { nudges as bundled } from 'toward:catalogue';
import type { Language } from '../../shared/language';
import type { Nudge } from '../../shared/nudge';
import type { Texts } from './language-file';

const english = new Map(bundled.map(({ id, say }) => [id, say]));

/**
 * With the texts of the package wherever a nudge is the English one of this version. Any other is a
 * server's, and stays as it is.
 */
export function translated(
  nudge: Nudge,
  texts: Texts | undefined,
  language: Exclude<Language, 'en'>,
): Nudge {
  if (english.get(nudge.id) !== nudge.say) return nudge;
  const { lang: _, ...plain } = nudge;
  return isWhole(texts, nudge) ? { ...plain, ...texts, lang: language } : plain;
}

/** All texts of the nudge or none: a card does not change its language half way. */
function isWhole(texts: Texts | undefined, nudge: Nudge): texts is Pick<Nudge, 'say' | 'ask'> {
  const fields = ['say', 'ask', ...(nudge.try === undefined ? [] : ['try'])] as (keyof Texts)[];
  return fields.every((field) => typeof texts?.[field] === 'string' && texts[field] !== '');
}
