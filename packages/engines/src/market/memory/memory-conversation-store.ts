import type { ConversationKey, ConversationStore, ConversationTurn } from '../ports/conversation-store.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps conversations in this process. */
export function memoryConversationStore(): ConversationStore {
  const owners = new Map<string, Map<string, ConversationTurn[]>>();
  const turnsOf = ({ owner, id }: ConversationKey): readonly ConversationTurn[] => owners.get(owner)?.get(id) ?? [];

  return {
    async turns(key) {
      return [...turnsOf(key)];
    },
    async append(key, { position, turn }) {
      const turns = turnsOf(key);
      if (turns.length !== position) return false;
      const conversations = owners.get(key.owner) ?? new Map<string, ConversationTurn[]>();
      owners.set(key.owner, conversations);
      conversations.set(key.id, [...turns, immutableCopy(turn)]);
      return true;
    },
    async forget(which) {
      let gone = 0;
      for (const [owner, conversations] of owners) {
        for (const [id, turns] of conversations) {
          const isMeant =
            'owner' in which
              ? owner === which.owner && (which.id === undefined || which.id === id)
              : (turns.at(-1)?.askedAt ?? 0) < which.lastAskedBefore;
          if (!isMeant) continue;
          gone += turns.length;
          conversations.delete(id);
        }
      }
      return gone;
    },
  };
}
