import { ask, notice } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { section, type View } from './view';

const PERMISSION = { permissions: ['notifications'] } as const;
const REFUSED =
  'The browser did not allow notifications, so it stays off. The week is there all the same.';

/** "09:00", as the browser's own language writes an hour. */
function hourInWords(hour: number): string {
  const format = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: 'UTC' });
  return format.format(hour * 3_600_000);
}

/** A notification on Mondays, off until asked for; the browser is asked at the click. */
export function noticePart({ state, update, refresh }: View): HTMLElement {
  const { on, hour } = state.settings.weekNotice;
  const keep = (weekNotice: { on: boolean; hour: number }) =>
    void update(ask('page:settings', { change: { weekNotice } }), 'Saved.');
  const turn = async (wanted: boolean) => {
    const asked = { permissions: [...PERMISSION.permissions] };
    if (!wanted) {
      await chrome.permissions.remove(asked);
      return keep({ on: false, hour });
    }
    if (await chrome.permissions.request(asked)) return keep({ on: true, hour });
    await refresh();
    notice(REFUSED);
  };
  const hours = Array.from({ length: 24 }, (_, one) =>
    el('option', { value: String(one) }, hourInWords(one)),
  );
  const change = () => keep({ on, hour: Number(select.value) });
  const select = el('select', { id: 'notice-hour', change }, ...hours);
  select.value = String(hour);
  return section(
    'ready',
    'When the week is ready',
    tick('may-notify', 'Tell me on Mondays', on, (wanted) => void turn(wanted)),
    on && el('label', { class: 'field', for: 'notice-hour' }, 'At this hour', select),
    el(
      'p',
      { class: 'soft' },
      'A notification with one line, without names or figures. None comes in discreet mode, in a pause, or on another day.',
    ),
  );
}
