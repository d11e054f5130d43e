import { ask } from '../shared/ask';
import { el } from '../shared/el';

const ABOUT =
  'It says how well this page fits what Toward knows of the app, in numbers: no names, no messages, no address. Nothing is sent. You may copy it for someone who can mend it.';

async function copy(text: string, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said.replaceChildren('It is copied.');
  } catch {
    said.replaceChildren('It could not be copied. Please mark the text and copy it yourself.');
  }
}

async function fill(place: HTMLElement): Promise<void> {
  const answer = await ask('page:report', {});
  if (!answer) return;
  const said = el('p', { class: 'soft', role: 'status' });
  const click = () => void copy(answer.text, said);
  place.replaceChildren(
    el('p', { class: 'soft' }, ABOUT),
    el('pre', { id: 'report-text', class: 'report', tabindex: '0' }, answer.text),
    el('button', { id: 'report-copy', type: 'button', click }, 'Copy the report'),
    said,
  );
}

/** While a page is in trouble: how well its adapter fits, as a text to copy. */
export function reportPart(): HTMLElement {
  const place = el('div', { class: 'stack' });
  const details = el('details', { id: 'report' }, el('summary', {}, 'A report to copy'), place);
  details.addEventListener('toggle', () => void (details.open && fill(place)));
  return details;
}

/** The page is not drawn anew under a report that is being read. */
export function isReporting(): boolean {
  return document.querySelector('#report[open]') !== null;
}
