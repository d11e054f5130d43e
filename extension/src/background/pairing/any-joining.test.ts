/** However often a browser joins accounts, also ones it had left, every message counts once. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { installStorage } from '../../made-up/chrome';
import { endedAt } from '../../made-up/steps';
import { load, saveAll } from '../../shared/storage';
import { adapterOf } from '../adapters';
import { conversationId, currentSecret, forgetSecret, nameId } from '../ids';
import { conversations, eraseLedger } from '../ledger';
import {
  chosen,
  countedTimes,
  deliver,
  HOUR,
  NOON,
  REF,
  sighting,
  stretch,
} from '../made-up-ledger';
import { withOld } from '../server/pairing';
import { refreshRows, rowsOfConversation } from '../tally';
import { waitingToJoin } from './find';

const SECRETS = ['A', 'E', 'I'].map((letter) => letter.repeat(43));
const { service } = adapterOf(REF.adapter);

async function begun(): Promise<void> {
  installStorage({ zones: [{ from: 0, zone: 'UTC' }], secret: SECRETS[0] });
  forgetSecret();
  await eraseLedger();
  await chosen(NOON);
}

async function join(secret: string): Promise<void> {
  const ids = (await conversations()).map(({ id }) => id);
  const olds = withOld(await load('oldSecrets'), await currentSecret(), secret, ids);
  await saveAll({ secret, oldSecrets: olds });
  forgetSecret();
}

test('any life with any joining, ended anywhere', async () => {
  const say = fc.constant({ does: 'say' } as const);
  const look = fc.record({
    does: fc.constant('look' as const),
    end: fc.integer({ min: 1, max: 40 }),
  });
  const change = fc.record({ does: fc.constant('join' as const), secret: fc.nat(2) });
  const steps = fc.array(fc.oneof(say, say, look, look, change), { minLength: 4, maxLength: 16 });
  const sum = { ended: 0, joined: 0, moved: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      await begun();
      let now = NOON;
      const said: ReturnType<typeof sighting>[] = [];
      for (const step of list) {
        now += HOUR;
        if (step.does === 'say') said.push(sighting(`m${said.length}`, 'out', now));
        if (step.does === 'join') await join(SECRETS[step.secret] as string);
        if (step.does === 'look') {
          sum.ended += (await endedAt(step.end, () => deliver([stretch(said)], now))) ? 1 : 0;
          forgetSecret();
          await deliver([stretch(said)], now);
        }
        sum.joined += step.does === 'join' ? 1 : 0;
      }
      await deliver([stretch(said)], now);
      const [chat, ...others] = await conversations();
      expect(others).toEqual([]);
      expect(chat?.id).toBe(await nameId(service, REF));
      expect(await conversationId(service, REF)).toBe(chat?.id);
      expect(await waitingToJoin()).toEqual(new Set());
      expect(await countedTimes(chat?.id ?? '')).toEqual(said.map(({ at }) => at));
      await refreshRows(now);
      const rows = await rowsOfConversation(chat?.id ?? '');
      expect(rows.reduce((all, { row }) => all + row.sent, 0)).toBe(said.length);
      sum.moved += chat?.former ? 1 : 0;
    }),
    { seed: 20261122, numRuns: 150 },
  );
  expect(sum.ended).toBeGreaterThan(100);
  expect(sum.joined).toBeGreaterThan(100);
  expect(sum.moved).toBeGreaterThan(50);
}, 60_000);
