/** A page built as Converse.js builds it, which adds rows as fast as it is told to. */

const params = new URLSearchParams(location.search);
const list = document.querySelector('converse-message-history');
const [model] = document.querySelector('template').content.children;
let rows = 0;

/** The wrapper comes first, the row a moment later in the same task; sides take turns. */
function addRow() {
  const wrapper = document.importNode(model, true);
  const [row] = wrapper.children;
  row.dataset.isodate = new Date().toISOString();
  row.dataset.msgid = `message-${++rows}`;
  row.firstElementChild.classList.add(`chat-msg__content--${rows % 2 ? 'me' : 'them'}`);
  row.remove();
  list.append(wrapper);
  wrapper.append(row);
}

/** Adds `total` rows, `burst` of them in a frame, with `gap` ms or more between such frames. */
globalThis.replay = async (total, burst, gap) => {
  console.timeStamp('replay begins');
  for (let added = 0; added < total; added += burst) {
    await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), gap));
    for (let n = 0; n < burst; n++) addRow();
  }
};

/** Adds `total` rows at once; what is measured begins after. */
globalThis.flood = (total) => {
  for (let n = 0; n < total; n++) addRow();
  console.timeStamp('replay begins');
};

document.querySelector('converse-chat').setAttribute('jid', `${params.get('chat')}@chat.invalid`);
if (params.has('observer')) await import('./observer.js');
