import type { AppState } from '../../shared/messages';
import { ask } from '../shared/ask';
import { type Child, el } from '../shared/el';
import { PARTS, type PageContext, type PartId } from './context';

/** A part with its heading, and a way to hide it for good; null where it is hidden. */
export function part(context: PageContext, id: PartId, ...children: Child[]): HTMLElement | null {
  if (context.state.settings.hiddenParts.includes(id)) return null;
  const section = el('section', { class: 'part stack', 'data-part': id, 'aria-label': PARTS[id] });
  const hide = el('button', { type: 'button', class: 'plain', click: () => void away() }, 'Hide');
  hide.setAttribute('aria-label', `Hide “${PARTS[id]}” for good`);
  const away = async () => {
    if (await setHidden(context, id, true)) section.replaceWith(hiddenLine(context, id, section));
  };
  const head = el('div', { class: 'part-head' }, el('h2', { tabindex: '-1' }, PARTS[id]), hide);
  section.append(
    head,
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return section;
}

function hiddenLine(context: PageContext, id: PartId, section: HTMLElement): HTMLElement {
  const back = el('button', { type: 'button', class: 'plain' }, 'Undo');
  const options = el('a', { href: 'options.html' }, 'options');
  const words = `“${PARTS[id]}” stays hidden. You can bring it back in the `;
  const line = el('p', { class: 'soft' }, words, options, '. ', back);
  back.addEventListener('click', async () => {
    if (!(await setHidden(context, id, false))) return;
    line.replaceWith(section);
    section.querySelector('h2')?.focus();
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
