// Waits for a line, then calls a scripted model under a budget in Postgres many times at once, and prints what became of it.
import { randomUUID } from 'node:crypto';
import { type Budget, createPriceBook, learnedHolds, nanoUsdOf, withBudget, worstCaseHolds } from '@pa/cost';
import { createUsage, type LanguageModel } from '@pa/llm-core';
import { createDatabase } from '../../connect/create-database.ts';
import { createStores } from '../create-stores.ts';

export interface BudgetProcessTask {
  readonly connectionString: string;
  readonly limitUsd: number;
  readonly callers: number;
  /** What a call costs, from and to, as shares of what is held for it. */
  readonly costShares: readonly [number, number];
  readonly callMs: number;
  /** How long a refused caller tries again. */
  readonly retryMs: number;
  /** Holds are worst cases that learn from what calls came to, and a call waits so long for what others hold. */
  readonly waitForRoomMs?: number;
  /** Callers from this one on cost the whole of their holds. */
  readonly dearFrom?: number;
  /** The instant that the process believes in; absent means its clock. */
  readonly now?: number;
  readonly holdUsd?: number;
  readonly leaseMs?: number;
  /** How long it stays after its last answer, for what is settled later. */
  readonly lingerMs?: number;
  readonly alertAt?: readonly number[];
}

export interface BudgetProcessResult {
  readonly answered: number;
  readonly refused: number;
  /** What the answers cost, nano-dollars as text. */
  readonly costNanoUsd: string;
  readonly errors: readonly string[];
}

const task = JSON.parse(process.argv[2] ?? '{}') as BudgetProcessTask;
const database = await createDatabase({ connectionString: task.connectionString, maxConnections: 8 });
const { budgets: store, alerts } = createStores(database);
const errors: string[] = [];
const budget: Budget = {
  id: 'global',
  scope: { kind: 'global' },
  window: { kind: 'calendar', period: 'day', timeZone: 'UTC' },
  limitNanoUsd: nanoUsdOf(task.limitUsd),
  ...(task.alertAt === undefined ? {} : { alertAt: task.alertAt }),
};
const priceBook = createPriceBook();
const worst = worstCaseHolds();
const now = () => task.now ?? Date.now();
const request = { messages: [], maxOutputTokens: 9_000 };
const row = priceBook({ provider: 'openai', model: 'gpt-6-luna', at: now() });
if (row === null) throw new TypeError('the model of this script has a price');
const holdNanoUsd = task.holdUsd === undefined ? worst.estimate({ request, row }) : nanoUsdOf(task.holdUsd);
let costNanoUsd = 0n;
const NANO_USD_PER_OUTPUT_TOKEN = 500n;

/** A model whose answers cost evenly spread shares of their holds. */
function scripted(index: number): LanguageModel {
  const [from, to] = task.costShares;
  const share =
    index >= (task.dearFrom ?? Infinity)
      ? 1
      : from + ((to - from) * ((index * 7) % task.callers)) / Math.max(1, task.callers - 1);
  const text = Number((holdNanoUsd * BigInt(Math.floor(share * 1e6))) / 1_000_000n / NANO_USD_PER_OUTPUT_TOKEN);
  return {
    provider: 'openai',
    modelId: 'gpt-6-luna',
    async generate() {
      await new Promise((resolve) => setTimeout(resolve, task.callMs));
      costNanoUsd += BigInt(text) * NANO_USD_PER_OUTPUT_TOKEN;
      return {
        text: 'Prices held.',
        toolCalls: [],
        finishReason: 'stop',
        usage: createUsage({
          input: { uncached: 0, cacheRead: 0, cacheWrite: undefined },
          output: { text, reasoning: 0 },
          source: 'reported',
        }),
        provider: 'openai',
        requestedModel: 'gpt-6-luna',
        servedModel: 'gpt-6-luna',
        responseId: undefined,
        warnings: [],
        attempts: [],
      };
    },
    stream() {
      throw new TypeError('this script does not stream');
    },
  };
}

const guard = withBudget({
  store,
  alerts,
  budgets: [budget],
  priceBook,
  now,
  newId: randomUUID,
  holds: task.waitForRoomMs === undefined ? { estimate: () => holdNanoUsd, observe: () => {} } : learnedHolds(),
  waitForRoomMs: task.waitForRoomMs ?? 0,
  ...(task.leaseMs === undefined ? {} : { leaseMs: task.leaseMs }),
  onStoreError: (error) => errors.push(String(error)),
});

async function call(index: number): Promise<boolean> {
  const model = guard(scripted(index));
  const until = Date.now() + task.retryMs;
  for (let attempt = 0; ; attempt++) {
    try {
      await model.generate(request);
      return true;
    } catch (error) {
      if ((error as { readonly code?: string }).code !== 'budget-exceeded') errors.push(String(error));
      if (Date.now() >= until) return false;
      await new Promise((resolve) => setTimeout(resolve, 50 + ((index * 37 + attempt * 11) % 50)));
    }
  }
}

process.stdin.once('data', async () => {
  const outcomes = await Promise.all(Array.from({ length: task.callers }, (_, index) => call(index)));
  await new Promise((resolve) => setTimeout(resolve, task.lingerMs ?? 0));
  const answered = outcomes.filter(Boolean).length;
  const result: BudgetProcessResult = {
    answered,
    refused: outcomes.length - answered,
    costNanoUsd: costNanoUsd.toString(),
    errors,
  };
  console.log(JSON.stringify(result));
  await database.close();
  process.exit(0);
});
console.log('ready');
