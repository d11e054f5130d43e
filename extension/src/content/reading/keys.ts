import type { RowReading } from './row';

export interface KeyedRow extends RowReading {
  key: string;
}

/**
 * Keys for apps whose ids die with the server's process: time, direction, and the ordinal among
 * rows of that time. Rows of the first moment shown are left out when more lies above: there the
 * ordinal could begin anywhere.
 */
export function ordinalKeys(rows: readonly RowReading[], moreAbove: boolean): (string | null)[] {
  const counts = new Map<string, number>();
  const first = rows.find((row) => row.time)?.time?.at;
  return rows.map(({ direction, time }) => {
    if (!time || !direction || (moreAbove && time.at === first)) return null;
    const moment = `${time.at}|${direction}`;
    const ordinal = counts.get(moment) ?? 0;
    counts.set(moment, ordinal + 1);
    return `${moment}|${ordinal}`;
  });
}
