import { createStores } from '@pa/db';
import { priceUsage } from '@pa/cost';
import { generateText, isLlmError, type LanguageModel, type LlmError, type Usage } from '@pa/llm-core';
import { createGuardedModels, type GuardedModels } from '../composition/guarded-models.ts';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { formatCost, formatCount } from '../output/format-value.ts';
import { table } from '../output/table.ts';
import type { CommandContext } from './command-context.ts';

const LONGEST_MS = 60_000;
/** Room for a word and for what a model thinks before it. */
const MAXIMUM_OUTPUT_TOKENS = 512;

/** What came of the call to one provider. */
interface Check {
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string | null;
  readonly isReachable: boolean;
  readonly errorCode: string | null;
  readonly message: string | null;
  readonly latencyMs: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** `null` where the model has no price, which is not 0. */
  readonly costNanoUsd: bigint | null;
  readonly warnings: readonly string[];
}

/** `pa llm check`: one tiny call to each configured provider, through everything that guards a call. The exit code is 1 where one did not answer. */
export async function checkModels({ terminal, settings, now, signal }: CommandContext): Promise<void> {
  const checks = await withDatabase(settings, async (database) => {
    const guarded = createGuardedModels(createStores(database), { now, settings });
    if (guarded.each.length === 0)
      throw new CommandError(
        'NO_PROVIDER',
        'No language model is configured: set OPENAI_API_KEY or ANTHROPIC_API_KEY; templates write the words until then.',
      );
    return Promise.all(guarded.each.map((model) => check(model, { costs: guarded.costs, now, signal })));
  });
  terminal.result(checks, () =>
    table(
      checks.map((each) => [
        each.provider,
        each.servedModel ?? each.requestedModel,
        each.errorCode ?? 'answered',
        `${formatCount(Math.round(each.latencyMs))} ms`,
        each.inputTokens === null ? '-' : formatCount(each.inputTokens),
        each.outputTokens === null ? '-' : formatCount(each.outputTokens),
        each.costNanoUsd === null ? 'no price' : formatSmallCost(each.costNanoUsd),
      ]),
      {
        head: ['provider', 'model', 'outcome', 'latency', 'tokens in', 'tokens out', 'cost'],
        right: ['latency', 'tokens in', 'tokens out', 'cost'],
      },
    ),
  );
  for (const { provider, errorCode, message, isReachable } of checks)
    if (!isReachable) terminal.note(`pa: ${provider} did not answer (${errorCode}): ${message}`);
  if (checks.some(({ isReachable }) => !isReachable)) process.exitCode = 1;
}

async function check(
  model: LanguageModel,
  options: { readonly costs: GuardedModels['costs']; readonly now: () => number; readonly signal: AbortSignal },
): Promise<Check> {
  const { costs, now, signal } = options;
  const startedAt = now();
  const told = { provider: model.provider, requestedModel: model.modelId };
  const priceOf = (servedModel: string, usage: Usage): bigint | null => {
    const row = costs.priceBook({ provider: model.provider, model: servedModel, at: startedAt });
    return row === null ? null : (priceUsage(usage, row)?.nanoUsd ?? null);
  };
  try {
    const { servedModel, usage, warnings } = await generateText(model, {
      prompt: 'Reply with the word: ok',
      maxOutputTokens: MAXIMUM_OUTPUT_TOKENS,
      reasoningEffort: 'low',
      deadlineAt: startedAt + LONGEST_MS,
      context: { feature: 'llm_check' },
      signal,
    });
    return {
      ...told,
      servedModel,
      isReachable: true,
      errorCode: null,
      message: null,
      latencyMs: now() - startedAt,
      ...countsOf(usage),
      costNanoUsd: priceOf(servedModel, usage),
      warnings: warnings.map(({ message }) => message),
    };
  } catch (error) {
    if (!isLlmError(error)) throw error;
    return {
      ...told,
      servedModel: null,
      isReachable: hasAnswered(error),
      errorCode: error.code,
      message: error.message,
      latencyMs: now() - startedAt,
      ...countsOf(error.usage),
      costNanoUsd: error.usage === undefined ? null : priceOf(model.modelId, error.usage),
      warnings: [],
    };
  }
}

/** Whoever thinks longer than a word needs has answered all the same. */
function hasAnswered({ code }: LlmError): boolean {
  return code === 'truncated' || code === 'refusal';
}

function countsOf(usage: Usage | undefined): Pick<Check, 'inputTokens' | 'outputTokens'> {
  if (usage === undefined) return { inputTokens: null, outputTokens: null };
  const sum = (counts: readonly (number | undefined)[]): number | null =>
    counts.every((count) => count === undefined)
      ? null
      : counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  const { uncached, cacheRead, cacheWrite = {} } = usage.input;
  return {
    inputTokens: sum([uncached, cacheRead, ...Object.values(cacheWrite)]),
    outputTokens: sum([usage.output.text, usage.output.reasoning]),
  };
}

/** A word costs less than the hundredth of a cent that costs are shown in elsewhere. */
function formatSmallCost(costNanoUsd: bigint): string {
  return costNanoUsd === 0n || costNanoUsd >= 1_000_000n
    ? formatCost(costNanoUsd)
    : `$${(Number(costNanoUsd) / 1e9).toFixed(8)}`;
}
