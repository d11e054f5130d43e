import { ask } from '../shared/ask';
import { el } from '../shared/el';
import type { PageContext } from './context';
import { part } from './part';

const SAVE_AFTER_MS = 600;

/** This week's note, and the one of four weeks ago, blurred until opened. */
export function notePart(context: PageContext): HTMLElement | null {
  const { noteFourWeeksAgo } = context.view;
  return part(context, 'note', writing(context), noteFourWeeksAgo && older(noteFourWeeksAgo));
}

function writing({ view }: PageContext): HTMLElement {
  const kept = el('p', { class: 'soft', role: 'status' }, 'It stays in this browser.');
  const field = el('textarea', {
    id: 'note',
    rows: '3',
    'aria-describedby': 'note-kept',
    dir: 'auto',
  });
  kept.id = 'note-kept';
  field.value = view.note;
  const save = async () => {
    if (field.value === view.note) return;
    view.note = field.value;
    const { week, practice } = view;
    const answer = await ask('page:note', { week, practice, text: field.value });
    if (answer) kept.replaceChildren('Kept, in this browser.');
  };
  field.addEventListener('input', debounced(save));
  field.addEventListener('change', () => void save());
  const label = el('label', { for: 'note' }, 'Anything you would like to remember of this week');
  return el('div', { class: 'field' }, label, field, kept);
}

function debounced(act: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void act(), SAVE_AFTER_MS);
  };
}

function older(text: string): HTMLElement {
  const words = el(
    'p',
    { class: 'old-note', dir: 'auto', inert: true, 'aria-hidden': 'true' },
    text,
  );
  const open = el('button', { type: 'button' }, 'Open it');
  const box = el(
    'div',
    { class: 'note stack' },
    el('p', {}, 'Your note of four weeks ago'),
    words,
    open,
  );
  open.addEventListener('click', () => {
    words.inert = false;
    words.removeAttribute('aria-hidden');
    words.tabIndex = -1;
    words.focus();
    open.remove();
  });
  return box;
}
