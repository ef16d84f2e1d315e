import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CostMonitor, type ModelRecommendation, type QualityEvidence } from '@pa/cost';
import { createStores } from '@pa/db';
import { z } from 'zod';
import { storedQualityEvidence } from '../../composition/stored-quality-evidence.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { CommandError } from '../../errors.ts';
import { formatCount } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';

const evidenceSchema = z.array(
  z
    .strictObject({
      feature: z.string(),
      provider: z.string(),
      model: z.string(),
      successes: z.int().nonnegative(),
      trials: z.int().positive(),
    })
    .refine(({ successes, trials }) => successes <= trials, 'there are more successes than trials'),
);

/**
 * `pa cost recommend`: whether another model does the work of a feature as well for less, from the calls, the test runs and
 * the experiments of the last 30 days, and from what a file adds.
 */
export async function recommend({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly evidence?: string };
}): Promise<void> {
  const { terminal, settings, now, folder } = context;
  const evidence = options.evidence === undefined ? [] : readEvidence(resolve(folder, options.evidence));
  await withDatabase(settings, async (database) => {
    const stores = createStores(database);
    const stored = storedQualityEvidence(stores);
    const monitor = new CostMonitor({
      ledger: stores.calls,
      now,
      newId: () => crypto.randomUUID(),
      evidence: { evidence: async (period) => [...(await stored.evidence(period)), ...evidence] },
    });
    const recommendations = await monitor.optimizeModelSelection();
    terminal.result(recommendations, () =>
      recommendations.length === 0
        ? 'No calls of a feature are booked in the last 30 days: there is nothing to choose for.'
        : recommendations.map(render).join('\n\n'),
    );
  });
}

function render({ feature, status, reason, measured, unmeasured }: ModelRecommendation): string {
  const rows = [
    ...measured.map(({ model, quality, latencyMs, costPerSuccessNanoUsd, dominatedBy, testCallCount }) => [
      testCallCount === 0 ? model : `${model} (${testCallCount} calls of tests)`,
      `${percent(quality.value)} (${percent(quality.lower)} to ${percent(quality.upper)})`,
      `${formatCount(Math.round(latencyMs.value))} ms`,
      `$${(costPerSuccessNanoUsd.value / 1e9).toFixed(6)} (${(costPerSuccessNanoUsd.lower / 1e9).toFixed(6)} to ${(costPerSuccessNanoUsd.upper / 1e9).toFixed(6)})`,
      dominatedBy === null ? 'on the frontier' : `dominated by ${dominatedBy}`,
    ]),
    ...unmeasured.map(({ model, callCount, neededCalls, trials, neededTrials }) => [
      model,
      `${trials} of ${neededTrials} trials`,
      `${callCount} of ${neededCalls} calls`,
      '-',
      'not enough evidence',
    ]),
  ];
  const head = ['model', 'quality', '95 of 100 answers within', 'cost of a success', ''];
  return `${feature}: ${status.replaceAll('-', ' ')}. ${reason}\n${table(rows, { head })}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function readEvidence(path: string): readonly QualityEvidence[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError('BAD_EVIDENCE', `${path} cannot be read as JSON: check the path and the text.`, {
      cause: error,
    });
  }
  const result = evidenceSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new CommandError(
    'BAD_EVIDENCE',
    `${path} is no evidence at ${issue?.path.join('.') || 'its top'}: ${issue?.message}; it needs [{"feature": "chat", "provider": "openai", "model": "gpt-6-luna", "successes": 95, "trials": 100}].`,
  );
}
