import type { WeekView } from '../../shared/messages';
import { ask } from '../shared/ask';
import { type Child, el } from '../shared/el';
import type { PageContext } from './context';
import { openingsCounted } from './counted';
import { shownChats } from './facts';
import { told } from './figure';
import { pieces } from './fill';
import { part, setHidden } from './part';

type Guess = NonNullable<WeekView['guess']>;
type Answered = Exclude<Guess, 'skipped'>;

const CHOICES = ['me', 'them', 'both', 'no-idea', 'skipped'] as const;

/** Figures wait for a guess (or for its skipping) in finished weeks, unless the part is hidden. */
export function isWaiting({ view, state }: PageContext): boolean {
  return !view.running && view.guess === null && !state.settings.hiddenParts.includes('guess');
}

/** The question before the figures; `reveal` shows them. */
export function guessPart(context: PageContext, reveal: () => void): HTMLElement | null {
  const { running, guess } = context.view;
  if (running || guess === 'skipped') return null;
  if (guess) return part(context, 'guess', answered(guess, context));
  const section = part(context, 'guess', question(context, settle, never));
  function settle() {
    const next = guessPart(context, reveal);
    reveal();
    if (next) section?.replaceWith(next);
    else section?.remove();
    (next?.querySelector('h2') ?? document.querySelector<HTMLElement>('.figures h2'))?.focus();
  }
  async function never() {
    if (await setHidden(context, 'guess', true)) settle();
  }
  section?.addEventListener('part-hidden', reveal);
  return section;
}

function question(
  context: PageContext,
  settle: () => void,
  never: () => Promise<void>,
): HTMLElement {
  const { view, speech } = context;
  const words = speech.words.guess;
  const buttons = CHOICES.map((guess) => {
    const click = async () => {
      if (!(await ask('page:guess', { week: view.week, practice: view.practice, guess }))) return;
      view.guess = guess;
      settle();
    };
    const attributes = { type: 'button', id: `guess-${guess}`, click: () => void click() };
    return el('button', attributes, words.choices[guess]);
  });
  const plain = { type: 'button', id: 'guess-never', class: 'plain', click: () => void never() };
  return el(
    'fieldset',
    {},
    el('legend', {}, words.question),
    el('div', { class: 'row' }, ...buttons, el('button', plain, words.never)),
  );
}

function answered(guess: Answered, context: PageContext): HTMLElement {
  const words = context.speech.words.guess;
  const counts = countsOf(context);
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, words.said[guess]),
    el('p', { id: 'guess-count' }, ...countLine(counts, context)),
    isOther(guess, counts) && el('p', {}, words.differ),
    openingsCounted(context),
  );
}

interface Counts {
  mine: number;
  theirs: number;
  atLeast: boolean;
}

function countsOf({ view }: PageContext): Counts {
  const chats = shownChats(view);
  const sum = (field: 'opened_by_me' | 'opened_by_them') =>
    chats.reduce((total, { sums }) => total + sums[field], 0);
  return {
    mine: sum('opened_by_me'),
    theirs: sum('opened_by_them'),
    atLeast: chats.some((chat) => chat.atLeast),
  };
}

function countLine({ mine, theirs, atLeast }: Counts, { speech }: PageContext): Child[] {
  const { guess } = speech.words;
  if (mine + theirs === 0) return [guess.none];
  const count = (n: number) => told(n, atLeast, speech);
  return pieces(guess.count, { mine: count(mine), theirs: count(theirs) });
}

/** The count tells another story than the guess; neither is marked as right. */
function isOther(guess: Answered, { mine, theirs }: Counts): boolean {
  if (mine + theirs === 0 || guess === 'no-idea') return false;
  if (guess === 'both') return mine === 0 || theirs === 0;
  return guess === 'me' ? mine <= theirs : theirs <= mine;
}
