import type { DefinitionsPreview } from '../../shared/messages';
import { DEFINITION_LIMITS } from '../../shared/turns';
import type { Definitions } from '../../shared/types';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import { previewWords } from './definitions-preview';
import { section, type View } from './view';

/** A whole number inside the range, or null. */
export function readNumber(typed: string, [low, high]: readonly [number, number]): number | null {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= low && number <= high ? number : null;
}

function field(id: string, words: string, unit: string, key: keyof Definitions, now: number) {
  const [low, high] = DEFINITION_LIMITS[key];
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

function isSame(a: Definitions, b: Definitions): boolean {
  return a.openingHours === b.openingHours && a.turnMinutes === b.turnMinutes;
}

const OUTSIDE = 'Please give whole numbers: 1 to 24 hours, and 2 to 60 minutes.';

/** How long a silence is before a message counts as an opening, and how long a turn may pause. */
export function definitionsPart({ state, update }: View): HTMLElement {
  const current = state.settings.definitions;
  const openingWords = 'An opening is the first message after this much silence';
  const turnWords = 'Messages of one side belong to one turn with no more than this between them';
  const opening = field('opening', openingWords, 'hours', 'openingHours', current.openingHours);
  const turn = field('turn', turnWords, 'minutes', 'turnMinutes', current.turnMinutes);
  const preview = el('div', { role: 'status', id: 'definitions-preview' });
  const apply = el('button', { id: 'define', type: 'submit', disabled: true }, 'Apply');
  /** What is shown: only that can be applied. */
  let shown: DefinitionsPreview | null = null;
  const show = (view: DefinitionsPreview | null, ...words: (Node | string)[]) => {
    shown = view;
    apply.disabled = view === null;
    preview.replaceChildren(...words);
  };
  const typed = (): Definitions | null => {
    const openingHours = readNumber(opening.input.value, DEFINITION_LIMITS.openingHours);
    const turnMinutes = readNumber(turn.input.value, DEFINITION_LIMITS.turnMinutes);
    return openingHours === null || turnMinutes === null ? null : { openingHours, turnMinutes };
  };
  const look = async () => {
    const definitions = typed();
    if (!definitions) return show(null, OUTSIDE);
    show(null);
    if (isSame(definitions, current)) return;
    const view = await ask('page:definitions-preview', { definitions });
    // Something else may have been typed meanwhile.
    const latest = typed();
    if (view && latest && isSame(view.definitions, latest)) show(view, previewWords(view, current));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const definitions = shown?.definitions;
    if (!definitions) return void look();
    return void update(ask('page:settings', { change: { definitions } }), 'Applied.');
  };
  return section(
    'definitions',
    'How it counts',
    el(
      'form',
      { class: 'stack', submit, input: () => void look(), novalidate: true },
      opening.element,
      turn.element,
      preview,
      el('div', { class: 'row' }, apply),
    ),
    el(
      'p',
      { class: 'soft' },
      'Nothing changes before you apply it. Rows of the last 58 days are then worked out anew; older ones stay.',
    ),
  );
}
