/** The figures as they stand in docs/nudges.md, between two marks. Pure. */
import { conceptsOf, type Figures, figuresOf } from './figures';
import type { Asked } from './live';
import { fingerprint, type Run } from './run';

const BEGIN = '<!-- figures: made by `make figures`; do not edit -->';
const END = '<!-- end of figures -->';

/** Why there was no card, in words. */
const WORDS: Record<string, string> = {
  'chat-gap': 'one came in this chat lately',
  'nothing-fits': 'no card fits',
  'quiet-hours': 'quiet hours',
  'quiet-here': '"quiet here"',
  'not-one-to-one': 'a group',
  'nothing-new': 'no new message',
  'day-full': 'the day has had its card',
  'week-full': 'the week has had its cards',
  typing: 'the person is typing',
  paused: 'a pause',
  rest: 'the chat rests',
  'first-day': 'the first day',
};

/** Puts the figures of a run, and what tells the sample of it, in the place of older ones. */
export async function written(document: string, all: Run, sample: Run): Promise<string> {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`docs/nudges.md has lost its marks. Put back ${BEGIN} and ${END}.`);
  }
  const print = `<!-- sample: ${await fingerprint(sample)} -->`;
  return [before, BEGIN, `\n${print}\n\n`, report(all), END, after].join('');
}

function report({ groups, personWeeks, asked, concepts }: Run): string {
  const rows = groups.map(figuresOf);
  const people = groups.flatMap((group) => group.people).length;
  const told = `${number(personWeeks)} weeks of ${number(people)} made-up people`;
  const cards = number(asked.card ?? 0);
  return [
    `In ${told}, ${cards} cards came. No rule was broken.`,
    ...[often(rows), different(rows), quiet(rows)],
    `Why no card came, of 100 times that one could have come: ${reasons(asked)}.`,
    ideas(groups, concepts),
    '',
  ].join('\n\n');
}

function often(rows: readonly Figures[]): string {
  return table(
    [
      'made-up person',
      'in chats, a day',
      'a week',
      'most in 7 days',
      'weekly page, a week',
      'thoughts, a week',
    ],
    rows.map((f) => [
      f.name,
      fixed(f.chatADay, 2),
      fixed(f.chatAWeek, 1),
      `${f.chatMost}`,
      fixed(f.pageAWeek, 1),
      fixed(f.thoughtAWeek, 1),
    ]),
  );
}

function different(rows: readonly Figures[]): string {
  return table(
    [
      'made-up person',
      'ideas in the first 8 weeks (least to most)',
      'met before, of 100',
      'soonest again, days',
      'heavy in 4 weeks',
      'heavy ones apart, days at least',
    ],
    rows.map((f) => [
      f.name,
      `${f.concepts[0]} (${f.concepts[1]} to ${f.concepts[2]})`,
      fixed(f.again, 0),
      fixed(f.againAfter, 0),
      fixed(f.heavyIn4Weeks, 1),
      fixed(f.heavyApart, 0),
    ]),
  );
}

function quiet(rows: readonly Figures[]): string {
  return table(
    [
      'made-up person',
      'first card to two "not now" in a row, days',
      'from a card in a chat to the next, days',
      'after two "not now" in a row',
    ],
    rows.map((f) => [f.name, fixed(f.toQuiet, 0), fixed(f.wait, 1), fixed(f.waitQuiet, 1)]),
  );
}

function reasons(asked: Asked): string {
  const { card: _, ...none } = asked;
  const all = Object.values(none).reduce((a, b) => a + b, 0);
  const sorted = Object.entries(none).sort(([, a], [, b]) => b - a);
  return sorted
    .map(([name, n]) => `${WORDS[name] ?? name} ${fixed((100 * n) / all, 1)}`)
    .join(', ');
}

function ideas(groups: Run['groups'], concepts: readonly string[]): string {
  const rows = conceptsOf(groups, concepts).sort((a, b) => b.people - a.people);
  return table(
    ['idea', 'cards', 'of 100 people, met it in 16 weeks'],
    rows.map(({ concept, cards, people }) => [concept, number(cards), fixed(people, 0)]),
  );
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, i) => (i === 0 ? '---' : '---:')));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
