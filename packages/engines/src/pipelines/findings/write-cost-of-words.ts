import { writeCostText } from '../../insights/write-cost-text.ts';
import { addDays } from '../../market/calendar.ts';
import type { MarketInsight } from '../../market/insight.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import type { StoredAnalysis } from '../stored-analysis.ts';
import { writeOnce } from '../write-once.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;
const ALL = 100_000;

/**
 * Writes what the language models of the week up to the analysis cost, once a day and state of the ledger; `null` where
 * no ledger is given. The days are those of the texts; calls count from midnight to midnight, UTC.
 */
export async function writeCostOfWords(
  analysis: Pick<StoredAnalysis, 'asOf'>,
  dependencies: PipelineDependencies,
): Promise<MarketInsight | null> {
  const spent = await spendingOf(analysis, dependencies);
  return spent === null ? null : written(spent, { analysis, dependencies });
}

/** The same for a daily run: `null` where nothing was called, and where one was written within the week. */
export async function writeCostOnceAWeek(
  analysis: Pick<StoredAnalysis, 'asOf'>,
  dependencies: PipelineDependencies,
): Promise<MarketInsight | null> {
  const { asOf } = analysis;
  const since = addDays(asOf, -DAYS);
  const texts = await dependencies.stores.insights.list({ type: 'cost', asOf, limit: ALL });
  const told = texts.find(({ analysisDate }) => analysisDate > since);
  if (told !== undefined) return told.analysisDate === asOf ? told : null;
  const spent = await spendingOf(analysis, dependencies);
  return spent === null || spent.callCount === 0 ? null : written(spent, { analysis, dependencies });
}

interface Spending {
  readonly callCount: number;
  readonly costNanoUsd: bigint;
}

async function spendingOf(
  { asOf }: Pick<StoredAnalysis, 'asOf'>,
  { calls }: Pick<PipelineDependencies, 'calls'>,
): Promise<Spending | null> {
  if (calls === undefined) return null;
  const end = Date.parse(`${asOf}T00:00:00Z`) + DAY_MS;
  const groups = await calls.costs({ from: end - DAYS * DAY_MS, to: end, by: 'provider' });
  return {
    callCount: groups.reduce((sum, group) => sum + group.callCount, 0),
    costNanoUsd: groups.reduce((sum, group) => sum + group.costNanoUsd, 0n),
  };
}

async function written(
  { callCount, costNanoUsd }: Spending,
  options: { readonly analysis: Pick<StoredAnalysis, 'asOf'>; readonly dependencies: PipelineDependencies },
): Promise<MarketInsight> {
  const { dependencies } = options;
  const { asOf } = options.analysis;
  const from = addDays(asOf, 1 - DAYS);
  const texts = (await dependencies.stores.insights.list({ asOf, limit: ALL })).filter(
    ({ analysisDate, type }) => analysisDate >= from && type !== 'cost',
  );
  const identity = ['cost', from, asOf, String(callCount), String(costNanoUsd), String(texts.length)];
  const { insight } = await writeOnce(dependencies, {
    identity,
    write: (writing) =>
      writeCostText(
        {
          from,
          to: asOf,
          costNanoUsd,
          callCount,
          textCount: texts.length,
          refusedTextCount: null,
          cachedTextCount: null,
          synthetic: texts.length > 0 && texts.every(({ synthetic }) => synthetic),
        },
        writing,
      ),
  });
  return insight;
}
