/** The chat's elements: the one place of the practice page that touches the document. */

const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const long = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

const main = document.querySelector('#practice');
const stage = main.querySelector('.stage');
const clock = main.querySelector('.practice-clock');
const template = main.querySelector('template');
let draft = '';

/** Shows the practice clock, and puts it where the adapter reads it. */
export function showClock(now) {
  main.dataset.now = String(Math.round(now));
  clock.dateTime = new Date(now).toISOString();
  clock.textContent = long.format(now);
}

/** Opens the conversation as an app does: a new box with every row. */
export function openChat(state, send) {
  const box = template.content.firstElementChild.cloneNode(true);
  box.dataset.conversation = state.conversation;
  listIn(box).append(...state.messages.map(row));
  wire(box, send);
  stage.replaceChildren(box);
  scrollToEnd(listIn(box));
}

/** Leaves the conversation: its box is gone, as when another page of an app is open. */
export function closeChat() {
  const away = document.createElement('p');
  away.className = 'away soft';
  away.textContent = 'Some hours pass. The chat is closed.';
  stage.replaceChildren(away);
}

/** Adds rows at the end of the open list; follows them unless the visitor has scrolled up. */
export function addRows(messages) {
  const list = listIn(stage);
  if (!list) return;
  const following = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  list.append(...messages.map(row));
  if (following) scrollToEnd(list);
}

/** Brings the chat into sight, where a phone had it below the fold. */
export function showStage() {
  stage.scrollIntoView({ block: 'nearest' });
}

/** A screen reader is told of single answers; a fortnight in a minute would drown it. */
export function setQuiet(quiet) {
  listIn(stage)?.setAttribute('aria-live', quiet ? 'off' : 'polite');
}

function listIn(element) {
  return element.querySelector('ol.messages');
}

function scrollToEnd(list) {
  list.scrollTop = list.scrollHeight;
}

function row({ id, from, at, text }) {
  const item = document.createElement('li');
  if (from === 'line') {
    item.className = 'line';
    item.textContent = text;
    return item;
  }
  item.className = 'message';
  Object.assign(item.dataset, { id, from, at });
  item.append(words(from, text), stamp(at));
  return item;
}

function words(from, text) {
  const element = document.createElement('p');
  element.className = 'text';
  element.dir = 'auto';
  const who = document.createElement('span');
  who.className = 'visually-hidden';
  who.textContent = from === 'me' ? 'You: ' : 'Robin: ';
  element.append(who, text);
  return element;
}

function stamp(at) {
  const element = document.createElement('time');
  element.dateTime = new Date(at).toISOString();
  element.textContent = time.format(at);
  return element;
}

function wire(box, send) {
  const form = box.querySelector('form.composer');
  const field = form.querySelector('textarea');
  field.value = draft;
  field.addEventListener('input', () => {
    draft = field.value;
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    draft = field.value = '';
    if (text) send(text);
  });
}
