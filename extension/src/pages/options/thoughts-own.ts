import type { OwnNudge } from '../../shared/nudge';
import { COOLDOWN, MOST_OWN, ruleOf } from '../../shared/own-nudge';
import type { ThoughtInfo } from '../../shared/views';
import { ask } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import type { Thoughts } from './thoughts';
import { mayCome, texts } from './thoughts-list';
import { ownForm } from './thoughts-own-form';
import { WHERE } from './thoughts-words';

/** The form while it is open: what was typed stays when the page is drawn anew. */
let form: HTMLElement | null = null;

const EMPTY: OwnNudge = {
  ...{ id: '', say: '', ask: '', moment: 'opened', when: [] },
  cooldown_days: COOLDOWN.usual,
};

const HOW =
  'Write a thought as you would tell it to yourself, and choose when it may come. It is shown like the others, as one of yours, in the same small number; the same one never comes twice in a row. It stays in this browser.';

function rules({ when }: OwnNudge): string {
  const words = when.map((one) => {
    const found = ruleOf(one);
    return found ? found.rule.words.replace('{n}', String(found.number)) : '';
  });
  return words.join(' ');
}

function item(thoughts: Thoughts, own: OwnNudge, info: ThoughtInfo): HTMLElement {
  const { id } = own;
  const about = `own-${id}`;
  const edit = () => open(thoughts, own);
  const drop = () => thoughts.update(ask('page:drop-own-nudge', { id }), 'It is deleted.');
  const again = `It may come again after ${own.cooldown_days} days.`;
  return el(
    'li',
    { class: 'panel stack' },
    el('div', { id: about }, ...texts(info)),
    el('p', { class: 'soft' }, `${WHERE[own.moment]} ${rules(own)} ${again}`),
    mayCome(thoughts, info, about),
    el(
      'div',
      { class: 'row' },
      el('button', { id: `edit-${id}`, type: 'button', click: edit }, 'Change'),
      careful(`drop-${id}`, 'Delete', 'This thought of yours is deleted.', [
        { words: 'Delete it', act: drop },
      ]),
    ),
  );
}

function open(thoughts: Thoughts, own: OwnNudge): void {
  const again = () => thoughts.update(Promise.resolve(thoughts.view));
  const close = () => {
    form = null;
    void again().then(() => document.getElementById('write-own')?.focus());
  };
  const keep = async (nudge: OwnNudge) => {
    const view = await ask('page:own-nudge', { nudge });
    if (!view) return;
    form = null;
    await thoughts.update(Promise.resolve(view), 'Your thought is kept.');
    document.getElementById('write-own')?.focus();
  };
  form = ownForm(own, (nudge) => void keep(nudge), close);
  void again().then(() => document.getElementById('own-say')?.focus());
}

/** Thoughts that the person wrote. */
export function ownPart(thoughts: Thoughts): HTMLElement {
  const { own, thoughts: all } = thoughts.view;
  const items = own.flatMap((one) => {
    const info = all.find(({ id }) => id === one.id);
    return info ? [item(thoughts, one, info)] : [];
  });
  const write = { id: 'write-own', type: 'button', click: () => open(thoughts, EMPTY) };
  const full = `There is room for ${MOST_OWN}. Delete one to write another.`;
  const button = own.length < MOST_OWN ? el('button', write, 'Write one') : el('p', {}, full);
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'Your own thoughts'),
    el('p', { class: 'soft' }, HOW),
    items.length > 0 && el('ul', { class: 'items' }, ...items),
    form ?? el('div', { class: 'row' }, button),
  );
}
