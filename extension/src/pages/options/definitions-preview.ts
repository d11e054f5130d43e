/** What other definitions would change, in words and figures. */
import type { DefinedCounts, DefinitionsPreview } from '../../shared/messages';
import type { Definitions } from '../../shared/types';
import { type Child, el } from '../shared/el';
import { chatName } from '../shared/words';

const figure = (text: number) => el('span', { class: 'figure', tabindex: '0' }, String(text));

type Pair = readonly [keyof DefinedCounts, keyof DefinedCounts];
const OPENINGS: Pair = ['opened_by_me', 'opened_by_them'];
const TURNS: Pair = ['turns_sent', 'turns_received'];

type Change = Pick<DefinitionsPreview, 'before' | 'after'>;

function isSame({ before, after }: Change, pair: Pair): boolean {
  return pair.every((field) => before[field] === after[field]);
}

/** "14 and 9 instead of 21 and 15", yours first. */
function instead({ before, after }: Change, [mine, theirs]: Pair): Child[] {
  const both = (counts: DefinedCounts) => [figure(counts[mine]), ' and ', figure(counts[theirs])];
  return [...both(after), ' instead of ', ...both(before)];
}

/** "openings 14 and 9 instead of 21 and 15; turns as now" */
function changes(change: Change, openings: string, turns: string): Child[] {
  const part = (pair: Pair, words: string) =>
    isSame(change, pair) ? [`${words} as now`] : [`${words} `, ...instead(change, pair)];
  return [...part(OPENINGS, openings), '; ', ...part(TURNS, turns), '.'];
}

/** "With 12 hours", "With 12 hours and 20 minutes": what differs from now. */
function withWords(wanted: Definitions, current: Definitions): string {
  const hours = wanted.openingHours === 1 ? '1 hour' : `${wanted.openingHours} hours`;
  const parts = [
    ...(wanted.openingHours === current.openingHours ? [] : [hours]),
    ...(wanted.turnMinutes === current.turnMinutes ? [] : [`${wanted.turnMinutes} minutes`]),
  ];
  return `With ${parts.join(' and ')}`;
}

function isAllSame(change: Change): boolean {
  return isSame(change, OPENINGS) && isSame(change, TURNS);
}

/** The sum first, then chat by chat. Of each pair the first figure is about the person's own. */
export function previewWords(view: DefinitionsPreview, current: Definitions): HTMLElement {
  const head = `${withWords(view.definitions, current)}: `;
  if (isAllSame(view) && view.chats.every(isAllSame)) {
    const text = `${head}nothing would change in the last ${view.days} days.`;
    return el('p', { id: 'definitions-sum' }, text);
  }
  const openings = `openings of the last ${view.days} days`;
  const sum = el('p', { id: 'definitions-sum' }, head, ...changes(view, openings, 'turns'));
  const items = view.chats.map((one) =>
    el('li', {}, `${chatName(one.chat)}: `, ...changes(one, 'openings', 'turns')),
  );
  return el(
    'div',
    { class: 'stack' },
    sum,
    el('p', { class: 'soft' }, 'The first figure of two is yours, the second theirs.'),
    el(
      'details',
      { id: 'definitions-chats' },
      el('summary', {}, 'Chat by chat'),
      el('ul', { class: 'items plain' }, ...items),
    ),
  );
}
