// @vitest-environment happy-dom
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import type { NamedAdapter } from '../../shared/messages';
import { readDirection, tiersNow } from './direction';

const practice = adapters.find(({ id }) => id === 'practice') as NamedAdapter;

function element(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
}

describe('direction', () => {
  const TWO = [
    { out: '.mine', in: '.yours' },
    { out: '.late-mine', in: '.late-yours' },
  ];
  type Tiers = NamedAdapter['direction'][number][];
  const told = (html: string, tiers: Tiers, self: string | null = null, marked = true) => {
    const row = element(html);
    const adapter = { ...practice, direction: tiers as NamedAdapter['direction'] };
    return readDirection(
      row,
      row,
      tiersNow(adapter, self, () => marked),
    );
  };

  test('is told by the first tier that can', () => {
    expect(told('<p class="mine late-yours"></p>', TWO)).toBe('out');
    expect(told('<p class="late-yours"></p>', TWO)).toBe('in');
    expect(told('<p><b class="yours"></b></p>', TWO)).toBe('in');
  });

  test('is not guessed: a tier that matches both ways or neither abstains', () => {
    expect(told('<p class="mine yours"></p>', TWO)).toBeNull();
    expect(told('<p class="mine yours late-mine"></p>', TWO)).toBe('out');
    expect(told('<p></p>', TWO)).toBeNull();
  });

  test('of a tier whose selector throws is not told', () => {
    expect(told('<p class="mine"></p>', [{ out: '[[', in: '[[' }])).toBeNull();
  });

  test('of a one-sided mark says nothing of rows without it', () => {
    expect(told('<p class="mine"></p>', [{ out: '.mine' }])).toBe('out');
    expect(told('<p></p>', [{ out: '.mine' }])).toBeNull();
  });

  test('of rows without a mark is the other, once the mark was seen', () => {
    const tiers: Tiers = [{ out: '.mine', otherwise: 'in' }];
    expect(told('<p></p>', tiers)).toBe('in');
    expect(told('<p></p>', tiers, null, false)).toBeNull();
    expect(told('<p class="mine"></p>', tiers, null, false)).toBe('out');
  });

  test('by one’s own id waits until it is known, and takes no other for it', () => {
    const tiers: Tiers = [{ out: '[data-by="{self}"]', in: '[data-by]:not([data-by="{self}"])' }];
    expect(told('<p data-by="u1"></p>', tiers)).toBeNull();
    expect(told('<p data-by="u1"></p>', tiers, 'u1')).toBe('out');
    expect(told('<p data-by="u12"></p>', tiers, 'u1')).toBe('in');
  });

  test('keeps an id inside its quotes, whatever it holds', () => {
    const direction = [{ out: '[data-by="{self}"]' }] as NamedAdapter['direction'];
    const [tier] = tiersNow({ ...practice, direction }, '"] *, [a="\\', () => true);
    expect(tier?.out).toBe('[data-by="\\"] *, [a=\\"\\\\"]');
  });

  test('may stand on the run around the row', () => {
    const run = element('<ul class="run"><b class="mine"></b><li></li></ul>');
    const row = run.querySelector('li') as Element;
    expect(readDirection(row, row, [{ within: '.run', out: '.mine' }])).toBe('out');
    expect(readDirection(row, row, [{ within: '.none', out: '.mine' }])).toBeNull();
  });

  test('may be told by the layout', () => {
    const style = { property: 'justify-content', out: 'flex-end', in: 'flex-start' } as const;
    const row = document.createElement('p');
    document.body.replaceChildren(row);
    const tell = (value: string) => {
      row.style.justifyContent = value;
      return readDirection(row, row, [{ style }]);
    };
    expect([tell('flex-end'), tell('flex-start'), tell('center')]).toEqual(['out', 'in', null]);
  });

  test.each([
    ['ltr', 100, 'out'],
    ['ltr', 0, 'in'],
    ['rtl', 0, 'out'],
    ['rtl', 100, 'in'],
  ] as const)('by its side in %s, a bubble %i px from the left', (dir, left, way) => {
    expect(besides(dir, left, 100)).toBe(way);
  });

  test('by its side is not told of a bubble as wide as the row, or in the middle, or not laid out', () => {
    expect(besides('ltr', 20, 175)).toBeNull();
    expect(besides('ltr', 50, 100)).toBeNull();
    expect(besides('ltr', 0, 0)).toBeNull();
  });

  /** A row 200 px wide, and a bubble in it. */
  function besides(dir: string, left: number, width: number) {
    document.body.innerHTML = `<p style="direction: ${dir}"><b></b></p>`;
    const row = document.querySelector('p') as Element;
    const bubble = document.querySelector('b') as Element;
    const rect = (x: number, w: number) => ({ left: x, right: x + w, width: w }) as DOMRect;
    row.getBoundingClientRect = () => rect(0, 200);
    bubble.getBoundingClientRect = () => rect(left, width);
    return readDirection(row, row, [{ side: 'b' }]);
  }
});
