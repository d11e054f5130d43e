/** Quick exit: leaves for an empty page, in place of this one in the tab's history. */

const WITHIN_MS = 1500;
let last = -Infinity;

function leave(event) {
  event?.preventDefault();
  document.documentElement.hidden = true;
  location.replace('/quiet');
}

document.querySelector('.exit')?.addEventListener('click', leave);
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.repeat) return;
  if (event.timeStamp - last <= WITHIN_MS) leave(event);
  last = event.timeStamp;
});
