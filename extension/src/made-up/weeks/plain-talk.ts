/**
 * Rules O, W and rest told a second time, from the words that define them and from messages alone.
 * Nothing here comes from the code that chooses cards.
 */
import type { Instant, LedgerEvent } from '../../shared/types';
import type { Chat } from './person';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Turn {
  mine: boolean;
  begin: Instant;
  end: Instant;
  /** Begins after six hours of silence that Toward could see. */
  opens: boolean;
}

const isMine = ({ direction }: LedgerEvent) => direction === 1;
const isTheirs = ({ direction }: LedgerEvent) => direction === 2;
const isPlain = (event: LedgerEvent) => event.counted && (isMine(event) || isTheirs(event));

/** What Toward knows of a chat at one time: sixty days, oldest first. */
export class Talk {
  readonly #said: LedgerEvent[];
  readonly #turns: Turn[] = [];
  /** Before it, something may have come that nobody could place. */
  readonly #unclear: Instant;

  constructor(
    readonly chat: Pick<Chat, 'events' | 'gaps' | 'chosenAt' | 'restFrom' | 'openings'>,
    readonly now: Instant,
  ) {
    this.#said = chat.events.filter(({ at }) => at <= now && at > now - 60 * DAY);
    const ends = chat.gaps.map(({ to }) => to).filter((to) => to <= now);
    const odd = this.#said.filter((event) => !isPlain(event)).map(({ at }) => at);
    this.#unclear = Math.max(0, ...ends, ...odd);
    for (const [i, event] of this.#said.entries()) this.#add(event, this.#said[i - 1]);
  }

  #add(event: LedgerEvent, above: LedgerEvent | undefined): void {
    if (!isPlain(event)) return;
    const last = this.#turns.at(-1);
    const goesOn = above && isPlain(above) && last?.mine === isMine(event);
    if (last && goesOn && event.at - above.at <= 10 * MINUTE) {
      last.end = event.at;
      return;
    }
    const seen = above && !this.#gapBetween(above.at, event.at);
    const opens = Boolean(seen && event.at - above.at >= 6 * HOUR);
    this.#turns.push({ mine: isMine(event), begin: event.at, end: event.at, opens });
  }

  #gapBetween(from: Instant, to: Instant): boolean {
    return this.chat.gaps.some((gap) => gap.from < to && gap.to > from);
  }

  /** Turns of one side since the other side's last message. */
  #atTheEnd(mine: boolean): Turn[] {
    const other = this.#turns.filter((turn) => turn.mine !== mine).at(-1);
    return this.#turns.filter((turn) => turn.mine === mine && turn.begin > (other?.begin ?? 0));
  }

  /** Their next turn after each of the person's, where it came within a day. */
  usualWait(): number | null {
    const waits = this.#turns.flatMap((turn, i) => {
      const above = this.#turns[i - 1];
      if (turn.mine || !above?.mine || turn.begin - above.end > DAY) return [];
      return [turn.begin - above.end];
    });
    if (waits.length < 20) return null;
    waits.sort((a, b) => a - b);
    // The smallest that nine in ten do not exceed.
    return waits.find((_, i) => (i + 1) * 10 >= waits.length * 9) as number;
  }

  ruleO(newSince: Instant): boolean {
    const usual = this.usualWait();
    if (usual === null || !this.hasNews(newSince)) return false;
    const open = this.#atTheEnd(true).filter(
      ({ begin, end }) => begin > this.#unclear && this.now - end > usual,
    );
    return open.some((a) => open.some((b) => b.begin - a.begin >= 3 * HOUR));
  }

  ruleW(): { holds: boolean; waiting: number } {
    const waiting = this.#atTheEnd(false);
    const last = waiting.at(-1);
    const age = last ? this.now - last.end : 0;
    const recent = this.#turns.filter(({ begin }) => this.now - begin <= 28 * DAY);
    const lively = recent.some(({ mine, opens }) => mine && opens) && this.#comesBack(recent);
    const wrote = this.#said.some((event) => isMine(event) && this.now - event.at <= 72 * HOUR);
    const clear = last !== undefined && last.begin > this.#unclear;
    const holds = clear && age >= 3 * HOUR && age <= DAY && lively && wrote;
    return { holds, waiting: waiting.length };
  }

  #comesBack(recent: readonly Turn[]): boolean {
    const theirs = recent.filter(({ mine }) => !mine);
    const mine = this.#turns.filter((turn) => turn.mine);
    const came = theirs.filter((one) => {
      const back = mine.find(({ begin }) => begin > one.end);
      return back !== undefined && back.begin - one.end <= DAY;
    });
    const open = theirs.filter((one) => !came.includes(one) && this.now - one.end <= DAY);
    return came.length * 2 > theirs.length - open.length;
  }

  /** The person wrote last, and not longer ago than is usual here. */
  isQuietAsUsual(): boolean {
    const [first] = this.#atTheEnd(true);
    const usual = this.usualWait();
    return Boolean(first && usual !== null && this.now - first.end < usual);
  }

  /** Whole days without a message before the person's newest opening. */
  quietDaysBefore(): number {
    const last = this.#turns.at(-1);
    if (!last?.mine || !last.opens) return 0;
    const before = this.#said.filter(({ at }) => at < last.begin).at(-1);
    return before ? Math.floor((last.begin - before.at) / DAY) : 0;
  }

  rests(): boolean {
    if (this.now >= this.chat.restFrom) return true;
    const theirs = this.#said.filter(isTheirs).at(-1)?.at ?? this.chat.chosenAt;
    return this.now - theirs >= 21 * DAY;
  }

  hasNews(since: Instant): boolean {
    return this.#said.some((event) => event.counted && event.at > since);
  }
}
