/** The practice chat's state; it outlives a reload of this tab and ends with the tab. */

import { BEFORE } from './script.js';

const NAME = 'toward-practice';
const HOUR = 3_600_000;

/**
 * @typedef {{id: string, from: 'me' | 'robin' | 'line', at: number, text: string}} Message
 * @typedef {{conversation: string, offset: number, next: number, answers: number,
 *   messages: Message[]}} State `offset`: practice clock minus real clock, ms; `next`: the
 *   script's next sitting; `answers`: how many answers Robin has given.
 */

/** @returns {State} the kept one, or a new one. */
export function load() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME));
    if (Array.isArray(kept?.messages) && Number.isFinite(kept.offset)) return kept;
  } catch {
    // Not ours or damaged: a new chat is as good.
  }
  return begin(Date.now());
}

/** @param {State} state */
export function save(state) {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(state));
  } catch {
    // Storage is switched off: the chat then lasts until the reload.
  }
}

/** @returns {State} a new conversation; its clock shows the real time. */
export function begin(now) {
  const conversation = `practice-${now.toString(36)}`;
  const state = { conversation, offset: 0, next: 0, answers: 0, messages: [] };
  const days = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
  add(state, 'line', now - BEFORE[0][1] * HOUR, days.format(now - BEFORE[0][1] * HOUR));
  for (const [from, hours, text] of BEFORE) add(state, from, now - hours * HOUR, text);
  return state;
}

/** Adds a message at the end and returns it. */
export function add(state, from, at, text) {
  const id = `${state.conversation}.${state.messages.length}`;
  const message = { id, from, at: Math.round(at), text };
  state.messages.push(message);
  return message;
}
