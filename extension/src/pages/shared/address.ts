const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A typed address as a whole one; a bare name means https, a bare loopback name http. */
export function readAddress(typed: string): URL | null {
  const text = typed.trim();
  if (/^[a-z]+:\/\//i.test(text)) return URL.canParse(text) ? new URL(text) : null;
  if (text === '' || !URL.canParse(`https://${text}`)) return null;
  const { hostname } = new URL(`https://${text}`);
  return new URL(`${LOOPBACK.has(hostname) ? 'http' : 'https'}://${text}`);
}

/** What is wrong with a server's address, in a sentence that says what to do; null when nothing is. */
export function addressProblem(typed: string): string | null {
  const url = readAddress(typed);
  if (!url) return 'That is not an address. It looks like https://toward.example.org';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'Please give an address that begins with https://';
  if (LOOPBACK.has(url.hostname) && url.hostname !== '[::1]') return null;
  return 'Please use https:// here. Plain http:// is taken for this computer alone (127.0.0.1).';
}
