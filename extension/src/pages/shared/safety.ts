import { el } from './el';
import { list } from './texts';

const LOOKED_AT = [
  'Toward cannot be hidden. Its icon and name are in the browser’s list of extensions.',
  'Its pages tell which chats were chosen, and how many messages went out and came in.',
  'Discreet mode blurs figures on the screen. It protects from a glance, not from someone who can use the device.',
];

const INSTEAD = [
  'You need not use Toward here. A device that nobody else can open is safer.',
  'Without a server nothing leaves this browser. With one, whoever holds its token or can use this browser can see your counts.',
  'If someone may be watching, removing an extension can be noticed too. Choose a time and a device that feel safe.',
];

const REMOVE = [
  'To erase what was counted: Options, “Erase everything here”. If you keep weeks on a server, the account there is erased as well.',
  'To remove Toward: open the browser’s list of extensions (in the menu, under Extensions or Add-ons), find Toward, and choose Remove. The counts in this browser go with it.',
  'The browser’s own history may show that Toward’s pages, or its server’s, were opened.',
];

/** The safety text. It is part of the extension, so that it opens without a network. */
export function safetyText(): HTMLElement {
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'If someone else looks at your device'),
    list(LOOKED_AT),
    el('h3', {}, 'What may be safer'),
    list(INSTEAD),
    el('h3', {}, 'To erase and to remove'),
    list(REMOVE),
    el('h3', {}, 'If someone frightens you'),
    el(
      'p',
      {},
      'Toward looks at counts, so it cannot tell when a person is in danger, and it never says that you are. If someone frightens, watches or hurts you, it is not your fault. A person you trust, a doctor, or a local helpline can listen. If you are in danger now, the emergency number of the place you are in is the fastest way to help.',
    ),
  );
}
