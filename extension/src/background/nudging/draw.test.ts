import { nudges } from 'toward:catalogue';
import { expect, test } from 'vitest';
import type { Nudge } from '../../shared/nudge';
import { draw } from './draw';

const nudge: Nudge = {
  ...(nudges.find(({ id }) => id === 'being-there') as Nudge),
  say: '{days_in_touch}',
};

function drawn(lang: string | undefined, days: number) {
  const { say, dir, why, ...rest } = draw(
    { ...nudge, ...(lang === undefined ? {} : { lang }) },
    { days_in_touch: days },
    's1',
    false,
  );
  return { say, dir, lang: rest.lang, figures: why.numbers.map(({ value }) => value) };
}

test.each([
  [undefined, 'en', '1,234.5', 'ltr'],
  ['de', 'de', '1.234,5', 'ltr'],
  ['es', 'es', '1234,5', 'ltr'],
  ['fr', 'fr', '1\u202f234,5', 'ltr'],
  ['pt-BR', 'pt-BR', '1.234,5', 'ltr'],
  ['uk', 'uk', '1\u00a0234,5', 'ltr'],
  ['xx-unknown', 'en', '1,234.5', 'ltr'],
])('in %s the card is in %s, with figures as %s, %s', (given, lang, say, dir) => {
  expect(drawn(given, 1234.5)).toMatchObject({ lang, say, dir });
});

test('in Arabic it runs from right to left, with the digits the browser knows for it', () => {
  const say = new Intl.NumberFormat('ar').format(4);
  expect(drawn('ar', 4)).toMatchObject({ lang: 'ar', dir: 'rtl', say });
});

test('the panel’s figures are written as the language does', () => {
  expect(drawn('de', 1234.5).figures).toEqual(['1.234,5']);
});

test('a signal without a figure is told by its meaning alone', () => {
  const open = { ...nudge, when: [{ signal: 'rule_o', min: 1 }], lang: 'fr' } as const;
  const [told, ...others] = draw(open, { rule_o: 1 }, 's1', false).why.numbers;
  expect([told?.value, others]).toEqual(['', []]);
  expect(told?.meaning).toMatch(/^Tes messages ouverts\. .*Période : depuis le dernier message/);
});
