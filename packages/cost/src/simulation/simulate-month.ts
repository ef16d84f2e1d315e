import { createUsage } from '@pa/llm-core';
import { CostError } from '../errors.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceRow } from '../prices/price-row.ts';
import { priceUsage } from '../prices/price-usage.ts';
import { prefixKeepings, warmShare } from './warm-share.ts';
import { type ModelPairing, TASK_CLASSES, type TaskClass, type Workload, type WorkloadTask } from './workload.ts';

/** What can be done about the bill. */
export interface Levers {
  /** Each class its own model; without it, the model of the hardest class does everything. */
  readonly modelSelection: boolean;
  /** Answers are kept, and a repeated question costs nothing. */
  readonly answerCache: boolean;
  /** A template speaks where it says the same. */
  readonly templates: boolean;
  /** What nobody waits for is sent as a batch. */
  readonly batch: boolean;
  /** The provider keeps the shared prefix of the prompts. */
  readonly promptCache: boolean;
}

export interface SimulatedTask {
  readonly name: string;
  /** Calls that reach a model. */
  readonly callCount: number;
  readonly nanoUsd: number;
}

export interface SimulatedMonth {
  readonly nanoUsd: number;
  readonly tasks: readonly SimulatedTask[];
}

interface Conditions {
  readonly workload: Workload;
  readonly pairing: ModelPairing;
  readonly levers: Levers;
  readonly rowOf: (taskClass: TaskClass) => PriceRow;
}

/**
 * What a month of a workload costs with a pairing of models at the prices of an instant. The figures are expectations, with
 * fractions of calls. A batch is counted without the provider's prompt cache, which nobody promises there.
 */
export function simulateMonth(
  workload: Workload,
  options: {
    readonly pairing: ModelPairing;
    readonly levers: Levers;
    readonly priceBook: PriceBook;
    /** Epoch milliseconds of the prices. */
    readonly at: number;
  },
): SimulatedMonth {
  const { pairing, levers, priceBook, at } = options;
  const rowOf = (taskClass: TaskClass): PriceRow => {
    const { provider, model } = pairing.models[levers.modelSelection ? taskClass : hardest(workload)];
    const row = priceBook({ provider, model, at });
    if (row !== null) return row;
    throw new CostError(
      'invalid-workload',
      `${model} of ${provider} has no price: name another model, or add its price.`,
    );
  };
  const tasks = workload.tasks.map((task) => simulateTask(task, { workload, pairing, levers, rowOf }));
  return { nanoUsd: tasks.reduce((sum, task) => sum + task.nanoUsd, 0), tasks };
}

function simulateTask(task: WorkloadTask, conditions: Conditions): SimulatedTask {
  const { levers } = conditions;
  const asked = task.callsPerMonth * (levers.answerCache ? 1 - task.repeatedShare : 1);
  const toModels = asked * (levers.templates ? 1 - task.templateShare : 1);
  let callCount = 0;
  let nanoUsd = 0;
  for (const { row, calls } of callsByModel(task, { ...conditions, toModels })) {
    callCount += calls;
    nanoUsd += calls * costOfCall(task, { ...conditions, row, calls });
  }
  return { name: task.name, callCount, nanoUsd };
}

/** Answers that were not proved are written again by the class above; at the top, by the same. */
function callsByModel(
  task: WorkloadTask,
  { toModels, levers, rowOf }: Conditions & { readonly toModels: number },
): Iterable<{ readonly row: PriceRow; readonly calls: number }> {
  const calls = new Map<string, { readonly row: PriceRow; readonly calls: number }>();
  const add = (taskClass: TaskClass, count: number) => {
    const row = rowOf(taskClass);
    const key = `${row.provider}\n${row.model}`;
    calls.set(key, { row, calls: (calls.get(key)?.calls ?? 0) + count });
  };
  for (const [index, taskClass] of TASK_CLASSES.entries()) {
    const count = toModels * (task.classes[taskClass] ?? 0);
    if (count === 0) continue;
    add(taskClass, count);
    const above = levers.modelSelection ? (TASK_CLASSES[index + 1] ?? taskClass) : taskClass;
    if (task.rewrittenShare > 0) add(above, count * task.rewrittenShare);
  }
  return calls.values();
}

/** The expected cost of one of a number of calls, nano-dollars. */
function costOfCall(
  task: WorkloadTask,
  { workload, levers, row, calls }: Conditions & { readonly row: PriceRow; readonly calls: number },
): number {
  const { inputTokens, outputTokens, sharedPrefixTokens, canWait } = task;
  const inBatch = levers.batch && canWait;
  const price = (parts: { readonly read: number; readonly written: number; readonly lifetime?: string }): number => {
    const usage = createUsage({
      input: {
        uncached: inputTokens - parts.read - parts.written,
        cacheRead: parts.read,
        cacheWrite: parts.written === 0 ? undefined : { [parts.lifetime ?? 'default']: parts.written },
      },
      output: { text: outputTokens, reasoning: 0 },
      source: 'estimated',
      ...(inBatch ? { serviceTier: 'batch' } : {}),
    });
    return Number(priceUsage(usage, row)?.nanoUsd ?? 0n);
  };
  const plain = price({ read: 0, written: 0 });
  const isKept = levers.promptCache && !inBatch && sharedPrefixTokens >= workload.smallestCachedPrefixTokens;
  if (!isKept) return plain;
  // What nobody waits for runs in one go, so that only its first call of the day finds nothing kept.
  const overSeconds = workload.days * workload.activeHoursPerDay * 3600;
  const kept = prefixKeepings(row.rates).map((keeping) => {
    const warm = canWait ? Math.max(0, 1 - workload.days / calls) : warmShare(keeping, { calls, overSeconds });
    return (
      warm * price({ read: sharedPrefixTokens, written: 0 }) +
      (1 - warm) * price({ read: 0, written: sharedPrefixTokens, lifetime: keeping.lifetime })
    );
  });
  // The lifetime that costs least at this traffic; a prefix that is mostly written and hardly read is better not kept.
  return Math.min(plain, ...kept);
}

function hardest(workload: Workload): TaskClass {
  const used = TASK_CLASSES.filter((taskClass) => workload.tasks.some((task) => (task.classes[taskClass] ?? 0) > 0));
  return used.at(-1) ?? 'bulk';
}
