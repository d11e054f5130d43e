import { addWeeks, weekOf } from '../../shared/days';
import type { AppState, WeekView } from '../../shared/messages';
import type { Week } from '../../shared/types';
import { ask } from '../shared/ask';
import { byId, el } from '../shared/el';
import { apply } from '../shared/state';
import type { PageContext } from './context';
import { emptyPage } from './empty';
import { isBlank } from './facts';
import { heading, practiceBanner, serverOffer, weekLinks } from './frame';
import { soFar, wholeWeek } from './page';

const practice = new URLSearchParams(location.search).has('practice');
const views = new Map<Week, WeekView>();
let openings = 0;

/** One week's view; `week: null` is asked once an opening, so that openings can be counted. */
async function viewOf(week: Week | null): Promise<WeekView | null> {
  const kept = week && views.get(week);
  if (kept) return kept;
  const view = await ask('page:week', { week, practice });
  if (view) views.set(view.week, view);
  return view;
}

async function start(): Promise<void> {
  const state = await ask('page:state', {});
  const latest = state && (await viewOf(null));
  if (!state || !latest) return;
  apply(state);
  const current = weekOf(latest.today);
  openings = latest.openedTimesToday;
  const show = () => void draw(state, current, weekAsked());
  addEventListener('popstate', show);
  show();
}

function weekAsked(): Week | null {
  const week = new URLSearchParams(location.search).get('week') ?? '';
  return /^\d{4}-W\d{2}$/.test(week) ? week : null;
}

async function draw(state: AppState, current: Week, asked: Week | null): Promise<void> {
  const wanted = asked && asked < current ? asked : null;
  const running = await viewOf(current);
  const finished = asked === current ? null : await viewOf(wanted ?? addWeeks(current, -1));
  if (!running || (asked !== current && !finished)) return;
  const main = finished && (wanted || !isBlank(finished)) ? finished : running;
  if (!wanted && main !== running) moveReflection(running, main);
  const context = contextOf(main, state);
  const below = main !== running && !wanted ? contextOf(running, state) : null;
  fill(context, below, current);
}

/** The question of these days stands with the letter, whichever week that is about. */
function moveReflection(from: WeekView, to: WeekView): void {
  to.reflection = from.reflection ?? to.reflection;
  from.reflection = null;
}

function contextOf(view: WeekView, state: AppState): PageContext {
  return { view, state, rtl: document.dir === 'rtl' };
}

function fill(context: PageContext, below: PageContext | null, current: Week): void {
  const { view } = context;
  const empty = view.running && isBlank(view);
  const next = view.week < current ? addWeeks(view.week, 1) : null;
  const go = (week: Week) => open(context.state, current, week);
  const parts = [
    practice && practiceBanner(),
    ...(empty
      ? [emptyPage(context)]
      : [heading('Your week', context, 'h1', view.running ? 0 : openings), ...wholeWeek(context)]),
    ...(below ? [el('hr'), heading('So far this week', below, 'h2', 0), ...soFar(below)] : []),
    !empty && serverOffer(context),
    !empty && weekLinks(view.week, next, addWeeks(view.week, -1), go),
  ];
  byId('week').replaceChildren(...parts.filter((part) => part instanceof Node));
  for (const figure of document.querySelectorAll<HTMLElement>('.discreet .figure'))
    figure.tabIndex = 0;
}

async function open(state: AppState, current: Week, week: Week): Promise<void> {
  const url = new URL(location.href);
  url.searchParams.set('week', week);
  history.pushState(null, '', url);
  await draw(state, current, week);
  byId('week').querySelector('h1')?.focus();
}

void start();
