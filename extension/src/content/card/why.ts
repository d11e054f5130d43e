import type { WhyView } from '../../shared/card';
import type { CardWords } from '../../shared/card-words';
import { make } from './make';

type Source = WhyView['sources'][number];

function source({ claim, work, link, kind }: Source): HTMLLIElement {
  const named = link
    ? make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, work)
    : make('span', {}, work);
  return make('li', {}, claim, ' ', named, make('span', { class: 'soft' }, ` (${kind})`));
}

/** Sources and claims are English, whatever language the card speaks. */
const ENGLISH = { lang: 'en', dir: 'ltr' };

function part(title: string, items: HTMLLIElement[], as: Record<string, string> = {}): Node[] {
  return items.length > 0 ? [make('h3', {}, title), make('ul', as, ...items)] : [];
}

/** The "Why this?" panel: the numbers with their definition, the rule in words, the sources. */
export function whyPanel(why: WhyView, words: CardWords): HTMLDetailsElement {
  const numbers = why.numbers.map(({ value: figure, meaning }) =>
    figure ? make('li', {}, make('b', {}, figure), ' ', meaning) : make('li', {}, meaning),
  );
  const rules = why.rules.map((rule) => make('li', {}, rule));
  return make(
    'details',
    {},
    make('summary', {}, words.why),
    make(
      'div',
      { class: 'why' },
      ...part(words.rules, rules),
      ...part(words.numbers, numbers),
      ...part(words.sources, why.sources.map(source), ENGLISH),
    ),
  );
}
