import { ask, notice } from '../shared/ask';
import { careful } from '../shared/confirm';
import { el } from '../shared/el';
import { download, IN_DOWNLOADS } from './download';
import type { View } from './view';

const SHORTEST = 8;

/** What keeps two typed passphrases from being one that can be used, or null. */
export function passphraseProblem(one: string, again: string): string | null {
  if (one.trim().length < SHORTEST)
    return `Please choose a passphrase of ${SHORTEST} characters or more. Four or five words are good.`;
  return one === again ? null : 'The two passphrases differ. Please type them again.';
}

async function save(passphrase: string | null, day: string, view: View): Promise<void> {
  const answer = await ask('page:backup', { passphrase });
  if (!answer) return;
  download(answer.file, `toward-backup-${day}.json`);
  const keep = passphrase === null ? '' : ' Keep the passphrase somewhere else.';
  // Drawn anew, the page holds the passphrase no more.
  await view.refresh(IN_DOWNLOADS + keep);
}

function secretField(id: string, words: string): [HTMLInputElement, HTMLElement] {
  const input = el('input', { id, type: 'password', autocomplete: 'new-password' });
  return [input, el('label', { class: 'field grow' }, words, input)];
}

function sealedForm(day: string, view: View): HTMLElement {
  const [one, oneField] = secretField('passphrase', 'A passphrase of your own');
  const [again, againField] = secretField('passphrase-again', 'The same again');
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = passphraseProblem(one.value, again.value);
    if (wrong) return notice(wrong);
    await save(one.value, day, view);
  };
  return el(
    'form',
    { class: 'stack', submit: (event) => void submit(event) },
    el('div', { class: 'row' }, oneField, againField),
    el('p', { class: 'soft' }, 'Without the passphrase nobody can open the file, not even you.'),
    el('div', { class: 'row' }, el('button', { id: 'backup', type: 'submit' }, 'Save a backup')),
  );
}

export function backupPart(day: string, view: View): HTMLElement {
  const open =
    'Anyone who finds an open file can read the names you gave, your notes and all your counts. It leaves out the key to weeks kept on a server.';
  const act = () => save(null, day, view);
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, 'A backup'),
    el(
      'p',
      {},
      'One file that brings everything back as it is now, should you lose this browser. Nothing is sent anywhere.',
    ),
    sealedForm(day, view),
    careful('backup-open', 'Save one without a passphrase', open, [
      { words: 'Save an open file', act },
    ]),
  );
}
