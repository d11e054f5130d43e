import type { ThoughtsView } from '../../shared/views';
import { ask, notice } from '../shared/ask';
import { el, redraw } from '../shared/el';
import { budgetPart, weightyPart } from './thoughts-budget';
import { learnedPart } from './thoughts-learned';
import { listPart, retiredPart } from './thoughts-list';
import { ownPart } from './thoughts-own';
import { section, type View } from './view';

/** What the parts below are given: how it stands, and a way to change it. */
export interface Thoughts {
  view: ThoughtsView;
  update(answer: Promise<ThoughtsView | null>, done?: string): Promise<void>;
}

/** Kept over redraws of the page, so that focus and open details find their place again. */
let latest: ThoughtsView | null = null;
/** Where it stands now; an answer may come after the page was drawn anew. */
let place = el('div');

function draw(view: ThoughtsView): void {
  latest = view;
  const thoughts: Thoughts = {
    view,
    update: async (answer, done = '') => {
      const next = await answer;
      if (!next) return;
      draw(next);
      notice(done);
    },
  };
  redraw(
    place,
    budgetPart(thoughts),
    weightyPart(thoughts),
    retiredPart(thoughts),
    listPart(thoughts),
    learnedPart(thoughts),
    ownPart(thoughts),
  );
}

async function refresh(): Promise<void> {
  const before = JSON.stringify(latest);
  const view = await ask('page:thoughts', {});
  if (view && (place.childElementCount === 0 || JSON.stringify(view) !== before)) draw(view);
}

/** How often thoughts come, which ones, what was learned, and the person's own. */
export function thoughtsPart({ state }: View): HTMLElement {
  place = el('div', { class: 'stack thoughts' });
  if (latest) draw(latest);
  void refresh();
  const off = 'Thoughts are off. What you choose here holds once “Show small thoughts” is on.';
  return section(
    'thoughts',
    'Thoughts',
    state.settings.nudgeConsent !== true && el('p', { class: 'note' }, off),
    place,
  );
}
