import { el } from './el';

/** Consent 1, asked before anything is counted. */
export const COUNT_CONSENT = {
  question: 'May Toward count in the chats you choose?',
  yes: 'Yes, count in chats I choose',
  no: 'Not now',
  points: [
    'It counts how many messages go out and come in, and when. It does not read what they say.',
    'It counts in chats that you choose, on sites that you switch on, and from that moment on.',
    'The counts stay in this browser. You can pause, stop or erase them at any time.',
  ],
};

/** Consent 2. */
export const NUDGE_CONSENT = {
  question: 'May Toward show you a small thought now and then?',
  yes: 'Yes, show them',
  no: 'Not now',
  text: 'One card a day and four a week is the most, unless you change it. A card comes in a corner, keeps clear of what you write, and goes when you close it.',
};

export const UNSEEN = [
  'What the messages say. Toward never reads them.',
  'Phone calls, video calls, voice, reactions, and time spent together.',
  'Other apps, other devices, and chats you have not chosen.',
  'Messages from before you chose a chat, and from a pause.',
  'What either of you feels or means. A count is not a measure of care.',
];

export function list(points: readonly string[]): HTMLUListElement {
  return el('ul', { class: 'points' }, ...points.map((point) => el('li', {}, point)));
}
