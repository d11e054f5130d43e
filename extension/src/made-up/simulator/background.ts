/** The background behind a simulated page: its ledger in memory, through `admit` as intake.ts does. */
import {
  type Admission,
  admit,
  type CountingState,
  type HashedStretch,
} from '../../background/counting/admit';
import { close, isOpen, open } from '../../background/counting/intervals';
import type { ConversationRef, Envelope, Request, Stretch } from '../../shared/messages';
import type { Instant, KeyId, LedgerEvent } from '../../shared/types';

/** One conversation's share of the ledger. Keys stay as they are: nothing leaves the test. */
export interface Booked extends CountingState {
  events: Map<KeyId, LedgerEvent>;
  gaps: { from: Instant; to: Instant }[];
}

/** gone: nobody answers; mute: what was sent is booked, and the answer is lost. */
export type Away = 'here' | 'gone' | 'mute';

export class SimulatedBackground {
  readonly chats = new Map<string, Booked>();
  readonly selves: Record<string, string> = {};
  away: Away = 'here';

  install(): this {
    const runtime = { id: 'toward', sendMessage: (envelope: Envelope) => this.#hear(envelope) };
    Object.assign(globalThis, { chrome: { runtime } });
    return this;
  }

  static nameOf({ host, account, conversation }: ConversationRef): string {
    return JSON.stringify([host, account, conversation]);
  }

  /** Counting begins, or goes on after a pause. */
  choose(ref: ConversationRef, now: Instant): void {
    const id = SimulatedBackground.nameOf(ref);
    const empty = { id, intervals: [], anchors: [], lastSeen: null, events: new Map(), gaps: [] };
    const old = this.chats.get(id) ?? empty;
    this.chats.set(id, { ...old, intervals: open(old.intervals, now), fresh: true });
  }

  pause(ref: ConversationRef, now: Instant): void {
    const id = SimulatedBackground.nameOf(ref);
    const old = this.chats.get(id) as Booked;
    this.chats.set(id, { ...old, intervals: close(old.intervals, now) });
  }

  async #hear({ name, request }: Envelope): Promise<unknown> {
    if (this.away === 'gone') throw new Error('Nobody is there.');
    const answer = this.answer(name, request);
    if (this.away === 'mute') throw new Error('The answer is lost.');
    return answer;
  }

  protected answer(name: Envelope['name'], request: unknown): unknown {
    if (name === 'content:conversation') return this.#state(request as never);
    if (name === 'content:rows') this.takeIn(request as never);
    if (name === 'content:self') this.#learn(request as never);
    return { ok: true };
  }

  #learn({ scope, id }: Request<'content:self'>): void {
    this.selves[scope] = id;
  }

  #state({ ref, practiceNow }: Request<'content:conversation'>) {
    const chat = this.chats.get(SimulatedBackground.nameOf(ref));
    if (!chat || !isOpen(chat.intervals, practiceNow ?? Date.now()))
      return { state: 'not-chosen', fresh: false };
    return { state: 'counting', fresh: chat.fresh };
  }

  protected takeIn({ ref, stretches, baseline: isBaseline, practiceNow }: Request<'content:rows'>) {
    const chat = this.chats.get(SimulatedBackground.nameOf(ref));
    if (!chat) return;
    const hashed = stretches.map((one) => asHashed(one, isBaseline));
    const baseline = isBaseline && chat.fresh;
    const admission = admit(hashed, chat, knownOf(hashed, chat), { baseline });
    for (const event of admission.events) chat.events.set(event.key, event);
    const now = practiceNow ?? Date.now();
    this.chats.set(chat.id, noted(chat, admission, { baseline, now, stretches }));
  }
}

/** What a baseline shows was not seen coming. */
function asHashed({ before, rows, after }: Stretch, isBaseline: boolean): HashedStretch {
  const told = isBaseline ? rows.map((row) => ({ ...row, notBefore: null })) : rows;
  return { before, rows: told, after };
}

function knownOf(stretches: readonly HashedStretch[], { events }: Booked): Map<KeyId, LedgerEvent> {
  const keys = stretches.flatMap(({ rows, after }) => [
    ...rows.map(({ key }) => key),
    ...after.slice(0, 1),
  ]);
  const found = keys.map((key) => events.get(key));
  return new Map(found.flatMap((event) => (event ? [[event.key, event]] : [])));
}

interface News {
  baseline: boolean;
  now: Instant;
  stretches: readonly Stretch[];
}

function noted(old: Booked, { anchors, lost, sawEnd }: Admission, news: News): Booked {
  const { baseline, now, stretches } = news;
  const looks = stretches.flatMap(({ rows }) => rows.map(({ seen }) => seen));
  const looked = looks.length > 0 ? Math.max(...looks) : now;
  const { lastSeen } = old;
  const isAhead = lastSeen === null || lastSeen > now;
  return {
    ...old,
    anchors,
    gaps: lost ? [...old.gaps, { from: lastSeen ?? now, to: now }] : old.gaps,
    lastSeen: sawEnd ? (isAhead ? looked : Math.max(lastSeen, looked)) : lastSeen,
    fresh: old.fresh && !baseline,
  };
}
