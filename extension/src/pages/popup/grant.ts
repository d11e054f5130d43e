import type { AppState } from '../../shared/messages';

/** A site is a scheme and a host, on all ports: Firefox's patterns have none. */
export function siteOrigin(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}

/** The permission that is asked for a site. */
export function grantPattern(origin: string): string {
  return `${siteOrigin(origin)}/*`;
}

/** Whether a site's permission, as an origin or a pattern, covers the page's origin. */
export function isSwitchedOn(sites: AppState['sites'], origin: string): boolean {
  const asked = siteOrigin(origin);
  return sites.some(({ origin: site }) => {
    const address = site.replace(/\/\*$/, '');
    return URL.canParse(address) && siteOrigin(address) === asked;
  });
}
