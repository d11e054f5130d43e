import { insideOf } from '../../content/reading/row';
import { readTime } from '../../content/reading/time';
import type { Vocabulary } from './vocabulary';

/** Whether every row of a fixture's vocabulary tells its time. */
export function isTimed(words: Vocabulary): boolean {
  const { adapter } = words;
  const rows = (['in', 'out'] as const).flatMap((way) => [
    words.row(way, true, { n: 1, at: 1.8e12, conversation: '1' }),
    words.row(way, false, { n: 1, at: 1.8e12, conversation: '1' }),
  ]);
  return rows.every((row) => {
    const element = row.matches(adapter.row.selector)
      ? row
      : row.querySelector(adapter.row.selector);
    return element !== null && readTime(element, insideOf(element, adapter), adapter) !== null;
  });
}
