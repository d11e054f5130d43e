import type { WeekView } from '../../shared/messages';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { part } from './part';

type Guess = NonNullable<WeekView['guess']>;

const CHOICES: [Guess, string][] = [
  ['me', 'Mostly me'],
  ['them', 'Mostly them'],
  ['both', 'Both'],
  ['no-idea', 'No idea'],
  ['skipped', 'Skip'],
];

/** Figures wait for a guess (or for its skipping) in finished weeks, unless the part is hidden. */
export function isWaiting({ view, state }: PageContext): boolean {
  return !view.running && view.guess === null && !state.settings.hiddenParts.includes('guess');
}

/** The question before the figures; `reveal` shows them. */
export function guessPart(context: PageContext, reveal: () => void): HTMLElement | null {
  if (context.view.running || context.view.guess === 'skipped') return null;
  if (context.view.guess) return part(context, 'guess', answered(context.view.guess));
  const section = part(
    context,
    'guess',
    question(context, (guess) => settle(guess)),
  );
  const settle = (guess: Guess) => {
    const next = guessPart(context, reveal);
    if (guess === 'skipped') section?.remove();
    else if (next) section?.replaceWith(next);
    reveal();
    next?.querySelector('h2')?.focus();
  };
  return section;
}

function question(context: PageContext, settle: (guess: Guess) => void): HTMLElement {
  const { view } = context;
  const buttons = CHOICES.map(([guess, words]) => {
    const click = async () => {
      if (!(await ask('page:guess', { week: view.week, practice: view.practice, guess }))) return;
      view.guess = guess;
      settle(guess);
    };
    return el('button', { type: 'button', id: `guess-${guess}`, click: () => void click() }, words);
  });
  return el(
    'fieldset',
    {},
    el('legend', {}, 'Before you look: who began most of these chats?'),
    el('div', { class: 'row' }, ...buttons),
  );
}

function answered(guess: Guess): HTMLElement {
  const words = CHOICES.find(([choice]) => choice === guess)?.[1].toLowerCase() ?? '';
  return el(
    'p',
    {},
    `Your guess: ${words}. The count below misses calls and other apps, so where it differs, both can be right. How does it fit how the week felt?`,
  );
}
