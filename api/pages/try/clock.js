/** Pure reckoning with the practice clock. Instants are milliseconds since the Unix epoch. */

const MINUTE = 60_000;

/** `days` calendar days after `now`, at a local time of day ('09:10'), or now when none is given. */
export function timeOf({ days, at }, now) {
  if (!at) return now;
  const [hour, minute] = at.split(':').map(Number);
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(hour, minute, 0, 0);
  return Math.max(date.getTime(), now + MINUTE);
}

/** When each line of a sitting is said; the list is as long as the lines. */
export function timesOf(lines, start) {
  let at = start;
  return lines.map(([, minutes]) => {
    at += minutes * MINUTE;
    return at;
  });
}

const WORDS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

/** What a date line says between two moments, or null when nothing much has passed. */
export function passage(from, to) {
  const days = calendarDays(from, to);
  if (days === 0) return to - from < 90 * MINUTE ? null : sameDay(to);
  if (days === 1) return 'The next day';
  return WORDS[days - 2] ? `${WORDS[days - 2]} days later` : 'Some time later';
}

function sameDay(to) {
  return new Date(to).getHours() >= 18 ? 'Later that evening' : 'Later that day';
}

function calendarDays(from, to) {
  const midnight = (at) => new Date(at).setHours(12, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / (24 * 60 * MINUTE));
}
