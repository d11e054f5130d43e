import { ask } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { EXPERIMENTAL_PART } from '../shared/words';
import { section, type View } from './view';

const INTRO =
  'Too little is known of how these apps show messages, so they are off until you choose one. What cannot be told there is not counted, and Toward says so.';

/** What to expect of each, by the adapter's id. */
const REASONS: Record<string, string> = {
  instagram:
    'Its messages have no ids. They are counted while a chat is open, and not again after a reload. Which are yours is told by the side they stand on.',
  'google-chat':
    'Nothing is counted before Toward has learned, from messages you send, which are yours. Chats between two people may look like groups.',
  reddit:
    'Which messages are yours is told by your name at the start of a label. Nothing is counted before that name is known.',
};

function app({ id, name }: { id: string; name: string }, { state, update }: View): HTMLElement {
  const { experimental } = state.settings;
  const change = (on: boolean) => {
    const others = experimental.filter((one) => one !== id);
    const change = { experimental: on ? [...others, id] : others };
    const said = on
      ? `${name} can be counted, in chats you choose there.`
      : `${name} is off. Its chats are stopped; what was counted is kept.`;
    void update(ask('page:settings', { change }), said);
  };
  return el(
    'div',
    {},
    tick(`app-${id}`, name, experimental.includes(id), change),
    el('p', { class: 'soft' }, REASONS[id] ?? ''),
  );
}

/** Apps that are off unless chosen, each with the honest reason. */
export function experimentalPart(view: View): HTMLElement {
  const apps = view.state.experimental.map((one) => app(one, view));
  return section('experimental', EXPERIMENTAL_PART, el('p', { class: 'soft' }, INTRO), ...apps);
}
