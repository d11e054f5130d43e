/** The practice chat: wires state, clock, script and view. */

import { ANSWERS, FORTNIGHT } from './script.js';
import { add, begin, load, save } from './store.js';
import { play, wait } from './play.js';
import { addRows, closeChat, openChat, setQuiet, showClock, showStage } from './view.js';

const main = document.querySelector('#practice');
const playButton = main.querySelector('#play');
const status = main.querySelector('#status');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const ANSWER_AFTER = { real: 1800, practice: 4 * 60_000 };

let state = load();
let playing = null;
let answering = new AbortController();

const chat = {
  get state() {
    return state;
  },
  now: () => Date.now() + state.offset,
  lastAt: () => state.messages.at(-1).at,
  /** Forward only: a clock that went back would put messages out of order. */
  setClock(instant) {
    state.offset = Math.max(instant, chat.lastAt() + 1000) - Date.now();
    showClock(chat.now());
  },
  /** Adds entries [from, instant, text]; to the open box too, if one is open. */
  say(entries) {
    const added = entries.map(([from, at, text]) => {
      return add(state, from, Math.max(at, chat.lastAt() + 1000), text);
    });
    addRows(added);
    save(state);
  },
  leave: closeChat,
  comeBack() {
    openChat(state, send);
    setQuiet(playing !== null);
  },
};

async function send(text) {
  chat.say([['me', chat.now(), text]]);
  if (playing) return;
  answering.abort();
  answering = new AbortController();
  try {
    await wait(ANSWER_AFTER.real, answering.signal);
  } catch {
    return; // More of the visitor's words came: Robin answers the last of them.
  }
  chat.setClock(chat.now() + ANSWER_AFTER.practice);
  chat.say([['robin', chat.now(), ANSWERS[state.answers++ % ANSWERS.length]]]);
  save(state);
}

function togglePlay() {
  if (playing) return playing.controller.abort();
  answering.abort();
  const controller = new AbortController();
  playing = { controller, done: playOn(controller.signal) };
  showPlaying();
  showStage();
}

async function playOn(signal) {
  if (state.next >= FORTNIGHT.length) state.next = 0;
  try {
    await play(chat, calm.matches, signal);
    status.textContent = 'Two weeks have passed. Click Toward’s icon, then “Your week”.';
  } catch (error) {
    if (!signal.aborted) throw error;
    status.textContent = 'Paused.';
  } finally {
    playing = null;
    showPlaying();
    save(state);
  }
}

function showPlaying() {
  playButton.textContent = playing ? 'Pause' : 'Let the days pass';
  if (playing) status.textContent = 'Two weeks pass, in about a minute.';
  setQuiet(playing !== null);
}

async function beginAgain() {
  answering.abort();
  playing?.controller.abort();
  await playing?.done;
  state = begin(Date.now());
  save(state);
  status.textContent = 'A new chat has begun.';
  show();
}

function show() {
  showClock(chat.now());
  openChat(state, send);
}

playButton.addEventListener('click', togglePlay);
main.querySelector('#again').addEventListener('click', beginAgain);
setInterval(() => showClock(chat.now()), 1000);
show();
save(state);
main.querySelector('.controls').hidden = false;
main.dataset.towardPractice = 'started';
