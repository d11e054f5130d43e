import { dayOf } from '../../shared/days';
import type { AppState } from '../../shared/messages';
import { ask, notice } from '../shared/ask';
import { el } from '../shared/el';
import { siteName } from '../shared/words';
import { backupPart } from './backup';
import { restorePart } from './backup-restore';
import { download, IN_DOWNLOADS } from './download';
import { erasePart } from './erase';
import { logPart } from './log';
import { section, type View } from './view';

/** A button that asks for a file; `null` was said already. */
function fileButton(id: string, words: string, name: string, read: () => Promise<string | null>) {
  const save = async () => {
    const text = await read();
    if (text === null) return;
    download(text, name);
    notice(IN_DOWNLOADS);
  };
  return el('button', { id, type: 'button', click: () => void save() }, words);
}

async function fromServer(format: 'json' | 'csv'): Promise<string | null> {
  const answer = await ask('page:export-server', { format });
  if (answer?.ok) return answer.text;
  if (answer) notice(`${answer.problem} Nothing has changed; please try again later.`);
  return null;
}

/** Buttons of the same words are told apart by what they are about. */
function files(about: string, ...buttons: HTMLElement[]): HTMLElement {
  const group = { class: 'row', role: 'group', 'aria-label': about };
  return el('div', group, el('span', {}, about), ...buttons);
}

function serverButtons({ server }: AppState, day: string): HTMLElement {
  const file = (format: 'json' | 'csv') => {
    const name = `toward-server-${day}.${format}`;
    const words = format === 'json' ? 'All of it (JSON)' : 'Sums of weeks (CSV)';
    return fileButton(`export-server-${format}`, words, name, () => fromServer(format));
  };
  return files(`What ${siteName(server.url)} holds:`, file('json'), file('csv'));
}

function exportPart({ state }: View, day: string): HTMLElement {
  const all = async () => (await ask('page:export', {}))?.json ?? null;
  const weeks = async () => (await ask('page:export-weeks', {}))?.csv ?? null;
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'To read, and to keep'),
    el(
      'p',
      { class: 'soft' },
      'Counts, your names for chats, your answers, notes and settings. The table holds sums of weeks and no names.',
    ),
    files(
      'What this browser holds:',
      fileButton('export', 'All of it (JSON)', `toward-${day}.json`, all),
      fileButton('export-weeks', 'Sums of weeks (CSV)', `toward-weeks-${day}.csv`, weeks),
    ),
    state.server.account !== null && serverButtons(state, day),
  );
}

export function dataPart(view: View): HTMLElement {
  const day = dayOf(view.state.now, [{ from: 0, zone: view.state.zone }]);
  return section(
    'data',
    'Your data',
    exportPart(view, day),
    el('hr'),
    backupPart(day, view),
    restorePart(view),
    el('hr'),
    erasePart(view),
    el('hr'),
    logPart(view),
  );
}
