/** What an answer means that is none of those a call hopes for. */
import { type Reply, ServerAway } from './call';
import { isRefusal } from './shapes';

export const NO_SENSE = 'The server gave an answer that makes no sense.';
export const TAKEN_OFF = 'This browser was taken off the account. What it counted stays here.';

/** The server does not know this browser: asking again helps nobody. */
export class TakenOff extends ServerAway {
  constructor() {
    super(TAKEN_OFF);
  }
}

/** A 401 counts only in the words of a Toward server: something in front of it may say it, too. */
export function refusal({ status, body }: Reply): ServerAway {
  if (status === 401 && isRefusal(body, 401)) return new TakenOff();
  return new ServerAway(`The server did not take it (${status}).`);
}
