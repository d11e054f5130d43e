import type { SiteInfo } from '../../shared/messages';
import { ask } from '../shared/ask';
import { tick } from '../shared/choices';
import { el } from '../shared/el';
import { moment, siteName, TROUBLE } from '../shared/words';
import { section, type View } from './view';

export function health({ adapter, trouble }: SiteInfo, managed: boolean, zone: string): string {
  if (managed) return 'Counts nothing: an administrator installed Toward.';
  if (trouble) return `${TROUBLE[trouble.what]} (Last told ${moment(trouble.at, zone)}.)`;
  if (adapter === null) return 'No app that Toward knows has been seen here yet.';
  return `Read with the adapter “${adapter}”. If it stops fitting, the icon’s window says so on the site.`;
}

/** "Every chat of a site": groups stay out, and what is chosen stays chosen when it is taken back. */
function everyChat(origin: string, n: number, { state, update }: View): HTMLElement {
  const { wholeSites } = state.settings;
  const others = wholeSites.filter((site) => site !== origin);
  const change = (on: boolean) => {
    const change = { wholeSites: on ? [...others, origin] : others };
    const said = on
      ? 'Chats you open there are counted from now on.'
      : 'Chats are chosen one by one.';
    void update(ask('page:settings', { change }), said);
  };
  const words = 'Count every chat between two people that I open here';
  return tick(`every-${n}`, words, wholeSites.includes(origin), change);
}

/** Sites that are switched on, with the adapter each is read with. */
export function sitesPart(view: View): HTMLElement {
  const { state, update } = view;
  const items = state.sites.map((site, n) => {
    const { origin } = site;
    const off = () =>
      void update(ask('page:forget-site', { origin }), `${siteName(origin)} is switched off.`);
    return el(
      'li',
      { class: 'panel row apart' },
      el(
        'div',
        { class: 'grow' },
        el('b', {}, siteName(origin)),
        el('p', { class: 'soft' }, health(site, state.managed, state.zone)),
        everyChat(origin, n, view),
      ),
      el('button', { id: `site-${n}`, type: 'button', click: off }, 'Switch off'),
    );
  });
  const none =
    'No site is switched on. Open the site where you write, click Toward’s icon, and choose “Switch on”.';
  return section(
    'sites',
    'Sites',
    items.length > 0 ? el('ul', { class: 'items' }, ...items) : el('p', {}, none),
  );
}
