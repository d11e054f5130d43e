import type { Condition, Moment, OwnNudge } from '../../shared/nudge';
import {
  COOLDOWN,
  conditionOf,
  LONGEST_ASK,
  LONGEST_SAY,
  OWN_MOMENTS,
  ownProblem,
  RULES,
  ruleOf,
  rulesFor,
} from '../../shared/own-nudge';
import { el } from '../shared/el';

function area(id: string, words: string, hint: string, longest: number, held: string) {
  const about = `${id}-hint`;
  const input = el('textarea', {
    ...{ id, rows: '3', maxlength: String(longest), dir: 'auto', 'aria-describedby': about },
  });
  input.value = held;
  const small = el('span', { class: 'soft', id: about }, `${hint} Up to ${longest} characters.`);
  return { input, element: el('label', { class: 'field', for: id }, words, input, small) };
}

function selectOf(id: string, list: [string, string][], held: string): HTMLSelectElement {
  const select = el('select', { id });
  fill(select, list, held);
  return select;
}

function fill(select: HTMLSelectElement, list: [string, string][], held: string): void {
  select.replaceChildren(...list.map(([value, words]) => el('option', { value }, words)));
  select.value = (list.find(([value]) => value === held) ?? list[0])?.[0] ?? '';
}

function numberField(id: string) {
  const input = el('input', { id, type: 'number', class: 'number', step: '1' });
  const words = el('span', {});
  return { input, words, element: el('label', { class: 'field', for: id }, words, input) };
}

/** One rule to pick, and its number where it has one. */
function ruleField(id: string, words: string, none: string, held: Condition | undefined) {
  const known = held ? ruleOf(held) : null;
  const select = selectOf(id, [], '');
  const number = numberField(`${id}-number`);
  number.input.value = known?.rule.numbers ? String(known.number) : '';
  const chosen = () => RULES.find((one) => one.id === select.value);
  const showNumber = () => {
    const numbers = chosen()?.numbers;
    number.element.hidden = !numbers;
    if (numbers) number.words.replaceChildren(`The number for “…”, ${numbers.join(' to ')}`);
  };
  const offer = (moment: Moment, pick = select.value) => {
    const list = rulesFor(moment).map((one) => [one.id, one.words.replace('{n}', '…')]);
    fill(select, [['', none], ...(list as [string, string][])], pick);
    showNumber();
  };
  select.addEventListener('change', showNumber);
  const read = (): Condition[] => {
    const rule = chosen();
    const typed = number.input.value.trim();
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
    return rule ? [conditionOf(rule, value)] : [];
  };
  const label = el('label', { class: 'field', for: id }, words, select);
  return { offer, read, first: known?.rule.id ?? '', elements: [label, number.element] };
}

/** The form in which a person writes a thought, or changes one. */
export function ownForm(own: OwnNudge, keep: (own: OwnNudge) => void, close: () => void) {
  const sayHint = 'For example: “Evenings are when I miss them most.”';
  const say = area('own-say', 'What I notice', sayHint, LONGEST_SAY, own.say);
  const askHint = 'For example: “What would do me good now?”';
  const question = area('own-ask', 'A question to myself', askHint, LONGEST_ASK, own.ask);
  const moment = selectOf('own-moment', OWN_MOMENTS, own.moment);
  const first = ruleField('own-rule', 'If this is so', 'Please choose', own.when[0]);
  const second = ruleField('own-rule-2', 'And this, if you like', 'Nothing more', own.when[1]);
  const rules = [first, second];
  for (const rule of rules) rule.offer(own.moment, rule.first);
  moment.addEventListener('change', () => {
    for (const rule of rules) rule.offer(moment.value as Moment);
  });
  const days = numberField('own-days');
  days.words.append(`Days before it may come again, ${COOLDOWN.least} to ${COOLDOWN.most}`);
  days.input.value = String(own.cooldown_days);
  const problem = el('p', { role: 'status' });
  const read = (): OwnNudge => ({
    id: own.id,
    say: say.input.value,
    ask: question.input.value,
    moment: moment.value as Moment,
    when: rules.flatMap((rule) => rule.read()),
    cooldown_days: days.input.value.trim() === '' ? Number.NaN : Number(days.input.value),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = ownProblem(read());
    problem.replaceChildren(wrong ?? '');
    if (!wrong) keep(read());
  };
  return el(
    'form',
    { class: 'panel stack', submit, novalidate: true },
    say.element,
    question.element,
    el('label', { class: 'field', for: 'own-moment' }, 'When', moment),
    ...rules.flatMap(({ elements }) => elements),
    days.element,
    problem,
    el(
      'div',
      { class: 'row' },
      el('button', { id: 'own-keep', type: 'submit', class: 'main' }, 'Keep it'),
      el('button', { id: 'own-close', type: 'button', click: close }, 'Go back'),
    ),
  );
}
