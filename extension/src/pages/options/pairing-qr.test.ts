// @vitest-environment happy-dom
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPicture } from './pairing-qr';

const CODE = '01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-01';

/** The picture as a camera sees it: squares of the path, so many pixels a side. */
function seen(picture: SVGSVGElement, pixels: number) {
  const size = Number(picture.getAttribute('viewBox')?.split(' ')[2]);
  const width = size * pixels;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < pixels * pixels; i++) {
      const column = Number(x) * pixels + (i % pixels);
      const line = Number(y) * pixels + Math.floor(i / pixels);
      data.fill(0, (line * width + column) * 4, (line * width + column) * 4 + 3);
    }
  }
  return { width, height: width, data };
}

test('a code is read from its picture as it was', () => {
  expect(decodeQR(seen(qrPicture(CODE, 'A code'), 4))).toBe(CODE);
});

test('the picture has a name, and is dark on light whatever the theme', () => {
  const picture = qrPicture(CODE, 'A code');
  expect(picture.getAttribute('role')).toBe('img');
  expect(picture.getAttribute('aria-label')).toBe('A code');
  expect(picture.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
  expect(picture.querySelector('path')?.getAttribute('fill')).toBe('#000');
});
