import type { WhyView } from '../../shared/card';
import { make } from './make';
import { WORDS } from './words';

type Source = WhyView['sources'][number];

function source({ claim, work, link, kind }: Source): HTMLLIElement {
  const named = link
    ? make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, work)
    : make('span', {}, work);
  return make('li', {}, claim, ' ', named, make('span', { class: 'soft' }, ` (${kind})`));
}

function part(title: string, items: HTMLLIElement[]): Node[] {
  return items.length > 0 ? [make('h3', {}, title), make('ul', {}, ...items)] : [];
}

/** The "Why this?" panel: the numbers with their definition, the rule in words, the sources. */
export function whyPanel(why: WhyView): HTMLDetailsElement {
  const numbers = why.numbers.map(({ value: figure, meaning }) =>
    make('li', {}, make('b', {}, figure), ' ', meaning),
  );
  const rules = why.rules.map((rule) => make('li', {}, rule));
  return make(
    'details',
    {},
    make('summary', {}, make('bdi', {}, WORDS.why)),
    make(
      'div',
      { class: 'why' },
      ...part(WORDS.numbers, numbers),
      ...part(WORDS.rules, rules),
      ...part(WORDS.sources, why.sources.map(source)),
    ),
  );
}
