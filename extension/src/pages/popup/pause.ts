import { addDays, dayOf, startOfDay } from '../../shared/days';
import type { AppState } from '../../shared/messages';
import type { Instant } from '../../shared/types';
import { ask } from '../shared/ask';
import { el } from '../shared/el';
import type { View } from './view';

const HOUR = 3_600_000;

/** The first instant of tomorrow in the account's zone: "today" lasts until then. */
export function endOfToday({ now, zone }: Pick<AppState, 'now' | 'zone'>): Instant {
  return startOfDay(addDays(dayOf(now, [{ from: 0, zone }]), 1), zone);
}

export function pausePart({ state, update }: View): HTMLElement {
  const button = (id: string, words: string, until: () => Instant | 'open' | null) => {
    const click = () => void update(ask('page:pause', { until: until() }));
    return el('button', { id: `pause-${id}`, type: 'button', click }, words);
  };
  const buttons =
    state.settings.pausedUntil === null
      ? [
          button('hour', '1 hour', () => state.now + HOUR),
          button('today', 'Today', () => endOfToday(state)),
          button('open', 'Until I say', () => 'open'),
        ]
      : [button('resume', 'Count again', () => null)];
  return el(
    'section',
    { class: 'stack' },
    el('h2', {}, 'Pause'),
    el('div', { class: 'row' }, ...buttons),
    el('p', { class: 'soft' }, 'A pause stays a gap. It is never filled in later.'),
  );
}
