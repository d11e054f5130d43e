/** A nudge as a card: numbers into its text, reasons into "Why this?". Pure. */
import type { CardView } from '../../shared/card';
import { directionOf, isLanguage } from '../../shared/language';
import type { Nudge, Signals } from '../../shared/nudge';
import { explain } from './explain';

export function draw(nudge: Nudge, signals: Signals, shown: string, first: boolean): CardView {
  const { rules, used, sources } = explain(nudge, signals);
  const lang = isLanguage(nudge.lang) ? nudge.lang : 'en';
  const number = numbersIn(lang);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name) => number.format(signals[name as keyof Signals] ?? 0));
  return {
    shown,
    nudge: nudge.id,
    say: fill(nudge.say),
    ask: fill(nudge.ask),
    try: nudge.try === undefined ? null : fill(nudge.try),
    why: {
      // What a card goes by is told also where its number never is.
      numbers: used.map(({ value, meaning }) => ({
        value: value === null ? '' : number.format(value),
        meaning,
      })),
      rules,
      sources: sources.map(({ claim, work, doi, url, kind }) => {
        const link = doi ? `https://doi.org/${doi}` : (url ?? null);
        return { claim, work, link, kind };
      }),
    },
    first,
    lang,
    dir: directionOf(lang),
  };
}

function numbersIn(lang: string): Intl.NumberFormat {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
}
