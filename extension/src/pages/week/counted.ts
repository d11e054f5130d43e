/** "How is this counted?" at every figure, with what it cannot see. */
import type { WeekChat } from '../../shared/messages';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { dateInWords } from './words';

const UNSEEN =
  'It cannot see calls, reactions, other apps, or what came and went while this chat was not shown in this browser.';

export function messagesCounted(): HTMLElement {
  return counted(
    'One bubble is one message, whatever is in it. Edits, reactions, deletions and system lines change nothing.',
    'Each counts on the day of its own time, or on the day it was seen coming. A message whose direction is not clear is not counted.',
    'Written on another device, it counts as soon as this chat shows it here.',
    UNSEEN,
  );
}

export function openingsCounted({ state }: PageContext): HTMLElement {
  const { openingHours, turnMinutes } = state.settings.definitions;
  return counted(
    `An opening is the first message after ${openingHours} hours or more of silence in the chat. Messages of one side within ${turnMinutes} minutes of each other are one turn, and count as one.`,
    'After a gap in what was seen, and at the very first message counted, nothing is taken for an opening.',
    UNSEEN,
  );
}

export function weeksCounted(): HTMLElement {
  return counted(
    'Each bar is a week; the last one is the week shown here. A week without any count has no bar.',
    'The shaded band holds most of the last eight weeks (from the 10th to the 90th percentile), the line is their middle. Weeks with fewer than 10 turns are left out of it. It is a habit, and no goal.',
    UNSEEN,
  );
}

function counted(...sentences: string[]): HTMLElement {
  return el(
    'details',
    { class: 'counted' },
    el('summary', {}, 'How is this counted?'),
    ...sentences.map((sentence) => el('p', {}, sentence)),
  );
}

/** What is special about this chat's counts this week, or null. */
export function caveats(entry: WeekChat, { state }: PageContext): HTMLElement | null {
  const lines = [
    entry.atLeast ? 'Several browsers saw parts of this, so each figure means “at least”.' : '',
    entry.chat.counting ? '' : 'Counting has ended in this chat.',
    `Counted since ${dateInWords(entry.chat.since, state.zone)}.`,
  ].filter(Boolean);
  return el('p', { class: 'soft' }, lines.join(' '));
}
