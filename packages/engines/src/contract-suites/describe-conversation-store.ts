import { beforeEach, describe, expect, test } from 'vitest';
import type { ConversationStore, ConversationTurn } from '../market/ports/conversation-store.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT } from './sample-listing.ts';

function turn(n: number, changes: Partial<ConversationTurn> = {}): ConversationTurn {
  return {
    question: `question ${n}`,
    answer: `answer ${n}`,
    call: { tool: 'measure', arguments: { question: 'count', filter: { model: '911', miles: { below: 20_000.5 } } } },
    costNanoUsd: 9_007_199_254_740_993n,
    askedAt: Date.UTC(2026, 5, 30, 12, 0, n),
    ...changes,
  };
}

/** Every sentence of the `ConversationStore` contract, as tests. */
export function describeConversationStore(subject: ContractSubject<ConversationStore>): void {
  describe(`conversation store: ${subject.name}`, () => {
    let store: ConversationStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });
    const ada = { owner: 'ada', id: 'one' };

    test('turns come back as they were, oldest first', async () => {
      const second = turn(2, { question: AWKWARD_TEXT, answer: AWKWARD_TEXT, call: null, costNanoUsd: 0n });
      expect(await store.turns(ada)).toEqual([]);
      expect(await store.append(ada, { position: 0, turn: turn(1) })).toBe(true);
      expect(await store.append(ada, { position: 1, turn: second })).toBe(true);
      expect(await store.turns(ada)).toStrictEqual([turn(1), second]);
    });

    test('an owner sees nothing of another, not even under the same id', async () => {
      await store.append(ada, { position: 0, turn: turn(1) });
      expect(await store.turns({ owner: 'bob', id: 'one' })).toEqual([]);
      expect(await store.append({ owner: 'bob', id: 'one' }, { position: 0, turn: turn(2) })).toBe(true);
      expect(await store.turns(ada)).toStrictEqual([turn(1)]);
      expect(await store.turns({ owner: "ada' or true --", id: 'one' })).toEqual([]);
    });

    test('a position is given once, and none is left out', async () => {
      expect(await store.append(ada, { position: 1, turn: turn(1) })).toBe(false);
      const both = await Promise.all([1, 2].map((n) => store.append(ada, { position: 0, turn: turn(n) })));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await store.append(ada, { position: 0, turn: turn(3) })).toBe(false);
      expect(await store.turns(ada)).toHaveLength(1);
    });

    test('what is forgotten is gone, and nothing else', async () => {
      const two = { owner: 'ada', id: 'two' };
      const bob = { owner: 'bob', id: 'one' };
      for (const key of [ada, two, bob]) await store.append(key, { position: 0, turn: turn(1) });
      await store.append(two, { position: 1, turn: turn(30) });
      expect(await store.forget({ owner: 'ada', id: 'one' })).toBe(1);
      expect(await store.turns(ada)).toEqual([]);
      expect(await store.turns(two)).toHaveLength(2);
      expect(await store.forget({ lastAskedBefore: turn(20).askedAt })).toBe(1);
      expect(await store.turns(bob)).toEqual([]);
      expect(await store.turns(two)).toHaveLength(2);
      expect(await store.forget({ owner: 'ada' })).toBe(2);
      expect(await store.forget({ owner: 'nobody' })).toBe(0);
      expect(await store.append(ada, { position: 0, turn: turn(1) })).toBe(true);
    });
  });
}
