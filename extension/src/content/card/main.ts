/**
 * What chooses a moment for a card, and shows it: a script of its own. The background puts it beside
 * the content script once the person has said yes to cards and a counted chat is open; all that it
 * leaves is one function in our own world, which the page cannot see.
 */
import type { CardView } from '../../shared/card';
import type { NamedAdapter, Stretch } from '../../shared/messages';
import type { Guard } from '../guard';
import { find, findAll } from '../page/select';
import type { Port } from '../port';
import type { Reader } from '../reader';
import type { Box } from '../reading/boxes';
import type { Session } from '../session';
import { makeClaims } from './claims';
import { Moments } from './moments';
import { showCard } from './show';

/** What the content script hands over. */
export interface CardPage {
  reader: Reader;
  port: Port;
  guard: Guard;
}

const LOOK_EVERY_MS = 500;

const claims = makeClaims();
/** Of several guards in a page the first is the oldest: it hears before the page does. */
let guarding: Guard | null = null;

const moments = new WeakMap<Reader, Moments>();

function happened(page: CardPage, session: Session, news: Stretch[] | null): void {
  const { reader, port } = page;
  const of = moments.get(reader) ?? new Moments(reader, port, (...card) => show(page, ...card));
  moments.set(reader, of);
  of.happened(session, news);
}

/** Resolves when the card has gone: by an answer, or with the conversation it is about. */
export function show(
  { reader, port, guard }: CardPage,
  view: CardView,
  { box }: Session,
  isInView: () => boolean,
): Promise<void> {
  const gone = new AbortController();
  port.signal.addEventListener('abort', () => gone.abort(), { once: true });
  guarding ??= guard;
  guarding.hear = claims.hear;
  showCard({
    view,
    claims,
    around: () => surroundings(reader.adapter, box),
    list: box.list,
    signal: gone.signal,
    onAnswer: (answer) => {
      void port.ask('content:answer', { shown: view.shown, answer });
      // Keeping the notes is no answer to this one: it stays.
      if (answer !== 'keep') gone.abort();
    },
  });
  return watch(isInView, gone);
}

function surroundings({ composer, row, list }: NamedAdapter, box: Box) {
  return {
    composer: find(box.element, composer) ?? find(document, composer),
    newest: findAll(box.list, row.selector).at(list.reverse ? 0 : -1) ?? null,
  };
}

function watch(isInView: () => boolean, gone: AbortController): Promise<void> {
  const timer = setInterval(() => isInView() || gone.abort(), LOOK_EVERY_MS);
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(timer);
      resolve();
    };
    gone.signal.addEventListener('abort', end, { once: true });
  });
}

// Put into the same page a second time, it changes nothing: the first one still knows held keys.
globalThis.towardCards ??= happened;
