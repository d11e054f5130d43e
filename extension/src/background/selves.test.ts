import { expect, test } from 'vitest';
import { installStorage } from '../made-up/chrome';
import { forgetSelves, keepSelf } from './selves';

const FACTS = {
  'discord  ': 'me',
  'cinny  @me': 'me',
  'zulip https://zulip.example:8443 ': 'me',
  'zulip https://other.example ': 'me',
};

test('own ids are forgotten with their site', async () => {
  const storage = installStorage({
    selves: FACTS,
    seenSites: { 'https://matrix.example': { adapter: 'cinny', trouble: null } },
  });
  const left = ['https://discord.com', 'https://matrix.example', 'https://zulip.example'];
  await forgetSelves(left);
  const { 'zulip https://other.example ': _, ...kept } = FACTS;
  expect(storage.values.selves).toEqual(kept);
  await forgetSelves(['https://discord.com']);
  expect(storage.values.selves).toEqual({ 'discord  ': 'me' });
  await forgetSelves([]);
  expect(storage.values.selves).toEqual({});
});

test('two that are learned at once are both kept', async () => {
  const storage = installStorage();
  await Promise.all([keepSelf('a', '1'), keepSelf('b', '2')]);
  expect(storage.values.selves).toEqual({ a: '1', b: '2' });
});
