/** The secret is made once, and never written over one that came meanwhile. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type FakeStorage, installStorage } from '../made-up/chrome';
import { change, forgetEverything, load, saveAll } from '../shared/storage';
import { currentSecret, forgetSecret } from './ids';
import { changeAccount } from './server/account';

const JOINED = `B${'A'.repeat(42)}`;

function promised(): { kept: Promise<void>; keep: () => void } {
  let keep = () => {};
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { kept, keep };
}

/** The first reading of this value is answered only when it is let go. */
function held(storage: FakeStorage, name: string): { asked: Promise<void>; letGo: () => void } {
  const get = storage.get.bind(storage);
  const [gate, asked] = [promised(), promised()];
  storage.get = async (wanted) => {
    const found = await get(wanted);
    if (wanted !== name) return found;
    asked.keep();
    await gate.kept;
    return found;
  };
  return { asked: asked.kept, letGo: gate.keep };
}

test('is not written over the one of an account that is joined meanwhile', async () => {
  const storage = installStorage();
  forgetSecret();
  const { asked, letGo } = held(storage, 'secret');
  const first = currentSecret();
  await asked;
  const joining = saveAll({ secret: JOINED });
  letGo();
  await Promise.all([first, joining]);
  forgetSecret();
  expect(await currentSecret()).toBe(JOINED);
});

test('asked for twice at once is one', async () => {
  installStorage();
  forgetSecret();
  const first = currentSecret();
  forgetSecret();
  expect(await currentSecret()).toBe(await first);
});

test('what was being changed while everything was erased does not come back', async () => {
  const account = { id: 'a', device: 1, token: 't', consent: 1, erasures: 0 };
  const storage = installStorage({ log: [{ at: 1, words: 'Before' }], account });
  const { asked, letGo } = held(storage, 'log');
  const noting = change('log', (old) => [...old, { at: 2, words: 'During' }]);
  await asked;
  const erasing = forgetEverything();
  letGo();
  await Promise.all([noting, erasing]);
  expect(storage.values).toEqual({});
});

test('an account that is being changed is not written over one that is joined meanwhile', async () => {
  const old = { id: 'a', device: 1, token: 't', consent: 1, erasures: 0 };
  const storage = installStorage({ account: old });
  const { asked, letGo } = held(storage, 'account');
  const changing = changeAccount((one) => ({ ...one, erasures: 5 }));
  await asked;
  const joining = saveAll({ account: { ...old, id: 'b' } });
  letGo();
  await Promise.all([changing, joining]);
  expect((await load('account'))?.id).toBe('b');
});
