/** Who may ask what: content scripts their few questions, our own pages the rest. */
import type { Answer, Envelope, MessageName } from '../shared/messages';
import { contentHandlers } from './handlers/content';
import { pageHandlers } from './handlers/pages';

type Handler = (request: never, sender: chrome.runtime.MessageSender) => Promise<unknown>;

const content = contentHandlers as Record<string, Handler>;
const pages = pageHandlers as Record<string, Handler>;

/** Our own pages, by their address; a page of a site can never claim it. */
function isOwnPage({ id, url, origin }: chrome.runtime.MessageSender): boolean {
  const own = chrome.runtime.getURL('');
  return id === chrome.runtime.id && (url ?? origin ?? '').startsWith(own);
}

function handlerFor(name: string, sender: chrome.runtime.MessageSender): Handler | undefined {
  if (sender.id !== chrome.runtime.id) return undefined;
  if (isOwnPage(sender)) return Object.hasOwn(pages, name) ? pages[name] : undefined;
  return sender.tab && Object.hasOwn(content, name) ? content[name] : undefined;
}

/** Answers one message. An error goes back as such: the sender keeps what it has, and says so. */
export function onMessage(
  message: Envelope,
  sender: chrome.runtime.MessageSender,
  respond: (answer: Answer<MessageName> | { failed: string }) => void,
): boolean {
  const handler = handlerFor(message?.name, sender);
  if (!handler) return false;
  handler(message.request as never, sender)
    .then((answer) => respond(answer as Answer<MessageName>))
    .catch((error: unknown) => {
      console.warn('Toward:', message.name, error instanceof Error ? error.message : 'failed');
      respond({ failed: error instanceof Error ? error.message : 'It did not work.' });
    });
  return true;
}
