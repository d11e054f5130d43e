/** A made-up Toward server behind a made-up `fetch`: the contract of `/v1` in a page. */
import type { Row } from '../shared/types';

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown> | null;
  headers: Record<string, string>;
  options: RequestInit;
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
  account: { token: string } | null = null;
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
    if (headers.Authorization !== `Bearer ${this.account?.token}`) return refused(401);
    if (path === '/v1/accounts/me') return this.close();
    const [, , what, name = ''] = path.split('/');
    if (method === 'DELETE')
      return this.erase(what === 'days' ? { day: name } : { conversation: name });
    return this.put(name, body as never);
  }

  private open(body: Asked['body']): Response {
    if (body?.consent !== 3) return refused(422);
    this.account = { token: `token-${++accounts}` };
    return json(201, { account: `account-${accounts}`, device: 1, token: this.account.token });
  }

  private close(): Response {
    this.account = null;
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
    day: string,
    body: { revision: number; erasures: number; rows: Record<string, Row> },
  ): Response {
    const { revision, erasures, rows } = body;
    if (erasures < this.marks.length)
      return refused(409, { marks: this.marks.filter(({ number }) => number > erasures) });
    for (const [conversation, row] of Object.entries(rows)) {
      const key = `${day} ${conversation}`;
      if ((this.rows.get(key)?.revision ?? -1) <= revision) this.rows.set(key, { revision, row });
    }
    return json(200, { erasures });
  }
}
