import { load, loadSettings } from '../shared/storage';
import { conversations, eventsOf, ledger } from './ledger';
import { shownCards } from './nudging/cards';

/** Everything this browser holds of the person, but the secret and the server's token. */
export async function exportLocal(): Promise<object> {
  const chats = await conversations();
  const db = await ledger();
  return {
    made: new Date().toISOString(),
    about: 'Partial counts; shows nothing about anyone’s intentions.',
    settings: await loadSettings(),
    sites: await load('sites'),
    zones: await load('zones'),
    chats: await Promise.all(
      chats.map(async (chat) => ({ ...chat, events: await eventsOf(chat.id) })),
    ),
    rows: await db.getAll('rows'),
    cards: await shownCards(),
    ownThoughts: await load('ownNudges'),
    notes: await db.getAll('notes'),
  };
}
