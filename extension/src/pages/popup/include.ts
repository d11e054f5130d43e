import type { OpenChat } from '../../shared/messages';
import type { Bond, Kind } from '../../shared/types';
import { ask } from '../shared/ask';
import { choices } from '../shared/choices';
import { el } from '../shared/el';
import { BONDS, limitsText } from '../shared/words';
import { earlierPart } from './renamed';
import type { View } from './view';

/** What the person has said so far of a chat that is not chosen yet. */
interface Draft {
  bond: Bond | null;
  kind: Kind;
}

function nameField(chat: OpenChat, id: string) {
  const input = el('input', { id, type: 'text', maxlength: '60', autocomplete: 'off' });
  const use = () => {
    input.value = chat.label ?? '';
    input.focus();
  };
  const field = el('label', { class: 'field' }, 'A name, if you like (stays here)', input);
  const button = el('button', { type: 'button', class: 'plain', click: use });
  button.append(el('span', {}, 'Use the name on the page: ', el('bdi', {}, chat.label ?? '')));
  return { input, element: el('div', {}, field, chat.label !== null && button) };
}

function kindField(id: string, draft: Draft, redraw: () => void) {
  const kinds: [Exclude<Kind, 'unknown'>, string][] = [
    ['one', 'Just the two of us'],
    ['group', 'A group'],
  ];
  const held = draft.kind === 'unknown' ? null : draft.kind;
  return choices(`${id}-kind`, 'Who is in it?', kinds, held, (kind) => {
    draft.kind = kind ?? 'unknown';
    redraw();
  });
}

/** The offer to count in an open chat. Where one-to-one cannot be told, it is asked first. */
export function includePart(chat: OpenChat, n: number, view: View): HTMLElement {
  const id = `include-${n}`;
  const draft: Draft = { bond: null, kind: chat.kind };
  const name = nameField(chat, `${id}-name`);
  const place = el('div', { class: 'stack' });
  const save = () => {
    const { bond, kind } = draft;
    const typed = name.input.value.trim() || null;
    void view.update(ask('page:include', { chat, name: typed, bond, kind }));
  };
  const draw = () => {
    const held = document.activeElement?.id ?? '';
    const words = 'Count in this chat from now on';
    const unknown = draft.kind === 'unknown';
    place.replaceChildren(
      ...(chat.kind === 'unknown' ? [kindField(id, draft, draw)] : []),
      choices(`${id}-bond`, 'Who is it, if you like to say', BONDS, draft.bond, (bond) => {
        draft.bond = bond;
        draw();
      }),
      el('button', { id, type: 'button', class: 'main', disabled: unknown, click: save }, words),
    );
    if (held) document.getElementById(held)?.focus();
  };
  draw();
  const what = draft.kind === 'group' ? 'A group gets counts and no cards.' : '';
  const head = chat.practice ? 'Count in the practice chat?' : 'Count in this chat?';
  const intro = `Messages from now on are counted, never those from before. ${what}`;
  const about = view.open.about[n];
  const limits = limitsText(about?.limits ?? []);
  return el(
    'section',
    { class: 'stack' },
    el('h2', {}, head),
    el('p', { class: 'soft' }, intro.trim()),
    limits !== '' && el('p', { class: 'soft' }, limits),
    about && earlierPart(chat, n, about.earlier, view),
    name.element,
    place,
  );
}
