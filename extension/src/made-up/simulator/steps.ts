/** What may happen in a simulated life, and how it is chosen by chance. */
import fc from 'fast-check';

export type Way = 'in' | 'out' | 'system';

export type Step =
  /** Messages come into the open chat; own ones from another device. */
  | { does: 'arrive'; ways: Way[]; apart: number }
  /** An own message is shown at once, and final a while later. */
  | { does: 'send'; final: number }
  /** Messages come into the chat that is not open. */
  | { does: 'elsewhere'; ways: Way[] }
  | { does: 'wait'; ms: number }
  | { does: 'sleep'; minutes: number }
  | { does: 'up' | 'down'; rows: number; times: number }
  | { does: 'end' }
  /** Far up into the history, and a little down again, with time to look around. */
  | { does: 'browse'; rows: number; back: number }
  /** This browser's clock is set back. */
  | { does: 'set clock'; seconds: number }
  /** Rows are made anew; `gap` ms without any in between. */
  | { does: 'remount'; which: number; many: number }
  | { does: 'remount all'; gap: number; page: boolean }
  | { does: 'edit' | 'react' | 'delete'; which: number }
  | { does: 'switch'; first: 'head' | 'list' | 'both' | 'anew'; gap: number }
  | { does: 'reload'; slow: number }
  /** The extension is updated: another reader takes over the page as it is. */
  | { does: 'update' }
  /** The tab is closed, or out of view; meanwhile messages come into both chats. */
  | { does: 'close' | 'hide'; ways: Way[]; minutes: number }
  | { does: 'away'; how: 'gone' | 'mute'; ms: number }
  /** The open chat is chosen, or paused where it is counted. */
  | { does: 'choose' };

/** How an app and its server are in one life. */
export interface Nature {
  /** Messages that the chats hold when the page is first opened; so many older ones above. */
  history: Way[];
  older: number;
  /** Rows shown when a chat is opened, and the most that are ever rendered. */
  window: number;
  grows: boolean;
  /** The server's clock against this browser's, ms. */
  skew: number;
  /** Ids are unique in the whole app, or in a chat only. */
  shared: boolean;
  /** Both chats are counted from the beginning, not the first alone. */
  both: boolean;
}

const way = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Way>('in') },
  { weight: 3, arbitrary: fc.constant<Way>('out') },
  { weight: 1, arbitrary: fc.constant<Way>('system') },
);
const ways = fc.array(way, { minLength: 1, maxLength: 3 });
const which = fc.nat(30);
const gap = fc.integer({ min: 0, max: 600 });

const weighted: [number, fc.Arbitrary<Step>][] = [
  [8, fc.record({ does: fc.constant('arrive'), ways, apart: fc.integer({ min: 0, max: 1500 }) })],
  [6, fc.record({ does: fc.constant('send'), final: fc.integer({ min: 50, max: 1500 }) })],
  [2, fc.record({ does: fc.constant('elsewhere'), ways })],
  [5, fc.record({ does: fc.constant('wait'), ms: fc.integer({ min: 10, max: 3000 }) })],
  [1, fc.record({ does: fc.constant('sleep'), minutes: fc.integer({ min: 1, max: 40 }) })],
  [
    3,
    fc.record({
      does: fc.constantFrom('up', 'down'),
      rows: fc.integer({ min: 1, max: 9 }),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  ],
  [1, fc.record({ does: fc.constant('end') })],
  [
    2,
    fc.record({
      does: fc.constant('browse'),
      rows: fc.integer({ min: 10, max: 60 }),
      back: fc.integer({ min: 1, max: 10 }),
    }),
  ],
  [1, fc.record({ does: fc.constant('set clock'), seconds: fc.integer({ min: 1, max: 900 }) })],
  [2, fc.record({ does: fc.constant('remount'), which, many: fc.integer({ min: 1, max: 4 }) })],
  [
    2,
    fc.record({
      does: fc.constant('remount all'),
      gap: fc.integer({ min: 0, max: 250 }),
      page: fc.boolean(),
    }),
  ],
  [3, fc.record({ does: fc.constantFrom('edit', 'react', 'delete'), which })],
  [
    5,
    fc.record({
      does: fc.constant('switch'),
      first: fc.constantFrom('head', 'list', 'both', 'anew'),
      gap,
    }),
  ],
  [2, fc.record({ does: fc.constant('reload'), slow: gap })],
  [1, fc.constant({ does: 'update' })],
  [
    2,
    fc.record({
      does: fc.constantFrom('close', 'hide'),
      ways,
      minutes: fc.integer({ min: 0, max: 40 }),
    }),
  ],
  [
    1,
    fc.record({
      does: fc.constant('away'),
      how: fc.constantFrom('gone', 'mute'),
      ms: fc.integer({ min: 500, max: 20_000 }),
    }),
  ],
  [2, fc.constant({ does: 'choose' })],
] as never;

export const steps = fc.array(
  fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary }))),
  { minLength: 10, maxLength: 20 },
);

export const nature: fc.Arbitrary<Nature> = fc.record({
  history: fc.array(way, { minLength: 6, maxLength: 12 }),
  older: fc.nat(70),
  window: fc.integer({ min: 12, max: 16 }),
  grows: fc.boolean(),
  skew: fc.integer({ min: -900, max: 900 }),
  shared: fc.boolean(),
  both: fc.boolean(),
});
