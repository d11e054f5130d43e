import type { Definitions } from '../../shared/types';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { section, type View } from './view';

/** Lowest and highest value of each definition (DESIGN: "Words"). */
export const RANGES = { openingHours: [1, 24], turnMinutes: [2, 60] } as const;

/** A whole number inside the range, or null. */
export function readNumber(typed: string, [low, high]: readonly [number, number]): number | null {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= low && number <= high ? number : null;
}

function field(id: string, words: string, unit: string, key: keyof Definitions, now: number) {
  const [low, high] = RANGES[key];
  const range = `${id}-range`;
  const input = el('input', {
    id,
    type: 'number',
    class: 'number',
    min: String(low),
    max: String(high),
    step: '1',
    required: true,
    'aria-describedby': range,
  });
  input.value = String(now);
  const hint = el('span', { class: 'soft', id: range }, `${unit}, ${low} to ${high}`);
  const row = el('span', { class: 'row' }, input, hint);
  return { input, element: el('label', { class: 'field', for: id }, words, row) };
}

/** How long a silence is before a message counts as an opening, and how long a turn may pause. */
export function definitionsPart({ state, update }: View): HTMLElement {
  const { openingHours, turnMinutes } = state.settings.definitions;
  const openingWords = 'An opening is the first message after this much silence';
  const turnWords = 'Messages of one side belong to one turn with no more than this between them';
  const opening = field('opening', openingWords, 'hours', 'openingHours', openingHours);
  const turn = field('turn', turnWords, 'minutes', 'turnMinutes', turnMinutes);
  const problem = el('p', { role: 'status', class: 'soft' });
  const submit = (event: Event) => {
    event.preventDefault();
    const hours = readNumber(opening.input.value, RANGES.openingHours);
    const minutes = readNumber(turn.input.value, RANGES.turnMinutes);
    if (hours === null || minutes === null) {
      const words = 'Please give whole numbers: 1 to 24 hours, and 2 to 60 minutes.';
      return problem.replaceChildren(words);
    }
    const definitions = { openingHours: hours, turnMinutes: minutes };
    return void update(ask('page:settings', { change: { definitions } }), 'Saved.');
  };
  return section(
    'definitions',
    'How it counts',
    el(
      'form',
      { class: 'stack', submit, novalidate: true },
      opening.element,
      turn.element,
      problem,
      el('div', { class: 'row' }, el('button', { id: 'define', type: 'submit' }, 'Save')),
    ),
    el('p', { class: 'soft' }, 'Rows of the last 58 days are worked out anew; older ones stay.'),
  );
}
