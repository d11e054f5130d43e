/** The only file that fetches. Nothing leaves before a person connected a server (P3). */
import { load } from '../../shared/storage';

export interface Reply {
  status: number;
  body: unknown;
  tag: string | null;
}

/** Nobody answered, or not in a way that can be understood: try again later. */
export class ServerAway extends Error {
  constructor(
    message: string,
    /** Seconds the server asked for. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  token?: string;
  tag?: string;
  /** The answer, if it is none of failure, is given as text. */
  plain?: boolean;
}

const TIMEOUT_MS = 20_000;
const TOO_OFTEN = 'The server was asked too often, and wants a pause. Try again in a few minutes.';

/** Plain http is for this computer only; anywhere else counts would travel readable. */
export function checkedUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  const loopback = ['127.0.0.1', 'localhost'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback) ? origin : null;
}

export async function call(request: Call): Promise<Reply> {
  const { url } = await load('server');
  if (!url) throw new ServerAway('No server is connected.');
  return callAt(url, request);
}

export async function callAt(url: string, request: Call): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(url + request.path, options(request));
  } catch {
    throw new ServerAway('The server did not answer.');
  }
  const tag = response.headers.get('ETag');
  if (response.status === 204 || response.status === 304)
    return { status: response.status, body: null, tag };
  // A proxy in front of a server that is away answers in words, not in JSON.
  const wait = Number(response.headers.get('Retry-After')) || null;
  if (response.status >= 500) throw new ServerAway('The server is away for a while.', wait);
  if (response.status === 429) throw new ServerAway(TOO_OFTEN, wait);
  const isPlain = request.plain && response.ok;
  return { status: response.status, body: await parsed(response, isPlain), tag };
}

function options({ method, body, token, tag }: Call): RequestInit {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (token) headers.Authorization = `Bearer ${token}`;
  if (tag) headers['If-None-Match'] = tag;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const private_ = {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  } as const;
  return {
    method,
    headers,
    ...sent,
    ...private_,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
}

/** A reply that is not the JSON it should be comes from something else than a Toward server. */
async function parsed(response: Response, isPlain = false): Promise<unknown> {
  try {
    return await (isPlain ? response.text() : response.json());
  } catch {
    throw new ServerAway('What answered is not a Toward server, or it is out of order.');
  }
}
