/** A made-up page and its chat for tests that go through the real ledger. */

import type { ConversationRef, Sighting, Stretch } from '../shared/messages';
import type { ConversationId, Direction, Instant } from '../shared/types';
import { adapterOf } from './adapters';
import { type Choice, include } from './chats';
import { takeIn } from './intake';
import { eventsOf } from './ledger';

export const REF: ConversationRef = {
  adapter: 'converse',
  host: '',
  account: '',
  conversation: 'robin@example.net',
};

export const NOON = Date.parse('2026-11-22T12:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function choice(conversation = REF.conversation): Choice {
  const ref = { ...REF, conversation };
  const chat = {
    ref,
    kind: 'one' as const,
    label: null,
    practice: false,
    byTitle: false,
    practiceNow: null,
  };
  return { chat, name: null, bond: null, kind: 'one' };
}

export function chosen(now: Instant, conversation?: string): Promise<ConversationId> {
  return include(choice(conversation), 'https://chat.example.net', now);
}

/** A row with the page's time in ms. */
export function sighting(key: string, direction: Direction, at: Instant): Sighting {
  return { key, direction, at, resolution: 1, notBefore: null, seen: at };
}

export function stretch(rows: Sighting[], before: string[] = [], after: string[] = []): Stretch {
  return { before, rows, after };
}

export function deliver(
  stretches: Stretch[],
  now: Instant,
  options: { baseline?: boolean; conversation?: string } = {},
): Promise<boolean> {
  const { baseline = false, conversation = REF.conversation } = options;
  const ref = { ...REF, conversation };
  return takeIn({ ref, stretches, baseline }, adapterOf('converse'), now);
}

export async function countedTimes(id: ConversationId): Promise<Instant[]> {
  const counted = (await eventsOf(id)).filter((event) => event.counted);
  return counted.map(({ at }) => at).sort((a, b) => a - b);
}
