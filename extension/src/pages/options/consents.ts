import { ask } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { COUNT_CONSENT, list, NUDGE_CONSENT } from '../shared/texts';
import { section, type View } from './view';

/** What Toward may do, each taken back alone; keeping weeks on a server has its own section. */
export function consentsPart({ state, update }: View): HTMLElement {
  const { settings } = state;
  const give = (to: 'count' | 'nudges') => (given: boolean) =>
    void update(ask('page:consent', { to, given }));
  const discreet = (on: boolean) => void update(ask('page:settings', { change: { discreet: on } }));
  return section(
    'consents',
    'What Toward may do',
    el(
      'div',
      {},
      tick('may-count', 'Count in the chats I choose', settings.countConsent, give('count')),
      el('div', { class: 'soft' }, list(COUNT_CONSENT.points)),
    ),
    el(
      'div',
      {},
      tick('may-nudge', 'Show small thoughts', settings.nudgeConsent === true, give('nudges')),
      el('p', { class: 'soft' }, NUDGE_CONSENT.text),
    ),
    el(
      'div',
      {},
      tick('discreet', 'Discreet mode', settings.discreet, discreet),
      el(
        'p',
        { class: 'soft' },
        'Figures are blurred until you point at them or reach them with the keyboard. It does not hide Toward.',
      ),
    ),
  );
}
