/** Plays the script: pacing in real time, everything else on the practice clock. */

import { passage, timeOf, timesOf } from './clock.js';
import { FORTNIGHT } from './script.js';

/** Real milliseconds: so that a person can follow, and a fortnight takes about a minute. */
export const PACE = { line: 380, sitting: 700, closed: 900, firstBack: 10_000, back: 2_500 };

/** Waits, or rejects with AbortError when the signal comes. */
export function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/**
 * Plays sitting after sitting from `chat.state.next` on, until the end or the abort.
 *
 * @param chat {state, now(), lastAt(), setClock(instant), say(entries), leave(), comeBack()}
 * @param calm say each sitting at once (reduced motion): fewer changes, the same length.
 */
export async function play(chat, calm, signal) {
  while (chat.state.next < FORTNIGHT.length) {
    const index = chat.state.next;
    await wait(PACE.sitting, signal);
    const start = timeOf(FORTNIGHT[index], chat.now());
    await arrive(chat, FORTNIGHT[index], start, isFirstBack(index), signal);
    chat.state.next = index + 1;
    await sit(chat, FORTNIGHT[index].lines, start, calm, signal);
  }
}

async function arrive(chat, sitting, start, first, signal) {
  const line = passage(chat.lastAt(), start);
  if (sitting.back) chat.leave();
  chat.setClock(start);
  if (line) chat.say([['line', start, line]]);
  if (!sitting.back) return;
  try {
    await wait(PACE.closed, signal);
  } finally {
    chat.say([['line', start, 'You come back to the chat']]);
    chat.comeBack();
  }
  await wait(first ? PACE.firstBack : PACE.back, signal);
}

async function sit(chat, lines, start, calm, signal) {
  const times = timesOf(lines, start);
  const entries = lines.map(([from, , text], i) => [from, times[i], text]);
  if (calm) {
    chat.setClock(times.at(-1));
    chat.say(entries);
    return wait(PACE.line * lines.length, signal);
  }
  for (const entry of entries) {
    chat.setClock(entry[1]);
    chat.say([entry]);
    await wait(PACE.line, signal);
  }
}

function isFirstBack(index) {
  return FORTNIGHT.findIndex((sitting) => sitting.back) === index;
}
