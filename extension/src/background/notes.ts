/** The person's own words: notes and guesses. They never leave this browser. */
import type { Day, Week } from '../shared/types';
import { ledger } from './ledger';
import { unlessFull } from './room';

const LONGEST_NOTE = 4_000;

/** Words about a practice week stay apart from those about a real one. */
export function wordsKey(what: 'guess' | 'note', practice: boolean, week: Week): string {
  return `${what} ${practice ? 'practice ' : ''}${week}`;
}

export async function noteText(key: string): Promise<string | null> {
  return (await (await ledger()).get('notes', key))?.text ?? null;
}

export async function keepText(key: string, text: string): Promise<void> {
  const db = await ledger();
  const kept = text.slice(0, LONGEST_NOTE);
  if (kept === '') await db.delete('notes', key);
  else await db.put('notes', { key, text: kept });
}

/** How often the weekly page was opened on this day; `onceMore` counts this time too. */
export async function openingsToday(today: Day, onceMore: boolean): Promise<number> {
  const [day, times] = ((await noteText('week opened')) ?? '').split(' ');
  const before = day === today ? Number(times) : 0;
  const count = onceMore ? before + 1 : Math.max(1, before);
  await unlessFull(keepText('week opened', `${today} ${count}`));
  return count;
}
