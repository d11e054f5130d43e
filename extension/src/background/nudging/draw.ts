/** A nudge as a card: numbers into its text, reasons into "Why this?". Pure. */
import type { CardView } from '../../shared/card';
import type { Nudge, Signals } from '../../shared/nudge';
import { explain } from './explain';

const LANG = 'en';

export function draw(nudge: Nudge, signals: Signals, shown: string, first: boolean): CardView {
  const { rules, used, sources } = explain(nudge, signals);
  const number = new Intl.NumberFormat(LANG, { maximumFractionDigits: 1 });
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name) => number.format(signals[name as keyof Signals] ?? 0));
  return {
    shown,
    nudge: nudge.id,
    say: fill(nudge.say),
    ask: nudge.ask,
    try: nudge.try ?? null,
    why: {
      numbers: used.flatMap(({ value, label, definition, window }) =>
        value === null
          ? []
          : [
              {
                value: number.format(value),
                meaning: `${label}. ${definition} Looked at: ${window}.`,
              },
            ],
      ),
      rules,
      sources: sources.map(({ claim, work, doi, url, kind }) => {
        const link = doi ? `https://doi.org/${doi}` : (url ?? null);
        return { claim, work, link, kind };
      }),
    },
    first,
    lang: LANG,
    dir: 'ltr',
  };
}
