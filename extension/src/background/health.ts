/** What pages said of their adapters, site by site: kept in this browser, never sent anywhere. */
import type { HealthReport, SiteInfo } from '../shared/messages';
import { change, load } from '../shared/storage';
import type { Instant } from '../shared/types';

type Seen = Omit<SiteInfo, 'origin'>;

type AllSeen = Record<string, Seen>;

/** That there is no room for a note is no reason not to count. */
async function note(how: (old: AllSeen) => AllSeen): Promise<void> {
  await change('seenSites', how).catch(() => {});
}

export async function noteHealth(
  origin: string,
  { adapter, trouble: what }: HealthReport,
  at: Instant,
): Promise<void> {
  const trouble = what && { what, at };
  await note((old) => ({ ...old, [origin]: { adapter, trouble } }));
}

/** An adapter fits the site; what troubled it before may trouble it still. */
export async function noteAdapter(origin: string, adapter: string): Promise<void> {
  await note((old) =>
    old[origin]?.adapter === adapter ? old : { ...old, [origin]: { adapter, trouble: null } },
  );
}

/** Rows came: whatever troubled it is over. A page without trouble does not say so by itself. */
export async function noteWell(origin: string, adapter: string): Promise<void> {
  await note((old) => {
    const before = old[origin];
    const isOver = before?.trouble && before.adapter === adapter;
    return isOver ? { ...old, [origin]: { adapter, trouble: null } } : old;
  });
}

export async function forgetSeen(origin: string): Promise<void> {
  await change('seenSites', ({ [origin]: _, ...left }) => left);
}

export async function seenAt(origin: string): Promise<Seen> {
  return (await load('seenSites'))[origin] ?? { adapter: null, trouble: null };
}
