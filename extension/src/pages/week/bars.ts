/** Small plain charts, drawn by code. Units are CSS pixels at normal text size. */

export interface Bar {
  /** A count, or null where there is nothing to draw. */
  value: number | null;
  /** Below the bar; '' for none. */
  label: string;
  /** Part of the time was not seen: drawn as a dashed frame. */
  gap?: boolean;
  /** Drawn fainter: what stands behind the week that is shown. */
  past?: boolean;
}

export interface Chart {
  bars: Bar[];
  series: 'out' | 'in';
  /** The value at full height. */
  top: number;
  /** What a person who cannot see it is told. */
  text: string;
  rtl: boolean;
  band?: { low: number; middle: number; high: number };
  /** Height of the tallest bar. */
  height?: number;
  /** Counts above the bars, as this writes them. */
  numbers?: (value: number) => string;
}

export const WIDTH = 238;
const ABOVE = 16;
const BELOW = 18;

/** Days or weeks as bars, oldest first (in RTL from the right). */
export function barChart(chart: Chart): SVGElement {
  const height = chart.height ?? 56;
  const above = chart.numbers ? ABOVE : 2;
  const whole = above + height + (chart.bars.some((bar) => bar.label) ? BELOW : 2);
  const column = WIDTH / chart.bars.length;
  const y = (value: number) => above + height - (chart.top > 0 ? (value / chart.top) * height : 0);
  const x = (index: number) => (chart.rtl ? chart.bars.length - 1 - index : index) * column;
  return svg(
    'svg',
    {
      class: `bars ${chart.series}`,
      viewBox: `0 0 ${WIDTH} ${whole}`,
      role: 'img',
      'aria-label': chart.text,
    },
    ...(chart.band ? bandOf(chart.band, y) : []),
    line(0, WIDTH, above + height, 'base'),
    ...chart.bars.flatMap((bar, i) => columnOf(bar, x(i), column, y, chart)),
  );
}

function columnOf(
  bar: Bar,
  x: number,
  column: number,
  y: (value: number) => number,
  chart: Chart,
): SVGElement[] {
  const inset = column * 0.2;
  const frame = { x: x + inset, width: column - 2 * inset };
  const middle = x + column / 2;
  const top = chart.numbers ? ABOVE : 2;
  const parts: SVGElement[] = [];
  if (bar.gap) parts.push(svg('rect', { ...frame, y: top, height: y(0) - top, class: 'gap' }));
  if (bar.value) {
    const at = { y: y(bar.value), height: y(0) - y(bar.value), rx: 2 };
    parts.push(svg('rect', { ...frame, ...at, class: bar.past ? 'bar past' : 'bar' }));
  }
  if (chart.numbers && bar.value !== null) {
    parts.push(label(chart.numbers(bar.value), middle, y(bar.value) - 4, 'number'));
  }
  if (bar.label) parts.push(label(bar.label, middle, y(0) + 13, 'day'));
  return parts;
}

function bandOf(band: NonNullable<Chart['band']>, y: (value: number) => number): SVGElement[] {
  const height = Math.max(2, y(band.low) - y(band.high));
  return [
    svg('rect', { x: 0, width: WIDTH, y: y(band.high), height, class: 'band' }),
    line(0, WIDTH, y(band.middle), 'middle'),
  ];
}

function line(x1: number, x2: number, y: number, name: string): SVGElement {
  return svg('line', { x1, x2, y1: y, y2: y, class: name });
}

function label(text: string, x: number, y: number, name: string): SVGElement {
  return svg('text', { x, y, class: name, 'text-anchor': 'middle' }, text);
}

function svg(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: (SVGElement | string)[]
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
