/** A made-up Toward server behind a made-up `fetch`: the contract of `/v1` in a page. */
import type { Row } from '../shared/types';

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown> | null;
  headers: Record<string, string>;
  options: RequestInit;
}

/** A browser of the account, as the server knows it. */
export interface Device {
  id: number;
  token: string;
  created: string;
  last_upload: string | null;
}

type Mark = { number: number; day?: string; conversation?: string };
/** No two accounts of a test run are the same. */
let accounts = 0;

type Reply = () => Response | Promise<Response>;

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const refused = (status: number, more: object = {}) =>
  json(status, { code: status, status: 'No', message: 'No.', ...more });

export class FakeServer {
  asked: Asked[] = [];
  /** The next answers, whatever is asked; after them the server answers by itself. */
  next: Reply[] = [];
  /** Runs before each answer: what happens meanwhile. */
  meanwhile: ((asked: Asked) => Promise<unknown>) | null = null;
  account: { id: string; token: string } | null = null;
  /** All but those that were taken off. */
  devices: Device[] = [];
  /** The last device number that was given; none is given twice. */
  private numbers = 0;
  /** What is sealed, by lookup id, until it is claimed or too late. */
  pairings = new Map<string, string>();
  /** By day and conversation; those of other devices than the first end with their number. */
  rows = new Map<string, { revision: number; row: Row }>();
  marks: Mark[] = [];

  install(): this {
    Object.assign(globalThis, { fetch: this.fetch.bind(this) });
    return this;
  }

  get paths(): string[] {
    return this.asked.map(({ method, path }) => `${method} ${path}`);
  }

  /** Messages sent that the server holds, by day and conversation. */
  get sent(): Record<string, number> {
    return Object.fromEntries([...this.rows].map(([key, { row }]) => [key, row.sent]));
  }

  private async fetch(url: string, options: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(url);
    const body = options.body ? JSON.parse(options.body as string) : null;
    const headers = options.headers as Record<string, string>;
    const asked = {
      method: options.method ?? 'GET',
      path: pathname + search,
      body,
      headers,
      options,
    };
    this.asked.push(asked);
    await this.meanwhile?.(asked);
    return this.next.shift()?.() ?? this.answer(asked);
  }

  private answer({ method, path, body, headers }: Asked): Response {
    if (path === '/v1/consent') return json(200, { version: 3, text: 'What is kept there.' });
    if (path.startsWith('/v1/nudges')) return refused(404);
    if (path === '/v1/accounts' && method === 'POST') return this.open(body);
    if (path === '/v1/pairings/claim') return this.claim(body?.lookup as string);
    const device = this.devices.find(({ token }) => headers.Authorization === `Bearer ${token}`);
    if (!this.account || !device) return refused(401);
    if (path === '/v1/accounts/me') return this.close();
    if (path === '/v1/pairings') return this.pair(body as never);
    if (path === '/v1/devices') return this.list();
    const [, , what, name = ''] = path.split('/');
    if (what === 'devices') return this.revoke(Number(name));
    if (method === 'DELETE')
      return this.erase(what === 'days' ? { day: name } : { conversation: name });
    return this.put(device, name, body as never);
  }

  private open(body: Asked['body']): Response {
    if (body?.consent !== 3) return refused(422);
    this.account = { id: `account-${++accounts}`, token: `token-${accounts}` };
    this.devices = [];
    this.numbers = 0;
    return json(201, { account: this.account.id, ...this.add(this.account.token) });
  }

  /** An account that another browser opened, so many days ago. */
  opened(created: string): void {
    this.account = { id: `account-${++accounts}`, token: `token-${accounts}` };
    this.numbers = 1;
    this.devices = [{ id: 1, token: this.account.token, created, last_upload: created }];
  }

  private add(token: string): { device: number; token: string } {
    const id = ++this.numbers;
    this.devices.push({ id, token, created: '2026-11-22T12:00:00+00:00', last_upload: null });
    return { device: id, token };
  }

  private pair({ lookup, sealed }: { lookup: string; sealed: string }): Response {
    this.pairings = new Map([[lookup, sealed]]);
    return json(201, { expires_in: 600 });
  }

  private claim(lookup: string): Response {
    const sealed = this.pairings.get(lookup);
    if (!this.account || sealed === undefined) return refused(404);
    this.pairings.clear();
    return json(201, { account: this.account.id, ...this.add(`token-${++accounts}`), sealed });
  }

  private list(): Response {
    const devices = this.devices.map(({ token: _, ...told }) => told);
    return json(200, { devices });
  }

  private revoke(id: number): Response {
    if (this.devices.length === 1) return refused(409);
    this.devices = this.devices.filter((one) => one.id !== id);
    return new Response(null, { status: 204 });
  }

  private close(): Response {
    this.account = null;
    this.devices = [];
    this.rows.clear();
    this.marks = [];
    return new Response(null, { status: 204 });
  }

  erase(what: { day: string } | { conversation: string }): Response {
    const name = 'day' in what ? what.day : what.conversation;
    for (const key of this.rows.keys()) if (key.includes(name)) this.rows.delete(key);
    const number = this.marks.length + 1;
    this.marks.push({ number, ...what });
    return json(200, { erasures: number });
  }

  private put(
    device: Device,
    day: string,
    body: { revision: number; erasures: number; rows: Record<string, Row> },
  ): Response {
    const { revision, erasures, rows } = body;
    if (erasures < this.marks.length)
      return refused(409, { marks: this.marks.filter(({ number }) => number > erasures) });
    device.last_upload = '2026-11-23T12:00:00+00:00';
    for (const [conversation, row] of Object.entries(rows)) {
      const key = `${day} ${conversation}${device.id === 1 ? '' : ` ${device.id}`}`;
      if ((this.rows.get(key)?.revision ?? -1) <= revision) this.rows.set(key, { revision, row });
    }
    return json(200, { erasures });
  }
}
