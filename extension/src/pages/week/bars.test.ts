// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type Bar, barChart } from './bars';

const bars: Bar[] = [
  { value: 4, label: 'Mon' },
  { value: 0, label: 'Tue' },
  { value: null, label: 'Wed', gap: true },
  { value: 2, label: 'Thu', gap: true },
];
const chart = { bars, series: 'out', top: 4, text: 'Out', rtl: false, numbers: String } as const;

function rects(name: string, more = {}): Element[] {
  return [...barChart({ ...chart, ...more }).querySelectorAll(`rect.${name}`)];
}

describe('a bar chart', () => {
  it('draws heights in proportion and nothing for none', () => {
    expect(rects('bar').map((bar) => bar.getAttribute('height'))).toEqual(['56', '28']);
  });

  it('draws gaps as frames, also around what was seen that day', () => {
    expect(rects('gap')).toHaveLength(2);
  });

  it('writes each count, zero too, and none where nothing was seen', () => {
    const numbers = [...barChart(chart).querySelectorAll('text.number')];
    expect(numbers.map((text) => text.textContent)).toEqual(['4', '0', '2']);
  });

  it('begins at the right where one reads from the right', () => {
    const start = (rtl: boolean) => Number(rects('bar', { rtl })[0]?.getAttribute('x'));
    expect(start(false)).toBeLessThan(60);
    expect(start(true)).toBeGreaterThan(170);
  });

  it('draws the usual band with its middle', () => {
    const drawn = barChart({ ...chart, band: { low: 1, middle: 2, high: 4 } });
    expect(drawn.querySelector('rect.band')?.getAttribute('height')).toBe('42');
    expect(drawn.querySelector('line.middle')?.getAttribute('y1')).toBe('44');
  });

  it('keeps a week without any message flat', () => {
    expect(rects('bar', { bars: [{ value: 0, label: '' }], top: 0 })).toHaveLength(0);
  });
});
