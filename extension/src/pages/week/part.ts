import type { AppState } from '../../shared/messages';
import { ask } from '../shared/ask';
import { type Child, el } from '../shared/el';
import type { PageContext, PartId } from './context';
import { fill } from './fill';

/**
 * A part with its heading, and a way to hide it for good; null where it is hidden. When it is
 * hidden it says so by a `part-hidden` event.
 */
export function part(context: PageContext, id: PartId, ...children: Child[]): HTMLElement | null {
  if (context.state.settings.hiddenParts.includes(id)) return null;
  const { hiding, parts } = context.speech.words;
  const heading = `${id}-${context.view.week}`;
  const section = el('section', {
    class: 'part stack',
    'data-part': id,
    // The same part of two weeks may be on the page.
    'aria-labelledby': `${heading} heading-${context.view.week}`,
  });
  const away = async () => {
    if (!(await setHidden(context, id, true))) return;
    section.dispatchEvent(new Event('part-hidden'));
    section.replaceWith(hiddenLine(context, id, section));
  };
  const label = fill(hiding.hideLabel, { part: parts[id] });
  const hide = { type: 'button', class: 'plain', 'aria-label': label, click: () => void away() };
  section.append(
    el(
      'div',
      { class: 'part-head' },
      el(context.below ? 'h3' : 'h2', { id: heading, tabindex: '-1' }, parts[id]),
      el('button', hide, hiding.hide),
    ),
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return section;
}

function hiddenLine(context: PageContext, id: PartId, section: HTMLElement): HTMLElement {
  const { hiding, parts } = context.speech.words;
  const back = el('button', { type: 'button', class: 'plain' }, hiding.undo);
  const options = el('a', { href: 'options.html#week' }, hiding.options);
  const words = fill(hiding.hidden, { part: parts[id] });
  const line = el('p', { class: 'soft row' }, words, options, back);
  back.addEventListener('click', async () => {
    if (!(await setHidden(context, id, false))) return;
    line.replaceWith(section);
    section.querySelector<HTMLElement>('.part-head > :first-child')?.focus();
  });
  queueMicrotask(() => back.focus());
  return line;
}

/** Adds to or takes from what is hidden, and tells whether that was kept. */
export async function setHidden(
  { state }: PageContext,
  id: string,
  hidden: boolean,
): Promise<AppState | null> {
  const others = state.settings.hiddenParts.filter((part) => part !== id);
  const hiddenParts = hidden ? [...others, id] : others;
  const answer = await ask('page:settings', { change: { hiddenParts } });
  if (answer) state.settings.hiddenParts = hiddenParts;
  return answer;
}
