import { areHours, type HoursName, NUMBER_LIMITS, type NumberName } from '../../shared/limits';
import { type Budget, type Hours, NUDGE_DEFAULTS } from '../../shared/nudge';
import { ask, notice } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { readNumber } from './definitions';
import type { Thoughts } from './thoughts';

const SAVED = 'Saved.';

const save = (thoughts: Thoughts, change: Partial<Budget>) =>
  void thoughts.update(ask('page:budget', { change }), SAVED);

/** There only while the value is another than it was at first. */
function asItWas(id: string, was: string, differs: boolean, click: () => void) {
  const words = `As it was: ${was}`;
  return differs && el('button', { id: `${id}-was`, type: 'button', click }, words);
}

function numberRow(thoughts: Thoughts, name: NumberName, words: string, unit: string) {
  const id = `budget-${name}`;
  const [low, high] = NUMBER_LIMITS[name];
  const [now, was] = [thoughts.view.budget[name], NUDGE_DEFAULTS[name]];
  const change = () => {
    const number = readNumber(input.value, [low, high]);
    if (number !== null) return save(thoughts, { [name]: number });
    input.value = String(now);
    notice(`Please give a whole number from ${low} to ${high}.`);
  };
  const input = el('input', {
    ...{ id, type: 'number', class: 'number', step: '1', change },
    ...{ min: String(low), max: String(high), 'aria-describedby': `${id}-range` },
  });
  input.value = String(now);
  const range = el('span', { class: 'soft', id: `${id}-range` }, `${unit}, ${low} to ${high}`);
  const back = asItWas(id, String(was), now !== was, () => save(thoughts, { [name]: was }));
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, words),
    el('div', { class: 'row' }, input, range, back),
  );
}

function hourName(hour: number): string {
  const style = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(undefined, style).format(hour * 3_600_000);
}

function hourSelect(id: string, words: string, from: number, to: number, held: number) {
  const hours = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const options = hours.map((hour) => {
    const option = el('option', { value: String(hour) }, hourName(hour));
    option.selected = hour === held;
    return option;
  });
  return el('select', { id, 'aria-label': words }, ...options);
}

/** `bounds`: first and last hour to choose from, for the beginning and for the end. */
function hoursRow(
  thoughts: Thoughts,
  name: HoursName,
  words: string,
  bounds: Record<keyof Hours, readonly [number, number]>,
) {
  const id = `budget-${name}`;
  const [now, was] = [thoughts.view.budget[name], NUDGE_DEFAULTS[name]];
  const from = hourSelect(`${id}-from`, `${words}: from`, ...bounds.from, now.from);
  const to = hourSelect(`${id}-to`, `${words}: to`, ...bounds.to, now.to);
  const change = () => {
    const hours = { from: Number(from.value), to: Number(to.value) };
    if (areHours(name, hours)) return save(thoughts, { [name]: hours });
    [from.value, to.value] = [String(now.from), String(now.to)];
    notice('Please leave six quiet hours or more.');
  };
  for (const select of [from, to]) select.addEventListener('change', change);
  const differs = now.from !== was.from || now.to !== was.to;
  const first = `${hourName(was.from)} to ${hourName(was.to)}`;
  return el(
    'div',
    { class: 'field', role: 'group', 'aria-labelledby': `${id}-words` },
    el('span', { id: `${id}-words` }, words),
    el(
      'div',
      { class: 'row' },
      ...[from, el('span', { class: 'soft' }, 'to'), to],
      asItWas(id, first, differs, () => save(thoughts, { [name]: was })),
    ),
  );
}

const ALWAYS =
  'The weekly page asks two or three questions a week, and a thought for today comes when you ask for it, one a day; these are not counted here. The same idea never comes twice in a row.';

/** How often cards come in chats. */
export function budgetPart(thoughts: Thoughts): HTMLElement {
  const all = [0, 23] as const;
  const { composing, onlyNew } = thoughts.view.budget;
  const before = 'Ask me before I write again';
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'How often cards come'),
    numberRow(thoughts, 'perDay', 'The most in a day, in all chats together', 'cards'),
    numberRow(thoughts, 'perWeek', 'The most in seven days, in all chats together', 'cards'),
    numberRow(thoughts, 'chatGapDays', 'A chat gets one card in this many days', 'days'),
    numberRow(
      thoughts,
      'typingPauseSeconds',
      'A card waits until you have not typed for',
      'seconds',
    ),
    hoursRow(thoughts, 'quietHours', 'No cards between', { from: all, to: all }),
    numberRow(thoughts, 'fromDay', 'A new chat gets none for its first', 'days'),
    numberRow(thoughts, 'slowAfter', 'The days double after so many “not now” in a row', 'times'),
    numberRow(thoughts, 'retireAfter', 'A card is put away after so many “not now” to it', 'times'),
    tick('only-new', 'Only where something came since I last opened the chat', onlyNew, (on) =>
      save(thoughts, { onlyNew: on }),
    ),
    el(
      'div',
      {},
      tick('composing', before, composing, (on) => save(thoughts, { composing: on })),
      el(
        'p',
        { class: 'soft' },
        'When you turn to the message field of a chat where messages of yours are open for longer than is usual there, a card may ask what you would like. Off until you want it.',
      ),
    ),
    el('p', { class: 'soft' }, ALWAYS),
  );
}

const WEIGHTY =
  'Some thoughts touch harder things, such as giving a lot or holding back. They come on Toward’s own pages alone, and after you have said how a chat feels. You can have fewer of them than this; more would not be kind.';

/** The guards around heavy thoughts: stricter or off, never looser. */
export function weightyPart(thoughts: Thoughts): HTMLElement {
  const { heavyPerWeek } = thoughts.view.budget;
  const show = (on: boolean) => save(thoughts, { heavyPerWeek: on ? 1 : 0 });
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'Weightier thoughts'),
    el('p', { class: 'soft' }, WEIGHTY),
    tick('weighty', 'Let them come, one in seven days at most', heavyPerWeek > 0, show),
    numberRow(thoughts, 'heavyChatGapDays', 'A chat brings one in this many days', 'days'),
    numberRow(thoughts, 'heavyFromDay', 'A new chat brings none for its first', 'days'),
    numberRow(thoughts, 'heavyPauseDays', 'After “this stung” none comes for', 'days'),
    numberRow(thoughts, 'heavyApart', 'Between two of them come at least', 'other cards'),
    hoursRow(thoughts, 'heavyQuietHours', 'None of them between', { from: [13, 20], to: [8, 12] }),
  );
}
