import { dayOf, weekOf } from '../../shared/days';
import type { FeltAnswer, Signals } from '../../shared/nudge';
import type { Instant, ZoneSpan } from '../../shared/types';
import { DAY } from './rules';

/** How long an answer about how a chat feels speaks for the person. */
export const FELT_DAYS = 28;

/** The signals of the person's own answers, in any order. None of them fresh: no signals. */
export function feltSignals(
  answers: readonly FeltAnswer[],
  now: Instant,
  zones: readonly ZoneSpan[],
): Signals {
  const known = answers.filter(({ at }) => at <= now);
  const newest = known.reduce<FeltAnswer | null>((a, b) => (a && a.at > b.at ? a : b), null);
  if (!newest || now - newest.at > FELT_DAYS * DAY) return {};
  const same = known.filter(({ answer, at }) => answer === newest.answer && now - at <= 84 * DAY);
  return {
    felt_lighter: Number(newest.answer === 'lighter'),
    felt_right: Number(newest.answer === 'right'),
    felt_more: Number(newest.answer === 'more'),
    felt_same_weeks: new Set(same.map(({ at }) => weekOf(dayOf(at, zones)))).size,
  };
}
