import { el } from '../shared/el';
import { list } from '../shared/texts';

const DOES = [
  'It counts how many messages go out and come in, in the chats you choose.',
  'Now and then, if you want, it shows one small thought about reaching out and coming back.',
  'A weekly page shows how the weeks went, in plain counts.',
];

const NEVER = [
  'It never reads what a message says.',
  'It never writes, sends or answers anything.',
  'It never tells anyone who you write with, and shows nothing to the other person.',
  'It never gives points, and never says who is right.',
];

/** Screen 1: what it does and never does. */
export function doesScreen(): HTMLElement[] {
  const safety = el('a', { href: 'options.html#safety', target: '_blank' }, 'Read the safety text');
  return [
    el('p', { class: 'letter' }, 'Toward helps you notice the give and take in your chats.'),
    el(
      'div',
      { class: 'two' },
      el('section', { class: 'panel stack' }, el('h2', {}, 'What it does'), list(DOES)),
      el('section', { class: 'panel stack' }, el('h2', {}, 'What it never does'), list(NEVER)),
    ),
    el(
      'section',
      { class: 'note stack' },
      el('h2', {}, 'Does someone else look at this device?'),
      el(
        'p',
        {},
        'Toward cannot be hidden. Whoever can use this browser can see its icon, the chats you chose and your counts. If that could bring you trouble, it is wiser to leave Toward off here.',
      ),
      el('p', {}, safety, ' (opens without a network; it also says how to remove Toward).'),
    ),
  ];
}
