import { el } from '../shared/el';

/** Hands a file to the browser's own download; nothing leaves the device. */
export function download(text: string, name: string): void {
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
  const href = URL.createObjectURL(new Blob([text], { type }));
  el('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

export const IN_DOWNLOADS = 'The file is with your downloads.';
