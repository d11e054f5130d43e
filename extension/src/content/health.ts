import type { Trouble } from '../shared/messages';
import type { Instant } from '../shared/types';
import type { ListReading } from './reading/rows';
import { type Session, toldOf } from './session';

/** What one look at the page found. */
export interface Look {
  boxes: number;
  /** Conversations without a list, and lists without a conversation that can be named. */
  listless: number;
  nameless: number;
  /** A list has children of its own; how many rows there are, and rows without a message's parts. */
  filled: boolean;
  matched: number;
  hollow: number;
  tooMany: boolean;
  /** Lists that show none of what was told of them, and no times. */
  adrift: number;
  /** Final rows, and those among them without a key or a direction. */
  settled: number;
  keyless: number;
  sideless: number;
}

/** Adds to a look what one list told. */
export function note(look: Look, reading: ListReading, session: Session): void {
  look.filled ||= session.box.list.childElementCount > 0;
  look.matched += reading.matched;
  look.hollow += reading.hollow;
  look.settled += reading.settled;
  look.keyless += reading.keyless;
  // A row that says the opposite of what it said is no more to be believed than one that is silent.
  const turned = reading.rows.filter(({ key, direction }) => {
    const before = toldOf(session, key);
    return direction && before && before !== direction;
  });
  look.sideless += reading.sideless + turned.length;
}

/** Rows on which the rate of abstention is judged. */
export const JUDGED_ROWS = 200;
const MOST_ABSTAINED = 0.02;
/** So that it is said within a minute, looks included. */
const ROWS_WITHIN_MS = 55_000;
const TOLD_WITHIN_MS = 5_000;

export interface Health {
  readonly trouble: Trouble | null;
  /** Something looks wrong: nothing is sent until it is cleared up. */
  isDoubtful(): boolean;
  /** @returns whether the judgement changed */
  judge(look: Look, now: Instant): boolean;
  /** When to look again though nothing changed, ms; null: not needed. */
  lookAgainMs(): number | null;
}

/** Judges a run of looks: an adapter that cannot tell stops counting instead of guessing. */
export function newHealth(): Health {
  let suspect: Trouble | null = null;
  let since: Instant = 0;
  let trouble: Trouble | null = null;
  return {
    get trouble() {
      return trouble;
    },
    // A list that is adrift waits by itself; the others go on.
    isDoubtful: () => suspect !== 'adrift' && (trouble !== null || UNTOLD.has(suspect as Trouble)),
    judge(look, now) {
      const before = trouble;
      const found = suspicion(look);
      if (found !== suspect) since = now;
      suspect = found;
      trouble = found && now - since >= patienceWith(found) ? found : null;
      return trouble !== before;
    },
    lookAgainMs: () => (suspect && !trouble ? patienceWith(suspect) : null),
  };
}

const UNTOLD = new Set<Trouble>(['no-direction', 'no-key', 'too-many']);

function patienceWith(suspect: Trouble): number {
  if (suspect === 'too-many') return 0;
  return UNTOLD.has(suspect) ? TOLD_WITHIN_MS : ROWS_WITHIN_MS;
}

function suspicion(look: Look): Trouble | null {
  if (look.tooMany) return 'too-many';
  if (look.boxes === 0 && look.listless > 0) return 'no-list';
  if (look.boxes === 0 && look.nameless > 0) return 'no-conversation';
  if (look.settled === 0 && look.hollow > 0) return 'no-rows';
  if (look.matched === 0) return look.filled ? 'no-rows' : null;
  return untold(look) ?? (look.adrift > 0 ? 'adrift' : null);
}

/** Some rows cannot be told yet: wait for them before any of this look is believed. */
export function untold({ settled, keyless, sideless }: Look): Trouble | null {
  if (settled === 0) return null;
  if (keyless / settled > MOST_ABSTAINED) return 'no-key';
  return sideless / settled > MOST_ABSTAINED ? 'no-direction' : null;
}
