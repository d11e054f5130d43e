import { el } from '../shared/el';
import { safetyText } from '../shared/safety';
import { list, UNSEEN } from '../shared/texts';
import { section } from './view';

const key = (name: string) => el('kbd', {}, name);

export function shortcutsPart(): HTMLElement {
  const combination = [key('Alt'), ' + ', key('Shift'), ' + ', key('T')];
  return section(
    'shortcuts',
    'Shortcuts',
    el(
      'p',
      {},
      ...combination,
      ': while a card shows, moves into the card and back to where you were.',
    ),
    el('p', {}, key('Tab'), ' goes through the card; ', key('Esc'), ' closes it from inside.'),
    el(
      'p',
      { class: 'soft' },
      'A card never takes the focus by itself. Without a card these keys are the page’s.',
    ),
  );
}

export function unseenPart(): HTMLElement {
  return section('unseen', 'What it cannot see', list(UNSEEN));
}

export function safetyPart(): HTMLElement {
  return section('safety', 'Safety', safetyText());
}
