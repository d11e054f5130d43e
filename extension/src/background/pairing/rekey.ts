/** A chat of before this browser joined its account goes on under the account's id. */
import type { ConversationId } from '../../shared/types';
import { atomically, type Conversation, ledger } from '../ledger';
import { blockKey, ID_BYTES, rangeOf } from '../packed';

const STORES = ['events', 'conversations', 'rows', 'shown'] as const;

/**
 * Moves all that is kept of a chat in one transaction: whenever the worker ends, it is there once.
 * Its rows are made anew, since the account's home zone may be another, and sent as new ones.
 *
 * Nothing happens where it has moved already, or where there is a chat of the new id.
 *
 * @param secret the place in `oldSecrets` of the one that the old id is under
 */
export async function rekey(
  from: ConversationId,
  to: ConversationId,
  secret: number,
): Promise<void> {
  const tx = (await ledger()).transaction(STORES, 'readwrite');
  await atomically(tx, async () => {
    const chats = tx.objectStore('conversations');
    const old = await chats.get(from);
    if (!old || (await chats.get(to))) return;
    const events = tx.objectStore('events');
    for await (const { key, value } of events.iterate(rangeOf(from)))
      await events.put(value, blockKey(to, numberOf(key)));
    await events.delete(rangeOf(from));
    const rows = tx.objectStore('rows');
    for await (const { value } of rows.iterate(rowsOf(from))) {
      const { refused: _, ...row } = value;
      await rows.put({ ...row, conversation: to, uploaded: 0 });
    }
    await rows.delete(rowsOf(from));
    for await (const cursor of tx.objectStore('shown')) {
      if (cursor.value.conversation === from)
        await cursor.update({ ...cursor.value, conversation: to });
    }
    await chats.put(moved(old, to, secret));
    await chats.delete(from);
  });
}

/** Of a block, by the key that the browser gives back: as a buffer, whatever it was given. */
function numberOf(key: BufferSource): number {
  const bytes = ArrayBuffer.isView(key) ? new Uint8Array(key.buffer) : new Uint8Array(key);
  return bytes[ID_BYTES] as number;
}

function rowsOf(id: ConversationId): IDBKeyRange {
  return IDBKeyRange.bound([id, ''], [id, '\uffff']);
}

function moved(old: Conversation, to: ConversationId, secret: number): Conversation {
  const former = {
    ids: [...(old.former?.ids ?? []), old.id],
    secret: old.former?.secret ?? secret,
  };
  return { ...old, id: to, former, changes: old.changes + 1 };
}
