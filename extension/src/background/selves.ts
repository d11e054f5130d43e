/** One's own ids on services that do not tell them: learned from a page, forgotten with its site. */
import { change, load } from '../shared/storage';
import { isScopeOf } from './adapters';

export async function keepSelf(scope: string, id: string): Promise<void> {
  await change('selves', (old) => ({ ...old, [scope]: id }));
}

/** Keeps only what the sites that are left need. */
export async function forgetSelves(left: readonly string[]): Promise<void> {
  const seen = await load('seenSites');
  const sites = left.map((origin) => ({ origin, adapter: seen[origin]?.adapter ?? null }));
  await change('selves', (old) =>
    Object.fromEntries(
      Object.entries(old).filter(([scope]) => sites.some((site) => isScopeOf(scope, site))),
    ),
  );
}
