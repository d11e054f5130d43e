// @vitest-environment happy-dom
/** Lists without times: how they begin, how a run goes on, and when they cannot be told. */
import { adapters } from 'toward:catalogue';
import { beforeEach, expect, test } from 'vitest';
import {
  converse,
  MadeUpBox,
  pageForEach,
  pass,
  row,
  rows,
  START,
  settle,
  startReader,
} from '../made-up/page';
import type { NamedAdapter } from '../shared/messages';

const MINUTE_MS = 61_000;
const { time: _, ...untimed } = converse;
const cinny = adapters.find(({ id }) => id === 'cinny') as NamedAdapter;

const here = pageForEach();

beforeEach(() => {
  localStorage.setItem('cinny_user_id', '@me:hs.example');
  history.replaceState(null, '', '/direct/!room:hs.example/');
});

const line = (id: string) =>
  `<div data-message-item="0" data-message-id="${id}"><time></time></div>`;
const head = (id: string, user: string) =>
  `<div data-message-item="0" data-message-id="${id}"><button data-user-id="${user}"></button></div>`;
const next = (id: string) => `<div data-message-item="0" data-message-id="${id}"></div>`;

/** A room of Cinny's that shows these rows. */
function room(...shown: string[]): Element {
  document.body.innerHTML = `<div id="root"><div>${shown.join('')}</div><div data-editable-name="RoomInput"></div></div>`;
  return document.querySelector('#root > div') as Element;
}

const told = () =>
  here.background.delivered.flatMap(({ stretches }) =>
    stretches.flatMap((one) => one.rows.map(({ key, direction }) => `${key} ${direction}`)),
  );

test('a chat that shows only lines when counting begins is told from its first message on', async () => {
  here.background.fresh = true;
  const list = room(line('$s'));
  startReader(here.stop, cinny);
  await pass(20_000);
  expect(here.background.delivered).toMatchObject([{ baseline: true, stretches: [] }]);
  for (const id of ['$1', '$2']) {
    list.insertAdjacentHTML('beforeend', head(id, '@bob:hs.example'));
    await pass(5_000);
  }
  expect(told()).toEqual(['$1 in', '$2 in']);
});

test('the first message of an empty list is told with when the list was last seen empty', async () => {
  here.background.fresh = true;
  const { list } = new MadeUpBox('ines', []);
  startReader(here.stop, untimed);
  await pass(20_000);
  list.append(row('a', 'in', 0));
  await settle();
  expect(here.background.delivered[0]).toMatchObject({ baseline: true, stretches: [] });
  const [first] = here.background.delivered[1]?.stretches ?? [];
  expect(first?.rows).toMatchObject([{ key: 'a' }]);
  expect(first?.rows[0]?.notBefore).toBeGreaterThan(START + 10_000);
});

test('a run goes on when its head is not drawn any more', async () => {
  const list = room(head('$0', '@me:hs.example'), head('$1', '@bob:hs.example'), next('$2'));
  startReader(here.stop, cinny);
  await pass(5_000);
  list.firstElementChild?.remove();
  list.firstElementChild?.remove();
  list.insertAdjacentHTML('beforeend', next('$3'));
  await pass(5_000);
  expect(told()).toEqual(['$0 out', '$1 in', '$2 in', '$3 in']);
});

test('a list that shows nothing of what was told for a minute says so, until it is back', async () => {
  const box = new MadeUpBox('ines', rows('x y'));
  const other = new MadeUpBox('tom', rows('m n'));
  startReader(here.stop, untimed);
  await settle();
  box.list.replaceChildren(...rows('a b'));
  await pass(MINUTE_MS);
  const troubles = () => here.background.health.map(({ trouble }) => trouble);
  expect(troubles()).toEqual(['adrift']);
  other.list.append(row('o', 'in', 1));
  await settle();
  expect(here.background.told).toEqual(['ines: x y', 'tom: m n', 'tom: o']);
  box.list.replaceChildren(...rows('x y z'));
  await settle();
  expect(troubles()).toEqual(['adrift', null]);
  expect(here.background.told.at(-1)).toBe('ines: z');
});
