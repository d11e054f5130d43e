/** Many made-up people, kind by kind: their cards, and every breach of a rule. */
import { nudges } from 'toward:catalogue';
import type { Nudge } from '../../shared/nudge';
import { breachesOf } from './breaches';
import { KINDS, type PersonKind } from './kinds';
import { type Asked, live, type World } from './live';
import { makePerson, type Person, WEEKS } from './person';
import { seeded } from './random';

/** People of each kind: 10,032 person-weeks, and the 352 that the tests run too. */
export const EACH = 57;
export const EACH_OF_SAMPLE = 2;

export interface Group {
  kind: PersonKind;
  people: Person[];
}

export interface Run {
  groups: Group[];
  personWeeks: number;
  asked: Asked;
  /** How often each broken rule was broken; empty as it should be. */
  broken: Record<string, number>;
  concepts: string[];
}

/** @param each how many people of each kind; each lives for sixteen weeks */
export function run(each: number, change: Partial<World> = {}, kinds = KINDS): Run {
  const catalogue = change.catalogue ?? nudges;
  const byId = new Map(catalogue.map((nudge: Nudge) => [nudge.id, nudge]));
  const asked: Asked = {};
  const broken: Record<string, number> = {};
  const groups = kinds.map((kind) => {
    const people = Array.from({ length: each }, (_, i) => {
      const random = seeded(20261122 + 1000 * KINDS.indexOf(kind) + i);
      const person = makePerson(kind, random);
      add(asked, live(person, { ...change, catalogue, random }));
      for (const rule of breachesOf(person, byId)) add(broken, { [rule]: 1 });
      return slim(person);
    });
    return { kind, people };
  });
  const concepts = [...new Set(catalogue.map(({ concept }) => concept))].sort();
  return { groups, personWeeks: kinds.length * each * WEEKS, asked, broken, concepts };
}

/** Without what takes room and is not needed any more. */
function slim(person: Person): Person {
  return { ...person, chats: [], asks: [] };
}

function add(sum: Record<string, number>, more: Record<string, number>): void {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
}

/** All that came and what was said to it, as one SHA-256: the same for the same catalogue and code. */
export async function fingerprint({ groups, asked }: Run): Promise<string> {
  const cards = groups.map(({ people }) => people.map(({ shown }) => shown));
  const reasons = Object.entries(asked).sort();
  const bytes = new TextEncoder().encode(JSON.stringify([cards, reasons]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
