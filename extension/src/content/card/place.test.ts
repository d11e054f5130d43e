import { expect, test } from 'vitest';
import { isFree, place, squeeze, strip } from './place';

const WINDOW = { width: 1000, height: 700 };
const CARD = { width: 300, height: 200 };
const COMPOSER = { left: 0, top: 640, width: 1000, height: 60 };

test('an empty page gives the lower right corner, the lower left for right-to-left texts', () => {
  expect(place(WINDOW, null, null, CARD)).toEqual({ left: 688, top: 488 });
  expect(place(WINDOW, null, null, CARD, 'left')).toEqual({ left: 12, top: 488 });
});

test('a composer across the bottom moves the card above it', () => {
  expect(place(WINDOW, COMPOSER, null, CARD)).toEqual({ left: 688, top: 428 });
});

test('a newest message on the right moves the card to the left', () => {
  const newest = { left: 800, top: 590, width: 190, height: 40 };
  expect(place(WINDOW, COMPOSER, newest, CARD)).toEqual({ left: 12, top: 428 });
});

test('a newest message across the whole line moves the card to the top', () => {
  const newest = { left: 0, top: 590, width: 1000, height: 40 };
  expect(place(WINDOW, COMPOSER, newest, CARD)).toEqual({ left: 688, top: 12 });
});

test('a composer in a column leaves the corner beside it', () => {
  const composer = { left: 350, top: 640, width: 650, height: 60 };
  expect(place(WINDOW, composer, null, CARD)).toEqual({ left: 12, top: 488 });
});

test('no free corner gives null', () => {
  const window = { width: 320, height: 280 };
  const composer = { left: 0, top: 220, width: 320, height: 60 };
  expect(place(window, composer, null, CARD)).toBeNull();
});

test('a card larger than the window gives null', () => {
  expect(place({ width: 310, height: 700 }, null, null, CARD)).toBeNull();
});

test('height is given up in steps until there is room, and not below the least', () => {
  const tall = { width: 300, height: 700 };
  expect(squeeze(WINDOW, null, null, tall, 260)).toEqual({ left: 688, top: 20, height: 668 });
  expect(squeeze({ width: 1000, height: 200 }, null, null, tall, 260)).toBeNull();
});

test('the strip lies at the top and ends at the composer', () => {
  expect(strip(WINDOW, COMPOSER, 40)).toEqual({ edge: 'top', room: 640 });
  expect(strip(WINDOW, null, 40)).toEqual({ edge: 'top', room: 700 });
});

test('the strip lies at the bottom when the composer is at the top', () => {
  const composer = { left: 0, top: 0, width: 1000, height: 60 };
  expect(strip(WINDOW, composer, 40)).toEqual({ edge: 'bottom', room: 640 });
});

test.each([
  ['where it was put', { left: 688, top: 428 }, null, true],
  ['partly outside', { left: 720, top: 428 }, null, false],
  ['under a newest message that came', { left: 688, top: 428 }, { left: 0, top: 600 }, false],
  ['beside one', { left: 688, top: 428 }, { left: 0, top: 641 }, true],
])('a card %s may stay or not', (_, at, newest, may) => {
  const row = newest && { ...newest, width: 1000, height: 40 };
  expect(isFree({ ...at, ...CARD }, WINDOW, COMPOSER, row)).toBe(may);
});
