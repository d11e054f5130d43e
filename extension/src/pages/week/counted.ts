/** "How is this counted?" at every figure, with what it cannot see. */
import type { WeekChat } from '../../shared/messages';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { dateInWords } from './dates';
import { fill } from './fill';

export function letterCounted({ speech }: PageContext): HTMLElement {
  const { counted: words } = speech.words;
  const { days_in_touch, both_began } = words.signals;
  return counted(words.question, days_in_touch, both_began, words.unseen);
}

export function messagesCounted({ speech }: PageContext, hasUndated: boolean): HTMLElement {
  const { counted: words } = speech.words;
  const undated = hasUndated ? [words.undated] : [];
  const sentences = [words.message, words.day, ...undated, words.elsewhere, words.unseen];
  return counted(words.question, ...sentences);
}

export function answersCounted({ speech }: PageContext): HTMLElement {
  const { counted: words } = speech.words;
  return counted(words.question, words.answers);
}

export function openingsCounted({ state, speech }: PageContext): HTMLElement {
  const { counted: words } = speech.words;
  const { openingHours, turnMinutes } = state.settings.definitions;
  return counted(
    words.question,
    words.signals.own_openings_4w,
    words.signals.their_openings_4w,
    speech.plural(words.hours, openingHours),
    speech.plural(words.minutes, turnMinutes),
    words.afterGap,
    words.unseen,
  );
}

export function weeksCounted({ speech }: PageContext): HTMLElement {
  const { counted: words } = speech.words;
  return counted(words.question, words.bars, words.band, words.enough, words.unseen);
}

function counted(question: string, ...sentences: string[]): HTMLElement {
  return el(
    'details',
    { class: 'counted' },
    el('summary', {}, question),
    ...sentences.map((sentence) => el('p', {}, sentence)),
  );
}

/** What is special about this chat's counts this week. */
export function caveats(entry: WeekChat, { state, speech }: PageContext): HTMLElement {
  const { counted: words } = speech.words;
  const date = dateInWords(entry.chat.since, state.zone, speech);
  const lines = [
    entry.atLeast ? words.atLeast : '',
    entry.chat.counting ? '' : words.ended,
    fill(words.since, { date }),
  ].filter(Boolean);
  return el('p', { class: 'soft' }, lines.join(' '));
}
