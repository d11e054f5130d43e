/** Which adapters may read which site. Only the bundled ones: served ones are not applied yet. */
import { adapters } from 'toward:catalogue';
import type { Limit, NamedAdapter } from '../shared/messages';

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

function isFor({ match = [] }: NamedAdapter, url: string): boolean {
  return match.some((pattern) => matchesPattern(url, pattern));
}

/** Experimental adapters are off unless the person chose them, by id. */
export function isOn({ id, status }: NamedAdapter, experimental: readonly string[]): boolean {
  return status === 'enabled' || experimental.includes(id);
}

/** Adapters for a page, those made for its address first; the rest are told by fingerprint. */
export function adaptersFor(url: string, experimental: readonly string[]): NamedAdapter[] {
  const on = adapters.filter((adapter) => isOn(adapter, experimental));
  return [...on.filter((adapter) => isFor(adapter, url)), ...on.filter(({ match }) => !match)];
}

export const EXPERIMENTAL = adapters
  .filter(({ status }) => status === 'experimental')
  .map(({ id, name, match = [] }) => ({ id, name, match }));

/** Names of the apps made for an address that the person has not chosen. */
export function unchosenApps(url: string, experimental: readonly string[]): string[] {
  const off = adapters.filter((one) => isFor(one, url) && !isOn(one, experimental));
  return off.map(({ name }) => name);
}

export function isByTitle({ conversation }: NamedAdapter): boolean {
  return conversation.id.every(({ from }) => from === 'text');
}

/** What an app does not show, so that its counts are worth less; [] for an unknown adapter. */
export function limitsOf(id: string): Limit[] {
  const adapter = byId.get(id);
  if (!adapter) return [];
  const all: [Limit, boolean][] = [
    ['by-title', isByTitle(adapter)],
    ['while-open', adapter.key.from === 'order'],
    ['seen-times', !adapter.time],
  ];
  return all.filter(([, holds]) => holds).map(([limit]) => limit);
}

/** Whether learned ids of this scope (adapter, host, account) belong to a site that is left on. */
export function isScopeOf(
  scope: string,
  { origin, adapter: seen }: { origin: string; adapter: string | null },
): boolean {
  const [id = '', host = ''] = scope.split(' ');
  if (host) return URL.canParse(host) && originWithoutPort(host) === origin;
  const adapter = byId.get(id);
  if (!adapter?.match) return id === seen;
  return adapter.match.some((pattern) => patternCovers(pattern, origin));
}

function originWithoutPort(host: string): string {
  const { protocol, hostname } = new URL(host);
  return `${protocol}//${hostname}`;
}

function patternCovers(pattern: string, origin: string): boolean {
  return matchesPattern(`${origin}/`, pattern.replace(/^([a-z]+:\/\/[^/]+)\/.*$/, '$1/*'));
}
