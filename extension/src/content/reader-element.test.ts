// @vitest-environment happy-dom
/** Element's list while it loads: what stands below a spinner waits, and a summary is no message. */
import { adapters } from 'toward:catalogue';
import { expect, test } from 'vitest';
import { openFixture } from '../made-up/fixtures';
import { pageForEach, pass, startReader } from '../made-up/page';
import type { NamedAdapter } from '../shared/messages';

const element = adapters.find(({ id }) => id === 'element') as NamedAdapter;
const here = pageForEach();

const SPINNER = '<li><div class="mx_Spinner"></div></li>';
const SUMMARY = '<li class="mx_GenericEventListSummary" data-layout="group"></li>';
const tile = (id: string, self: boolean) =>
  `<li class="mx_EventTile" data-event-id="$${id}" data-scroll-tokens="$${id}" data-self="${self}"></li>`;

/** The room of the fixture, with these rows alone. */
function room(...rows: string[]): Element {
  const { url } = openFixture('element.fixture.html');
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  const list = document.querySelector('.mx_RoomView_MessageList') as Element;
  list.innerHTML = rows.join('');
  return list;
}

const told = () =>
  here.background.delivered.map(({ stretches }) =>
    stretches.map(({ rows }) => rows.map(({ key }) => key).join(' ')).join(' / '),
  );

test('the newest rows wait for those above them, and are told with them in one stretch', async () => {
  const list = room(SPINNER, tile('c', true), tile('d', false));
  startReader(here.stop, element);
  await pass(10_000);
  expect(told()).toEqual([]);
  const spinner = list.firstElementChild as Element;
  spinner.outerHTML = tile('a', false) + tile('b', true);
  await pass(5_000);
  expect(told()).toEqual(['$a $b $c $d']);
});

test('a row that its echo left behind is not told again below what came since', async () => {
  const echo = tile('a', true).replace(/ data-scroll-tokens="[^"]*"/, '');
  const list = room(tile('a', true), echo);
  startReader(here.stop, element);
  await pass(40_000);
  list.lastElementChild?.insertAdjacentHTML('beforebegin', tile('b', false));
  await pass(5_000);
  expect(told()).toEqual(['$a', '$b']);
  expect(here.background.delivered[1]?.stretches[0]?.after).toEqual([]);
});

test('a new room that shows only the summary of its making has no trouble', async () => {
  const list = room(SUMMARY);
  here.background.fresh = true;
  startReader(here.stop, element);
  await pass(90_000);
  expect(here.background.health).toEqual([]);
  list.insertAdjacentHTML('beforeend', tile('a', false));
  await pass(5_000);
  expect(told()).toEqual(['', '$a']);
});
