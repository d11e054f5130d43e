/** Sums of weeks as CSV, as the server gives them, too. */
import { weekOf } from '../shared/days';
import { emptyRow, ROW_FIELDS } from '../shared/rows';
import type { Instant, Row } from '../shared/types';
import { conversations, ledger, type StoredRow } from './ledger';
import { unlessFull } from './room';
import { refreshRows } from './tally';

/** The first line of every table that leaves Toward. */
export const OPENING = "partial counts; shows nothing about anyone's intentions";
/** As RFC 4180 has it, and the server. */
const END = '\r\n';

export async function weeksOfBrowser(now: Instant): Promise<string> {
  await unlessFull(refreshRows(now));
  const practice = (await conversations()).filter((chat) => chat.practice).map(({ id }) => id);
  const rows = await (await ledger()).getAll('rows');
  return weeksAsCsv(rows.filter(({ conversation }) => !practice.includes(conversation)));
}

/**
 * Pure. Nothing in it was written by a person: weeks, ids and numbers only, so no cell can be taken
 * for a formula. Weeks without counts are left out.
 */
export function weeksAsCsv(rows: readonly StoredRow[]): string {
  const lines = [...sums(rows)].filter(([, sum]) => ROW_FIELDS.some((field) => sum[field] > 0));
  const table = lines.map(([name, sum]) => [name, ...ROW_FIELDS.map((field) => sum[field])].join());
  const head = ['week', 'conversation', ...ROW_FIELDS].join();
  return [OPENING, head, ...table.sort()].map((line) => line + END).join('');
}

/** By week and conversation, `2026-W47,<id>`. */
function sums(rows: readonly StoredRow[]): Map<string, Row> {
  const all = new Map<string, Row>();
  for (const { day, conversation, row } of rows) {
    const name = `${weekOf(day)},${conversation}`;
    const sum = all.get(name) ?? emptyRow();
    // A week may hold more than a day can.
    for (const field of ROW_FIELDS) sum[field] += row[field];
    all.set(name, sum);
  }
  return all;
}
