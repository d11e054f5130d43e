import { ask, notice } from '../shared/ask';
import { el } from '../shared/el';
import { COUNT_CONSENT, list } from '../shared/texts';
import { EXPERIMENTAL_PART, siteName, unchosenText } from '../shared/words';
import { grantPattern, isSwitchedOn, siteOrigin } from './grant';
import { here, isUnchosen, troubleHere } from './here';
import { reportPart } from './report';
import type { View } from './view';

function consent({ update }: View): HTMLElement {
  const yes = () => void update(ask('page:consent', { to: 'count', given: true }));
  return el(
    'div',
    { class: 'panel stack' },
    el('h2', {}, COUNT_CONSENT.question),
    list(COUNT_CONSENT.points),
    el(
      'div',
      { class: 'row' },
      el('button', { id: 'count-yes', type: 'button', click: yes }, COUNT_CONSENT.yes),
      el('button', { id: 'count-no', type: 'button', click: () => close() }, COUNT_CONSENT.no),
    ),
  );
}

/** The browser's own question comes from the click itself: nothing may be awaited before it. */
function switchOn(origin: string, { update }: View): HTMLElement {
  const click = () => {
    const asked = chrome.permissions.request({ origins: [grantPattern(origin)] });
    void asked.then(
      (granted) =>
        granted
          ? update(ask('page:site-on', { origin: siteOrigin(origin) }))
          : notice('The site stays off. Nothing was changed.'),
      () => notice('The browser did not allow this site. Nothing was changed.'),
    );
  };
  return el(
    'button',
    { id: 'switch-on', type: 'button', class: 'main', click },
    `Switch on for ${siteName(origin)}`,
  );
}

function unchosen(apps: readonly string[]): HTMLElement {
  return el('p', { class: 'soft' }, unchosenText(apps));
}

function choose(): HTMLElement {
  const where = { href: 'options.html#experimental', target: '_blank', class: 'button' };
  return el('a', { id: 'choose-app', ...where }, EXPERIMENTAL_PART);
}

/** Where it is counting now, or why not; and the next step, if one is missing. */
export function sitePart(view: View): HTMLElement {
  const { state, open } = view;
  const { title, detail } = here(state, open);
  const { origin } = open;
  const free = !state.managed && origin !== null;
  const off = free && !isSwitchedOn(state.sites, origin);
  const on = free && !off && state.settings.countConsent;
  return el(
    'section',
    { class: 'here stack' },
    el('div', {}, el('h2', {}, title), el('p', { class: 'soft' }, detail)),
    free && !state.settings.countConsent && consent(view),
    off && state.settings.countConsent && switchOn(origin, view),
    off && open.unchosenApps.length > 0 && unchosen(open.unchosenApps),
    on && isUnchosen(open) && choose(),
    on && !isUnchosen(open) && troubleHere(open) !== null && reportPart(),
  );
}
