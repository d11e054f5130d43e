/**
 * Keys for apps without ids: the order inside an unbroken list. They live as long as the list is
 * shown: "counted while open".
 */
import type { Direction } from '../../shared/types';

interface Known {
  element: Element;
  key: string;
  direction: Direction;
}

export class OrderKeys {
  readonly #session = crypto.getRandomValues(new Uint32Array(4)).join('-');
  #next = 0;
  #shown: Known[] = [];

  /**
   * Keys of the rows in `elements`, oldest first; null for rows that turned up in the middle.
   *
   * Elements keep their keys. Those at the bottom that took the place of others are the same rows
   * made anew; those beyond are new.
   */
  keysOf(elements: readonly Element[], directions: readonly Direction[]): (string | null)[] {
    const known = new Map(this.#shown.map((one) => [one.element, one.key]));
    const keys = elements.map((element) => known.get(element) ?? null);
    const last = keys.findLastIndex(Boolean);
    const lastShown = this.#shown.findLastIndex(({ key }) => key === keys[last]);
    const gone = this.#shown.slice(lastShown + 1);
    const first = keys.findIndex(Boolean);
    // Rows left from the bottom and none took their place: what comes back could be old or new.
    const unclear = gone.length > elements.length - 1 - last;
    elements.forEach((_, i) => {
      if (keys[i]) return;
      const before = gone[i - last - 1];
      const same = i > last && !unclear && before && before.direction === directions[i];
      if (same) keys[i] = before.key;
      else if (i > last || i < first) keys[i] = this.#fresh();
    });
    if (unclear && last >= 0) for (const i of keys.keys()) keys[i] = this.#fresh();
    this.#shown = elements.flatMap((element, i) => {
      const key = keys[i];
      return key ? [{ element, key, direction: directions[i] ?? null }] : [];
    });
    return keys;
  }

  #fresh(): string {
    return `${this.#session}:${this.#next++}`;
  }
}
