/** What the server itself holds of the account, as it answers. */
import { account } from './account';
import { call, type Reply, ServerAway } from './call';
import { type Outcome, outcome } from './outcome';
import { refusal } from './refusal';

/** Nothing here changes, whatever it answers. */
export function serverExport(format: 'json' | 'csv'): Promise<Outcome<{ text: string }>> {
  return outcome(
    async () => {
      const { token } = await account();
      const path = `/v1/export?format=${format}`;
      const reply = await call({ method: 'GET', path, token, plain: true });
      return { text: textIn(reply, format) };
    },
    async () => {},
  );
}

function textIn(reply: Reply, format: 'json' | 'csv'): string {
  const { status, body } = reply;
  if (status !== 200) throw refusal(reply);
  const sign = format === 'csv' ? 'week,conversation,' : '"rows"';
  if (typeof body === 'string' && body.includes(sign)) return body;
  throw new ServerAway('What answered is not a Toward server, or it is out of order.');
}
