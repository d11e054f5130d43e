/** A pairing code as a picture, drawn here: nothing is asked of anyone. */
import encodeQR from 'qr';

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels a module; four modules around it stay white, as ISO/IEC 18004 wants. */
const SIDE = 6;
const BORDER = 4;

/** Black on white in every theme: readers look for that. */
export function qrPicture(text: string, label: string): SVGSVGElement {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  const size = modules.length;
  const picture = shape('svg', {
    ...{ role: 'img', 'aria-label': label, viewBox: `0 0 ${size} ${size}` },
    ...{ width: `${size * SIDE}`, height: `${size * SIDE}`, 'shape-rendering': 'crispEdges' },
  });
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])),
  );
  picture.append(
    shape('rect', { width: `${size}`, height: `${size}`, fill: '#fff' }),
    shape('path', { d: dark.join(''), fill: '#000' }),
  );
  return picture;
}

function shape<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
