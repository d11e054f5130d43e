import type { Instant } from '../shared/types';
import { matches } from './page/select';

/** Knows when the person last wrote in a composer: that it happened, never what. */
export class Typing {
  private last: Instant = Number.NEGATIVE_INFINITY;

  constructor(composer: string, signal: AbortSignal) {
    const note = (event: Event) => {
      const target = event.composedPath()[0];
      if (target instanceof Element && within(target, composer)) this.last = Date.now();
    };
    for (const type of ['keydown', 'input']) {
      document.addEventListener(type, note, { capture: true, passive: true, signal });
    }
  }

  /** Milliseconds since the last touch of a composer's keys. */
  quietFor(): number {
    return Date.now() - this.last;
  }
}

function within(target: Element, composer: string): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (matches(element, composer)) return true;
  }
  return false;
}
