/** The card's two small drawings: lines with round ends, in a box of 14. */
const SPACE = 'http://www.w3.org/2000/svg';

function drawing(name: string, ...lines: Record<string, string>[]): SVGElement {
  const svg = document.createElementNS(SPACE, 'svg');
  svg.setAttribute('viewBox', '0 0 14 14');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', name);
  for (const line of lines) {
    const path = document.createElementNS(SPACE, 'path');
    const attributes = { stroke: 'currentColor', 'stroke-linecap': 'round', ...line };
    for (const [attribute, text] of Object.entries(attributes)) path.setAttribute(attribute, text);
    svg.append(path);
  }
  return svg;
}

export function cross(): SVGElement {
  return drawing('cross', { d: 'M2 2 L12 12 M12 2 L2 12', 'stroke-width': '1.75' });
}

/** Toward's own: two that lean to each other. */
export function sign(): SVGElement {
  const taller = { d: 'M3.5 10.5 L5.5 3.5', 'stroke-width': '4', class: 'one' };
  const smaller = { d: 'M8.8 6 L11 10.5', 'stroke-width': '3.4', class: 'other' };
  return drawing('sign', taller, smaller);
}
