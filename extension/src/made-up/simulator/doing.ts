/** What each step of a simulated life does. */
import type { Instant } from '../../shared/types';
import { leap, pass } from './clock';
import type { Life } from './life';
import type { Item } from './model';
import type { Step, Way } from './steps';

const MINUTE = 60_000;
const WHILE_AWAY_MS = 700;
const LOOK_AROUND_MS = 2_500;
const FLING_ROWS = 8;

type Doing = { [Does in Step['does']]: (life: Life, step: Step & { does: Does }) => unknown };

const DOING: Doing = {
  async arrive(life, { ways, apart }) {
    await life.makeRoom(life.listed, ways.length);
    for (const way of ways) {
      life.add(life.listed, way, false);
      life.show();
      await pass(apart);
    }
  },

  async send(life, { final }) {
    const chat = life.listed;
    await life.makeRoom(chat, 1);
    chat.toEnd(life.nature.window);
    const item = life.add(chat, 'out', isPendingShown(life));
    if (item.isPending) setTimeout(() => finish(life, item), final);
    life.show();
  },

  async elsewhere(life, { ways }) {
    await life.makeRoom(life.other, ways.length);
    for (const way of ways) life.add(life.other, way, false);
  },

  wait: (_, { ms }) => pass(ms),
  sleep(life, { minutes }) {
    finishAll(life);
    leap(minutes * MINUTE);
  },

  up: (life, { rows, times }) => scroll(life, -rows, times),
  down: (life, { rows, times }) => scroll(life, rows, times),

  async browse(life, { rows, back }) {
    for (let up = 0; up < rows; up += FLING_ROWS) await scroll(life, -FLING_ROWS, 1);
    await pass(LOOK_AROUND_MS);
    await scroll(life, back, 1);
    await pass(LOOK_AROUND_MS);
  },

  end(life) {
    life.listed.toEnd(life.nature.window);
    life.show();
  },

  remount(life, { which, many }) {
    const { rendered } = life.listed;
    const from = which % Math.max(1, rendered.length);
    life.page.remount(life.listed, rendered.slice(from, from + many));
  },

  async 'remount all'(life, { gap, page }) {
    if (page) life.page.mount(life.listed);
    else life.page.empty();
    await pass(gap);
    life.show();
    life.moved();
  },

  edit(life, { which }) {
    const item = chosen(life, which);
    if (item) life.page.remount(life.listed, [item]);
  },

  react(life, { which }) {
    const item = chosen(life, which);
    if (item) item.reactions++;
    life.show();
  },

  async delete(life, { which }) {
    const item = chosen(life, which);
    if (!item || !isRemovable(life, item)) return;
    // Whether something shown for a moment was seen is nobody's to say.
    if (item.was && !item.isSeen) await life.lookAtEnd(life.listed);
    life.listed.remove(item, item.isSeen);
    life.show();
  },

  async switch(life, { first, gap }) {
    const to = life.other;
    to.toEnd(life.nature.window);
    const way = switchable(life, first);
    const apart = patience(life, gap);
    if (way === 'anew') life.page.mount(to);
    if (way === 'head' || way === 'both') life.page.head(to);
    if (way === 'head') await pass(apart);
    if (way !== 'anew') life.page.empty();
    life.listed = to;
    if (way === 'anew') await pass(gap);
    life.show();
    if (way === 'list') {
      await pass(apart);
      life.page.head(to);
    }
    life.moved();
  },

  async reload(life, { slow }) {
    life.closeTab();
    await pass(WHILE_AWAY_MS);
    await life.openTab(slow);
  },

  'set clock'(life, { seconds }) {
    life.setBack(seconds * 1000);
  },

  update(life) {
    life.openReader();
    life.moved();
  },

  async close(life, { ways, minutes }) {
    await meanwhileRoom(life, ways);
    life.closeTab();
    for (const chat of life.chats) for (const way of ways) life.add(chat, way, false);
    leap(minutes * MINUTE);
    await pass(WHILE_AWAY_MS);
    await life.openTab(0);
  },

  async hide(life, { ways, minutes }) {
    await meanwhileRoom(life, ways);
    const wasAtEnd = life.listed.isAtEnd;
    finishAll(life);
    look('hidden');
    for (const chat of life.chats) for (const way of ways) life.add(chat, way, false);
    await pass(WHILE_AWAY_MS);
    leap(minutes * MINUTE);
    look('visible');
    if (wasAtEnd) life.listed.toEnd(life.nature.window);
    life.show();
    life.moved();
  },

  away(life, { how, ms }) {
    life.background.away = how;
    life.wasAway = true;
    setTimeout(() => {
      life.background.away = 'here';
    }, ms);
  },

  choose: (life) => life.choose(),
};

export async function take(life: Life, step: Step): Promise<void> {
  life.page.tick();
  await (DOING[step.does] as (life: Life, step: Step) => unknown)(life, step);
}

function isPendingShown({ words: { simulate } }: Life): boolean {
  return simulate.swap !== 'none';
}

/** No message stays unsent for minutes: what comes below one would not be waited with for so long. */
function finishAll(life: Life): void {
  for (const { items } of life.chats) for (const item of items) finish(life, item);
}

function finish(life: Life, item: Item): void {
  const chat = life.chats.find(({ items }) => items.includes(item));
  if (!chat || !item.isPending) return;
  chat.settle(item);
  if (chat === life.listed && life.isOpen) life.show();
}

/** Where an app opens a chat, or comes into view, at an old place, nothing tells that from its end. */
async function scroll(life: Life, by: number, times: number): Promise<void> {
  if (!life.isCalm) await life.rest();
  for (let i = 0; i < times; i++) {
    life.listed.scroll(by);
    life.show();
    await pass(100);
  }
}

function chosen({ listed }: Life, which: number): Item | undefined {
  const { rendered } = listed;
  const item = rendered[which % Math.max(1, rendered.length)];
  return item?.isPending ? undefined : item;
}

/** Ids that are only an order cannot bear it; and two runs must not become a long one. */
function isRemovable({ adapter, listed: { items } }: Life, item: Item): boolean {
  if (adapter.key.from !== 'attr' || items.some(({ isPending }) => isPending)) return false;
  const messages = items.filter(({ way }) => way !== 'system' || item.way === 'system');
  const i = messages.indexOf(item);
  const around = [messages[i - 1], messages[i + 1]];
  return around.some((one) => one === undefined || one.way === item.way);
}

type First = (Step & { does: 'switch' })['first'];

/** Some apps cannot show one chat's name over another's rows. */
function switchable({ adapter }: Life, first: First): First {
  if (first === 'anew' || first === 'both') return first;
  if (adapter.conversation.within) return 'anew';
  return first === 'list' && adapter.key.from !== 'attr' ? 'both' : first;
}

/**
 * How far apart an app may change a chat's name and its rows: where both chats use the same ids, or
 * the list was not looked at before, nothing but the settling time tells them apart.
 * Two such switches may follow on each other.
 */
function patience({ nature, adapter, isCalm }: Life, gap: number): Instant {
  return nature.shared && isCalm ? gap : Math.min(gap, adapter.settleMs / 3);
}

async function meanwhileRoom(life: Life, ways: readonly Way[]): Promise<void> {
  const { listed } = life;
  await life.makeRoom(life.other, ways.length);
  await life.makeRoom(listed, ways.length);
}

function look(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}
