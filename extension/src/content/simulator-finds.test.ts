// @vitest-environment happy-dom
/** What the simulator has to find out: a reader that is made wrong on purpose. */
import { adapters } from 'toward:catalogue';
import { describe, expect, test } from 'vitest';
import { SimulatedBackground } from '../made-up/simulator/background';
import { type Options, proveLives } from '../made-up/simulator/proof';
import type { NamedAdapter, Request } from '../shared/messages';

const adapterOf = (id: string) => adapters.find((one) => one.id === id) as NamedAdapter;

/** Takes every row that it is told for a message of its own, whatever its key. */
class CountsNodes extends SimulatedBackground {
  #told = 0;

  protected override takeIn(request: Request<'content:rows'>): void {
    const stretches = request.stretches.map((stretch) => ({
      ...stretch,
      rows: stretch.rows.map((row) => ({ ...row, key: `${row.key} ${this.#told++}` })),
    }));
    super.takeIn({ ...request, stretches });
  }
}

function withoutPending(adapter: NamedAdapter): NamedAdapter {
  const { pending: _, ...row } = adapter.row;
  return { ...adapter, row, key: { from: 'attr', reads: [{ attr: 'data-mid' }] } };
}

function withoutHold(adapter: NamedAdapter): NamedAdapter {
  const { holdMs: _, ...row } = adapter.row;
  return { ...adapter, row };
}

const hydrogen = adapterOf('hydrogen');
const discord = adapterOf('discord');

const wrong: [string, string, Partial<Options>][] = [
  ['counts nodes instead of keys', 'converse', { background: () => new CountsNodes() }],
  ['takes ids for final', 'telegram-k', { reads: withoutPending(adapterOf('telegram-k')) }],
  ['does not hold new rows', 'messenger', { reads: withoutHold(adapterOf('messenger')) }],
  ['does not let a page settle', 'hydrogen', { reads: { ...hydrogen, settleMs: 1 } }],
  ['takes all for theirs', 'discord', { reads: { ...discord, direction: [{ in: 'li' }] } }],
];

describe('found out within 200 lives: a reader that', () => {
  test.each(wrong)(
    '%s',
    async (_, id, options) => {
      const proof = proveLives(adapterOf(id), {
        runs: 200,
        seed: 20261122,
        quick: true,
        ...options,
      });
      const cause = { message: expect.stringContaining('were counted') };
      await expect(proof).rejects.toMatchObject({ cause });
    },
    120_000,
  );
});
