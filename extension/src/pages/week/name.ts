import type { WeekChat } from '../../shared/messages';
import { el } from '../shared/el';
import type { PageContext } from './context';

/** A chat's name above what is told of it, in its own direction. */
export function nameHeading({ chat }: WeekChat, { speech, below }: PageContext): HTMLElement {
  return el(below ? 'h4' : 'h3', {}, el('bdi', {}, speech.nameOf(chat)));
}
