import type { CardAnswer, CardView } from '../../shared/card';
import { wordsIn } from '../../shared/card-words';
import type { Claims } from './claims';
import { follow } from './follow';
import { layout, type Measures, mayStay, measure, type Surroundings } from './layout';
import { make } from './make';
import { type Action, build, type Parts, thought } from './parts';
import { STYLES } from './styles';

export interface CardRequest {
  view: CardView;
  around: () => Surroundings;
  /** Where new rows come in. */
  list: Element | null;
  claims: Pick<Claims, 'claim' | 'release'>;
  /** Takes the card away without an answer. */
  signal: AbortSignal;
  /** Called for each answer; after all but `keep` the card is gone. */
  onAnswer(answer: CardAnswer): void;
}

/** Two frames, so that assistive software has met the empty live region before it is filled. */
function afterTwoFrames(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

/** A constructed sheet is no page's business; Firefox refuses it to content scripts, but not this. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(make('style', {}, STYLES));
  }
}

/** Focus goes into the card and back only when the person asks for it. */
function focusKeeper(root: ShadowRoot, card: HTMLElement) {
  let origin: Element | null = null;
  const back = () => {
    if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
  };
  const remember = (event: Event) => {
    const from = (event as FocusEvent).relatedTarget;
    if (event.type === 'focusin' && from instanceof Element) origin = from;
  };
  const toggle = () => {
    if (root.activeElement) return back();
    origin = document.activeElement;
    card.classList.add('asked');
    card.focus({ preventScroll: true });
  };
  return { back, remember, toggle };
}

function kept(parts: Parts, said: string): void {
  if (!parts.first) return;
  parts.first.replaceChildren(make('p', { role: 'status' }, said));
  parts.card.focus({ preventScroll: true });
}

/** Shows one card. It never takes focus by itself; the host is in the page only while it shows. */
export function showCard({ view, claims, signal, onAnswer, around, list }: CardRequest): void {
  if (signal.aborted) return;
  const host = make('div');
  const root = host.attachShadow({ mode: 'closed' });
  const parts = build(view);
  const focus = focusKeeper(root, parts.card);
  const end = new AbortController();
  let opened = false;
  const place = placing(parts, around);
  const relayout = () => place(opened);

  const close = (answer: CardAnswer | null) => {
    if (end.signal.aborted) return;
    const hadFocus = root.activeElement !== null;
    end.abort();
    host.remove();
    claims.release(host);
    if (hadFocus) focus.back();
    if (answer) onAnswer(answer);
  };
  const act = (action: Action) => {
    if (action === 'open') opened = !opened;
    else if (action !== 'keep') return close(action);
    else {
      kept(parts, wordsIn(view.lang).kept);
      onAnswer(action);
    }
    relayout();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const action = event.submitter && parts.actions.get(event.submitter);
    if (action) act(action);
  };
  const inside = (event: Event) => {
    focus.remember(event);
    if (event.type !== 'keydown' || (event as KeyboardEvent).key !== 'Escape') return;
    event.preventDefault();
    close('closed');
  };

  parts.form.addEventListener('submit', onSubmit);
  parts.details.addEventListener('toggle', relayout);
  signal.addEventListener('abort', () => close(null), { signal: end.signal });
  dress(root);
  root.append(parts.card);
  claims.claim(host, { inside, shortcut: focus.toggle });
  document.documentElement.append(host);
  afterTwoFrames(() => {
    if (end.signal.aborted) return;
    parts.status.append(...thought(view));
    parts.card.classList.remove('waiting');
    relayout();
    follow({ list, composer: around().composer }, () => place(opened, true), end.signal);
  });
}

/** Puts the card into its place; with `calmly` only if something has moved that it would cover. */
function placing(parts: Parts, around: () => Surroundings) {
  let last = '';
  return (opened: boolean, calmly = false) => {
    const measures: Measures = measure(around());
    const now = JSON.stringify(measures);
    if (calmly && (now === last || mayStay(parts, measures))) return;
    last = now;
    layout(parts, measures, opened);
  };
}
