/** Which adapters may read which site. Only the bundled ones: served ones are not applied yet. */
import { adapters } from 'toward:catalogue';
import type { NamedAdapter } from '../shared/messages';

const byId = new Map(adapters.map((adapter) => [adapter.id, adapter]));

export function adapterOf(id: string): NamedAdapter {
  const adapter = byId.get(id);
  if (!adapter) throw new Error(`No adapter is called ${id}`);
  return adapter;
}

/** A match pattern of the plain kind `https://host/path*`, with `*.` before the host if need be. */
export function matchesPattern(url: string, pattern: string): boolean {
  const escaped = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace('://\\*\\.', '://([^/]+\\.)?')
    .replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(url);
}

/** Adapters for a page, those made for its address first; the rest are told by fingerprint. */
export function adaptersFor(url: string): NamedAdapter[] {
  const named = adapters.filter(({ match }) =>
    match?.some((pattern) => matchesPattern(url, pattern)),
  );
  return [...named, ...adapters.filter(({ match, status }) => !match && status === 'enabled')];
}
