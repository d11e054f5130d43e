import { ask } from '../shared/ask';
import { tick } from '../shared/choices';
import { PARTS } from '../week/context';
import { en } from '../week/words/en';
import { section, type View } from './view';

/** Which parts the weekly page has: those that were hidden "for good" come back here. */
export function weekPart({ state, update }: View): HTMLElement {
  const { hiddenParts } = state.settings;
  const change = (id: string, shown: boolean) => {
    const others = hiddenParts.filter((part) => part !== id);
    const next = shown ? others : [...others, id];
    void update(ask('page:settings', { change: { hiddenParts: next } }), 'Saved.');
  };
  const ticks = PARTS.map((id) =>
    tick(`part-${id}`, en.parts[id], !hiddenParts.includes(id), (shown) => change(id, shown)),
  );
  return section(
    'week',
    'The weekly page',
    'These parts are shown, where there is something to tell.',
    ...ticks,
  );
}
