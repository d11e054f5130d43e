import { ask } from '../shared/ask';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { part } from './part';
import type { WeekWords } from './words/type';

const SAVE_AFTER_MS = 600;

/** This week's note, and the one of four weeks ago, blurred until opened. */
export function notePart(context: PageContext): HTMLElement | null {
  const { noteFourWeeksAgo: old } = context.view;
  const words = context.speech.words.note;
  return part(context, 'note', old && older(old, words), writing(context, words));
}

function writing({ view }: PageContext, words: WeekWords['note']): HTMLElement {
  const kept = el('p', { class: 'soft', role: 'status', id: 'note-kept' }, words.stays);
  const field = el('textarea', {
    id: 'note',
    rows: '3',
    'aria-describedby': 'note-kept',
    dir: 'auto',
  });
  field.value = view.note;
  const save = async () => {
    if (field.value === view.note) return;
    view.note = field.value;
    const { week, practice } = view;
    const answer = await ask('page:note', { week, practice, text: field.value });
    if (answer) kept.replaceChildren(words.kept);
  };
  field.addEventListener('input', debounced(save));
  field.addEventListener('change', () => void save());
  return el('div', { class: 'field' }, el('label', { for: 'note' }, words.label), field, kept);
}

function debounced(act: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void act(), SAVE_AFTER_MS);
  };
}

/** Out of sight for eyes and screen readers alike until the button is pressed. */
function older(text: string, words: WeekWords['note']): HTMLElement {
  const hidden = { class: 'old-note', dir: 'auto', inert: true, 'aria-hidden': 'true' };
  const old = el('p', hidden, text);
  const open = el('button', { type: 'button' }, words.open);
  open.addEventListener('click', () => {
    old.inert = false;
    old.removeAttribute('aria-hidden');
    old.tabIndex = -1;
    old.focus();
    open.remove();
  });
  return el('div', { class: 'note stack' }, el('p', {}, words.old), old, open);
}
