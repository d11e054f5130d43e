/** The nudges in use: those of the person's server when they are sound, else the bundled ones. */
import { nudges as bundled } from 'toward:catalogue';
import signals from '../../../../nudges/signals.json';
import type { Nudge } from '../../shared/nudge';
import { load, save } from '../../shared/storage';
import { call, ServerAway } from '../server/call';

const MOMENTS = ['opened', 'composing', 'sent', 'received', 'week', 'thought'];
const LONGEST_TEXT = 600;

export async function catalogue(): Promise<readonly Nudge[]> {
  const served = await load('servedNudges');
  return served ? (served.list as Nudge[]) : bundled;
}

/** Fetches the server's nudges; a broken answer changes nothing here. */
export async function refreshCatalogue(lang: string): Promise<void> {
  const served = await load('servedNudges');
  const path = `/v1/nudges?lang=${encodeURIComponent(lang)}`;
  const reply = await call({ method: 'GET', path, ...(served ? { tag: served.tag } : {}) });
  if (reply.status === 304) return;
  const list = (reply.body as { nudges?: unknown } | null)?.nudges;
  if (reply.status !== 200 || !isCatalogue(list))
    throw new ServerAway('Its nudges cannot be read.');
  await save('servedNudges', { tag: reply.tag ?? '', list });
}

/** Sound enough to be shown: right shapes, known signals, a source each. */
export function isCatalogue(list: unknown): list is Nudge[] {
  return Array.isArray(list) && list.length > 0 && list.every(isNudge);
}

function isNudge(value: unknown): value is Nudge {
  const nudge = value as Nudge;
  return (
    typeof value === 'object' &&
    value !== null &&
    [nudge.id, nudge.concept, nudge.say, nudge.ask].every(isText) &&
    (nudge.try === undefined || isText(nudge.try)) &&
    ['light', 'heavy'].includes(nudge.weight) &&
    ['R', 'H', 'B'].includes(nudge.role) &&
    MOMENTS.includes(nudge.moment) &&
    Number.isFinite(nudge.cooldown_days) &&
    isList(nudge.when) &&
    nudge.when.every((one) => Object.hasOwn(signals, one.signal)) &&
    isList(nudge.citations) &&
    nudge.citations.length > 0 &&
    nudge.citations.every(({ claim, work }) => isText(claim) && isText(work))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT;
}

function isList(value: unknown): value is object[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}
