import type { Answer, Held } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { el } from '../shared/el';
import { siteName } from '../shared/words';
import type { View } from './view';

type Restored = Extract<Answer<'page:restore'>, { ok: true }>;
type Question = Extract<Answer<'page:restore'>, { replace: object }>['replace'];

/** Larger than any backup (see background/backup/file.ts), so not even read. */
const LARGEST_FILE = 40 * 1024 * 1024;

/** Sites of a restored browser that this one has not been allowed yet; kept over redraws. */
let toAllow: string[] = [];

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "3 chats, counts of 12 days and 1 note", leaving out what there is none of. */
export function heldWords({ chats, days, notes, thoughts }: Held): string {
  const parts = [
    chats > 0 && counted(chats, 'chat', 'chats'),
    days > 0 && `counts of ${counted(days, 'day', 'days')}`,
    notes > 0 && counted(notes, 'note', 'notes'),
    thoughts > 0 && counted(thoughts, 'thought of yours', 'thoughts of yours'),
  ].filter((part) => part !== false);
  if (parts.length === 0) return 'no chats and no counts';
  return parts.length === 1
    ? `${parts[0]}`
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function sites(missing: string[], { refresh }: View): HTMLElement {
  const allow = async () => {
    // Nothing may come before it: the browser asks only right after a click.
    const granted = await chrome.permissions.request({ origins: missing.map((one) => `${one}/*`) });
    if (!granted) return;
    toAllow = [];
    await refresh('Toward counts there again.');
  };
  const names = missing.map(siteName).join(', ');
  return el(
    'div',
    { class: 'panel stack', id: 'allow' },
    el('p', {}, `This browser has not been asked yet whether Toward may count on ${names}.`),
    el('button', { id: 'allow-sites', type: 'button', click: () => void allow() }, 'Ask me now'),
  );
}

async function done({ sites, joins }: Restored, { refresh }: View): Promise<void> {
  toAllow = sites;
  const again = joins
    ? ` Your weeks on ${siteName(joins)} are joined again by themselves, as soon as it answers; nothing is sent before.`
    : '';
  await refresh(`Everything is back as it was.${again}`);
}

/** What the file needs before it can be taken, asked in `place`. */
class Restore {
  private readonly place = el('div', { class: 'stack', 'aria-live': 'polite' });
  private file = '';
  private passphrase: string | null = null;

  constructor(private readonly view: View) {}

  element(): HTMLElement {
    const input = el('input', { id: 'restore', type: 'file', accept: '.json,application/json' });
    const change = () => void this.read(input.files?.[0]);
    input.addEventListener('change', change);
    return el(
      'div',
      { class: 'stack' },
      el('label', { class: 'field' }, 'Choose the file of a backup', input),
      this.place,
    );
  }

  private async read(file: File | undefined): Promise<void> {
    this.place.replaceChildren();
    this.passphrase = null;
    if (!file) return;
    if (file.size > LARGEST_FILE)
      return notice('The file is larger than any backup of Toward’s. Nothing was changed here.');
    // It may have been moved, or lie on a disk that is gone.
    const text = await file.text().catch(() => null);
    if (text === null) return notice('The file could not be read. Nothing was changed here.');
    this.file = text;
    await this.send(false);
  }

  private async send(replace: boolean): Promise<void> {
    const { file, passphrase } = this;
    notice('');
    const answer = await ask('page:restore', { file, passphrase, replace });
    if (!answer) return;
    this.place.replaceChildren();
    if (answer.ok) return done(answer, this.view);
    if ('replace' in answer) return this.askWhether(answer.replace);
    // Another passphrase may open it: the field stays.
    if (answer.passphrase || passphrase !== null) this.askForPassphrase();
    if (!answer.passphrase) notice(answer.problem);
  }

  private askForPassphrase(): void {
    const id = 'restore-passphrase';
    const input = el('input', { id, type: 'password', autocomplete: 'current-password' });
    const submit = (event: Event) => {
      event.preventDefault();
      this.passphrase = input.value;
      void this.send(false);
    };
    const label = el('label', { class: 'field grow' }, 'The passphrase of this file', input);
    const open = el('button', { id: `${id}-open`, type: 'submit' }, 'Open it');
    this.place.append(el('form', { class: 'row', submit }, label, open));
    input.focus();
  }

  private askWhether({ here, file, made }: Question): void {
    const day = made.slice(0, 10);
    const go = () => void this.send(true);
    const back = () => this.place.replaceChildren();
    this.place.append(
      el(
        'div',
        { class: 'panel stack', role: 'group', id: 'restore-question' },
        el('p', {}, `This browser holds ${heldWords(here)}. All of that goes.`),
        el('p', {}, `In its place comes what the file of ${day} holds: ${heldWords(file)}.`),
        el('p', {}, 'What was counted here since then is lost. This cannot be undone.'),
        el(
          'div',
          { class: 'row' },
          el('button', { id: 'restore-back', type: 'button', click: back }, 'Keep what is here'),
          el('button', { id: 'restore-go', type: 'button', click: go }, 'Replace it'),
        ),
      ),
    );
    this.place.querySelector('button')?.focus();
  }
}

export function restorePart(view: View): HTMLElement {
  const allowed = view.state.sites.map(({ origin }) => origin);
  const missing = toAllow.filter((site) => !allowed.includes(site));
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'Back from a backup'),
    el(
      'p',
      { class: 'soft' },
      'A file that is damaged or of something else changes nothing here. If this browser holds something already, you are asked first.',
    ),
    new Restore(view).element(),
    missing.length > 0 && sites(missing, view),
  );
}
