/** A browser with one chosen chat, for the tests beside this file. */
import { type FakeStorage, installStorage } from '../../made-up/chrome';
import { FakeServer } from '../../made-up/server';
import { forgetSecret } from '../ids';
import { eraseLedger, ledger } from '../ledger';
import { chosen, DAY, deliver, HOUR, NOON, sighting, stretch } from '../made-up-ledger';
import { codeText, newCode } from '../pairing/code';
import { type Crossing, pairingKeys, seal } from '../pairing/seal';

export const URL_OF_SERVER = 'http://127.0.0.1:8000';
export const NOW = NOON + DAY;

/** What the account of another browser has. */
export const ACCOUNTS: Crossing = {
  secret: `B${'A'.repeat(42)}`,
  zones: [{ from: 0, zone: 'Asia/Tokyo' }],
};
export const OPENED = '2026-11-02T09:00:00+00:00';

export interface World {
  storage: FakeStorage;
  server: FakeServer;
  id: string;
}

let said: number[] = [];

/** Messages of mine, so many hours after noon of 22 November; the page shows all of them. */
export async function say(...hours: number[]): Promise<void> {
  said = [...said, ...hours].sort((a, b) => a - b);
  const rows = said.map((h) => sighting(`m${h}`, 'out', NOON + h * HOUR));
  await deliver([stretch(rows)], NOON + Math.max(...hours) * HOUR);
}

/** One message on the 22nd, one on the 23rd; nothing connected. */
export async function world(): Promise<World> {
  const storage = installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: 'A'.repeat(43) });
  forgetSecret();
  await eraseLedger();
  const server = new FakeServer().install();
  said = [];
  const id = await chosen(NOON);
  await say(1, 13);
  return { storage, server, id };
}

/** Another browser has the account, and offers a place in it; its code. */
export async function offeredBy({ server }: World, crossing: Crossing = ACCOUNTS): Promise<string> {
  if (!server.account) server.opened(OPENED);
  const code = newCode();
  const { lookup, key } = await pairingKeys(code);
  server.pairings.set(lookup, await seal(key, crossing));
  return codeText(code);
}

/** What must not change by a server's doing: everything but what is said of the server. */
export async function everything({ storage }: World): Promise<unknown> {
  const { server: _, revision: _r, ...values } = storage.values;
  const db = await ledger();
  const names = ['events', 'conversations', 'rows', 'shown', 'notes'] as const;
  const stores = await Promise.all(names.map((name) => db.getAll(name)));
  return structuredClone({ values, stores });
}

export function problemOf({ storage }: World): string | null {
  return (storage.values.server as { problem: string | null } | undefined)?.problem ?? null;
}
