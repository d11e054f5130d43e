import { addWeeks, mondayOf, weekOf } from '../../shared/days';
import { chosenOf } from '../../shared/language';
import type { AppState, WeekView } from '../../shared/messages';
import type { Week } from '../../shared/types';
import { ask, failInWords } from '../shared/ask';
import { byId, el } from '../shared/el';
import { apply } from '../shared/state';
import type { PageContext } from './context';
import { emptyPage } from './empty';
import { isBlank } from './facts';
import { heading, practiceBanner, runningHeading, serverOffer, weekLinks } from './frame';
import { soFar, upToYesterday, wholeWeek } from './page';
import { type Speech, speechIn } from './speech';

const practice = new URLSearchParams(location.search).has('practice');
const views = new Map<Week, WeekView>();
let openings = 0;
let speech = speechIn('en');

/** One week's view; `week: null` is asked once an opening, so that openings can be counted. */
async function viewOf(week: Week | null): Promise<WeekView | null> {
  const kept = week && views.get(week);
  if (kept) return kept;
  const view = await ask('page:week', { week, practice });
  if (view) views.set(view.week, view);
  if (view?.finished) views.set(view.finished.week, view.finished);
  return view;
}

async function start(): Promise<void> {
  const state = await ask('page:state', {});
  const latest = state && (await viewOf(null));
  if (!state || !latest) return;
  speak(speechIn(chosenOf(state.settings.language, chrome.i18n.getUILanguage())));
  apply(state);
  const current = weekOf(latest.today);
  openings = latest.openedTimesToday;
  const show = () => void draw(state, current, weekAsked());
  addEventListener('popstate', show);
  show();
}

/** Makes the whole page one of this language, also where it says that something failed. */
function speak(chosen: Speech): void {
  speech = chosen;
  const { documentElement: root } = document;
  root.lang = chosen.lang;
  root.dir = chosen.rtl ? 'rtl' : 'ltr';
  document.title = `${chosen.words.page.title} · Toward`;
  failInWords(chosen.words.problems);
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
  if (!wanted && main !== running) moveReflections(running, main);
  const context = contextOf(main, state);
  const below =
    main !== running && !wanted
      ? { ...contextOf(upToYesterday(running), state), below: true }
      : null;
  fill(context, below, current);
}

/** The questions of these days stand with the letter, whichever week that is about. */
function moveReflections(from: WeekView, to: WeekView): void {
  if (from.reflections.length > 0) to.reflections = from.reflections;
  from.reflections = [];
  to.helped = from.helped ?? to.helped;
}

function contextOf(view: WeekView, state: AppState): PageContext {
  return { view, state, speech };
}

function fill(context: PageContext, below: PageContext | null, current: Week): void {
  const { view } = context;
  const empty = view.running && isBlank(view);
  const next = view.week < current ? addWeeks(view.week, 1) : null;
  const go = (week: Week) => open(context.state, current, week);
  const parts = [
    practice && practiceBanner(speech),
    ...(empty
      ? [emptyPage(context)]
      : [heading(context, view.running ? 0 : openings), ...wholeWeek(context)]),
    ...(below ? runningParts(below) : []),
    !empty && serverOffer(context),
    !empty && weekLinks(context, next, addWeeks(view.week, -1), go),
  ];
  byId('week').replaceChildren(...parts.filter((part) => part instanceof Node));
}

/** On a Monday there is nothing to tell of it. */
function runningParts(below: PageContext): (HTMLElement | null)[] {
  const told = below.view.today >= mondayOf(below.view.week);
  return [el('hr'), runningHeading(below, told), ...(told ? soFar(below) : [])];
}

async function open(state: AppState, current: Week, week: Week): Promise<void> {
  const url = new URL(location.href);
  url.searchParams.set('week', week);
  history.pushState(null, '', url);
  await draw(state, current, week);
  byId('week').querySelector('h1')?.focus();
}

void start();
