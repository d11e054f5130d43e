/** The order of the parts on the page, for one week. */
import { el } from '../shared/el';
import type { PageContext } from './context';
import { earlierPart } from './earlier';
import { feltPart } from './felt';
import { guessPart, isWaiting } from './guess';
import { letter } from './letter';
import { messagesPart } from './messages';
import { notePart } from './note';
import { openingsPart } from './openings';
import { part } from './part';
import { reflectionPart } from './reflection';

/** A week with its letter, question, note, guess and figures. */
export function wholeWeek(context: PageContext): (HTMLElement | null)[] {
  const figures = figuresOf(context);
  const reveal = () => {
    figures.hidden = false;
  };
  figures.hidden = isWaiting(context);
  const text = el('p', { class: 'letter', dir: 'auto' }, letter(context.view));
  return [
    part(context, 'letter', text),
    reflectionPart(context),
    notePart(context),
    guessPart(context, reveal),
    figures,
  ];
}

/** The running week below a finished one: figures without a letter. */
export function soFar(context: PageContext): (HTMLElement | null)[] {
  return [openingsPart(context), messagesPart(context)];
}

function figuresOf(context: PageContext): HTMLElement {
  const parts = [
    openingsPart(context),
    feltPart(context),
    messagesPart(context),
    earlierPart(context),
  ];
  return el('div', { class: 'stack figures' }, ...parts);
}
